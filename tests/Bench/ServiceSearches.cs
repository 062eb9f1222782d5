using System.Diagnostics;
using System.Globalization;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Search;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>Searching among many services: each kind of question by clerks, judges, presidents and the Intermediate Court.</summary>
internal sealed class ServiceSearches(CourtData data)
{
    private const int Rounds = 40;
    private static readonly string[] s_names = ["陈", "欧阳", "李建", "张明", "王家乐", "司徒志强", "麦晓宁", "不存在"];
    private static readonly string[] s_titles = ["民事判决书", "民事", "支付令", "限制消费令", "没有这种文书"];

    public static async Task Run(string connectionString, int services, Report report)
    {
        var data = await CourtData.Open(connectionString);
        var searches = new ServiceSearches(data);
        var (clerk, judge) = await searches.Fill(services);
        var all = await searches.Actor(Role.President, DivisionKind.Leadership, "gz-zy");
        var court = await searches.Actor(Role.President, DivisionKind.Leadership, "yuexiu");
        List<double> every = [];
        foreach (
            var (who, actor) in new (string, Actor)[] { ("clerk", clerk), ("judge", judge), ("president", court), ("both levels", all) }
        )
        {
            foreach (var (what, terms) in Questions(services))
                every.AddRange(await searches.Ask($"{what}, {who}", services, actor, terms, report));
        }

        var figures = report.Add(services, Load.Of("every search together", every, TimeSpan.FromMilliseconds(every.Sum())));
        report.Compare($"service search p99 in ms at {services:N0} services", figures.P99, "≤ 100", figures.P99 <= 100);
    }

    private static IEnumerable<(string What, Func<int, ServiceTerms> Terms)> Questions(int services)
    {
        var cases = services / 4;
        yield return ("newest", _ => new());
        yield return (
            "case number",
            i => new(string.Create(CultureInfo.InvariantCulture, $"(2026)粤0104民初{1_000_000 + i * 7_919 % cases}号"))
        );
        yield return ("phone", i => new(string.Create(CultureInfo.InvariantCulture, $"139{i * 104_729 % services:D8}")));
        yield return ("name", i => new(s_names[i % s_names.Length]));
        yield return ("title", i => new(Title: s_titles[i % s_titles.Length]));
        yield return ("state", i => new(State: Enum.GetValues<ServiceState>()[i % 6]));
        yield return (
            "a month",
            i => new(From: new DateOnly(2025, 1, 1).AddMonths(i % 18), To: new DateOnly(2025, 2, 1).AddMonths(i % 18))
        );
        yield return (
            "name, title and state",
            i => new(s_names[i % s_names.Length], s_titles[i % s_titles.Length], State: ServiceState.Effective)
        );
    }

    private async Task<List<double>> Ask(string what, int services, Actor by, Func<int, ServiceTerms> terms, Report report)
    {
        List<double> latencies = [];
        for (var i = -8; i < Rounds; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await data.Use((ServiceSearch search) => search.Find(terms(i + 8), null, by, CancellationToken.None));
            if (i >= 0)
                latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds); // the first rounds warm up
        }

        report.Add(services, Load.Of(what, [.. latencies], TimeSpan.FromMilliseconds(latencies.Sum())));
        return latencies;
    }

    private async Task<Actor> Actor(Role role, DivisionKind kind, string court) =>
        await data.ActorOf(await data.Staff(role, await data.Division(kind, court)));

    /// <summary>One service by the domain's verbs, and copies of its rows: 4 to a task and case, over all divisions and three years.</summary>
    private async Task<(Actor Clerk, Actor Judge)> Fill(int services)
    {
        var division = await data.Division();
        var (clerk, judge) = (await data.Staff(Role.Clerk, division), await data.Staff(Role.Judge, division));
        var template = (await data.BegunServices(await data.Case(judge: judge), clerk)).Single();
        await data.Use(
            async (CourtDb db) =>
            {
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
                await db.Database.ExecuteSqlRawAsync("SET synchronous_commit = off");
                await db.Database.ExecuteSqlRawAsync(Rows, template.Id, judge.Id, services / 4);
                await db.Database.ExecuteSqlRawAsync("ANALYZE");
            }
        );
        return (await data.ActorOf(clerk), await data.ActorOf(judge));
    }

    private const string Rows = """
        CREATE TEMP TABLE bench_tasks AS
          SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS task_id, gen_random_uuid() AS document_id, d.id AS division_id, d.court_id,
            timestamptz '2026-11-20' - n * 1095 * interval '1 day' / {2} AS at,
            CASE WHEN n = 777 THEN '限制消费令' WHEN n % 1000 < 400 THEN '民事判决书' WHEN n % 1000 < 700 THEN '开庭传票' WHEN n % 1000 < 850 THEN '举证通知书'
              WHEN n % 1000 < 950 THEN '民事裁定书' WHEN n % 1000 < 990 THEN '受理案件通知书' ELSE '支付令' END AS title
          FROM generate_series(0, {2} - 1) n
          JOIN (SELECT id, court_id, row_number() OVER (ORDER BY id) - 1 AS k, count(*) OVER () AS many
          FROM divisions WHERE kind IN ('Civil', 'Criminal', 'Administrative', 'Enforcement')) d ON d.k = n % d.many;

        INSERT INTO cases SELECT r.* FROM bench_tasks b CROSS JOIN cases c
        CROSS JOIN LATERAL jsonb_populate_record(c, jsonb_build_object('id', b.case_id, 'number', '(2026)粤0104民初' || (1000000 + b.n) || '号',
            'division_id', b.division_id, 'court_id', b.court_id, 'judge_id', CASE WHEN b.n % 1000 = 0 THEN {1} ELSE gen_random_uuid() END)) r
          WHERE c.id = (SELECT case_id FROM services WHERE id = {0});
        INSERT INTO service_tasks SELECT r.* FROM bench_tasks b CROSS JOIN service_tasks t
        CROSS JOIN LATERAL jsonb_populate_record(t, jsonb_build_object('id', b.task_id, 'number', 'SD20200101-' || b.n,
        'division_id', b.division_id, 'court_id', b.court_id, 'case_id', b.case_id)) r
          WHERE t.id = (SELECT task_id FROM services WHERE id = {0});
        INSERT INTO served_documents SELECT r.* FROM bench_tasks b CROSS JOIN served_documents d
        CROSS JOIN LATERAL jsonb_populate_record(d, jsonb_build_object('id', b.document_id, 'task_id', b.task_id, 'case_id', b.case_id,
        'title', b.title, 'serial', 'SD20200101-' || b.n || '-0001-01')) r
          WHERE d.task_id = (SELECT task_id FROM services WHERE id = {0});

        CREATE TEMP TABLE bench_services AS
          SELECT gen_random_uuid() AS id, b.*, p, b.n * 4 + p AS i, (hashint4(b.n * 4 + p) & 2147483647) AS h FROM bench_tasks b, generate_series(0, 3) p;
        INSERT INTO services SELECT r.* FROM bench_services x CROSS JOIN services s
        CROSS JOIN LATERAL jsonb_populate_record(s, jsonb_build_object('id', x.id, 'task_id', x.task_id, 'task_number', 'SD20200101-' || x.n,
        'position', x.p + 1, 'case_id', x.case_id,
            'case_number', '(2026)粤0104民初' || (1000000 + x.n) || '号', 'court_id', x.court_id, 'division_id', x.division_id,
            'document_titles', x.title, 'begun_at', x.at,
            'recipient_name', (ARRAY['陈','李','张','王','黄','梁','林','刘','何','吴','罗','郑','谢','麦','司徒','欧阳'])[1 + least(15, (sqrt((x.h % 256)::float))::int)]
              || (ARRAY['建','明','家','志','晓','子','思','文'])[1 + (x.h / 256) % 8] || (ARRAY['华','强','乐','宁','怡','峰','','辉'])[1 + (x.h / 2048) % 8],
            'recipient_phone', '139' || lpad(x.i::text, 8, '0'),
            'state', (ARRAY['Effective','Effective','Effective','Effective','Effective','Effective','UnderWay','Presumed',
            'Failed','ForClerk'])[1 + (x.h / 16384) % 10])) r
          WHERE s.id = {0};
        UPDATE services SET state = 'Withdrawn' WHERE position = 4 AND abs(hashtext(id::text)) % 200 = 0;
        INSERT INTO service_copies SELECT r.* FROM bench_services x CROSS JOIN service_copies c
        CROSS JOIN LATERAL jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
        'service_id', x.id, 'document_id', x.document_id, 'title', x.title)) r
          WHERE c.service_id = {0};
        INSERT INTO service_attempts SELECT r.* FROM bench_services x CROSS JOIN service_attempts a
        CROSS JOIN LATERAL jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'service_id', x.id, 'link_hash', NULL, 'notice_id', NULL)) r
          WHERE a.service_id = {0};
        """;
}
