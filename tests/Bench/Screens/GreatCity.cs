using System.Globalization;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bench.Screens;

/// <param name="Documents">Copies for a recipient: two to a service, four to a task, twelve to a case.</param>
internal sealed record CitySize(int Orders, int Documents, int Cases)
{
    public int Tasks => Documents / 4;
    public int Services => Documents / 2;
}

/// <summary>
/// Both levels as they will be after three years: staff in all divisions, cases with parties, agents and panels, what came in, what
/// was served. Ids follow from a letter and a number, so that any row knows its neighbours without being looked up.
/// </summary>
internal sealed partial class GreatCity(CourtData data, Filling filling, CitySize size)
{
    private const int JudgesOfDivision = 14;
    private const int ClerksOfDivision = 7;

    /// <summary>Three years, the newest first: the n-th of so many.</summary>
    private static string Ago(string n, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"(now() - ({n})::float8 / {of} * interval '1095 days')");

    private static string Id(string letter, string n) => $"md5('{letter}' || ({n}))::uuid";

    /// <summary>Evenly scattered, the same for the same n.</summary>
    private static string Hash(string n) => $"(hashint4(({n})::int) & 2147483647)";

    private const string Name = """
        ((ARRAY['陈','李','张','王','黄','梁','林','刘','何','吴','罗','郑','谢','麦','司徒','欧阳'])
          [1 + least(15, (sqrt((f.h % 256)::float))::int)]
          || (ARRAY['建','明','家','志','晓','子','思','文'])[1 + (f.h / 256) % 8]
          || (ARRAY['华','强','乐','宁','怡','峰','','辉'])[1 + (f.h / 2048) % 8]
          || (ARRAY['','林','生','平','康','安','东','南'])[1 + (f.h / 16384) % 8])
        """;

    /// <summary>Tables that grow with the city's work: no list may read one of them whole.</summary>
    public static readonly IReadOnlySet<string> Growing = new HashSet<string>
    {
        "address_confirmations",
        "attachments",
        "case_agents",
        "case_documents",
        "case_fees",
        "case_files",
        "case_hearings",
        "case_limits",
        "case_nodes",
        "case_parties",
        "cases",
        "early_warning_entries",
        "early_warnings",
        "effective_judgments",
        "former_ratings",
        "inbound_sms",
        "litigants",
        "notices",
        "panel_members",
        "post_batches",
        "served_documents",
        "service_addresses",
        "service_attempts",
        "service_certificates",
        "service_copies",
        "service_duties",
        "service_plans",
        "service_tasks",
        "services",
        "trace",
        "undelivered_notices",
        "warning_candidates",
        "work_order_entries",
        "work_orders",
    };

    public async Task Fill()
    {
        await AddStaff();
        await filling.PutIndexesAside(Growing);
        await Task.WhenAll(Orders(), Served());
        await filling.MakeIndexes();
        await Filling.Took("vacuum", () => filling.Sql("VACUUM ANALYZE"));
        await Filling.Took("figures", Figures);
        await filling.Sql("VACUUM ANALYZE figures, figure_deltas");
    }

    /// <summary>Somebody who works in a division of 越秀, as the many there do.</summary>
    public Task<Actor> In(
        Role role,
        DivisionKind kind = DivisionKind.Civil,
        string court = "yuexiu",
        CourtLevel level = CourtLevel.Basic
    ) =>
        data.Use(
            async (CourtDb db) =>
            {
                var division = await data.Division(kind, court);
                var post = await db.Set<Post>()
                    .Include(p => p.Staff)
                    .Where(p => p.DivisionId == division.Id && p.Role == role)
                    .OrderByDescending(p => db.Set<WorkOrder>().Count(o => o.OwnerId == p.StaffId)) // the busiest
                    .ThenBy(p => p.Id)
                    .FirstAsync();
                return Actor.Staff(post.StaffId, post.Staff.Name, new StaffPost(post.Id, role, post.CourtId, post.DivisionId, level));
            }
        );

    private async Task AddStaff()
    {
        await filling.Sql(
            $$"""
            CREATE SCHEMA bench;
            CREATE TABLE bench.divisions AS
              SELECT id, court_id, (row_number() OVER (ORDER BY (court_id <> (SELECT id FROM courts WHERE slug = 'yuexiu')), position) - 1)::int AS k,
                count(*) OVER ()::int AS many,
                '{}'::uuid[] AS judges, '{}'::uuid[] AS clerks, '{}'::uuid[] AS agents
              FROM divisions WHERE kind IN ('Civil', 'Criminal', 'Administrative', 'Enforcement');
            UPDATE bench.divisions SET judges = ARRAY(SELECT {{Id("J", "k * 100 + i")}} FROM generate_series(1, {{JudgesOfDivision}}) i),
                clerks = ARRAY(SELECT {{Id("K", "k * 100 + i")}} FROM generate_series(1, {{ClerksOfDivision}}) i);
            CREATE UNIQUE INDEX ON bench.divisions (k);
            """
        );
        const string people = "bench.divisions d CROSS JOIN LATERAL unnest(d.judges, d.clerks) WITH ORDINALITY AS p (judge, clerk, i)";
        foreach (var (role, column) in new[] { (Role.Judge, "judge"), (Role.Clerk, "clerk") })
        {
            var of = $"{people} WHERE p.{column} IS NOT NULL";
            await filling.Rows<Staff>(
                of,
                ("id", $"p.{column}"),
                ("name", "'王' || p.i"),
                ("login_name", $"'{column}' || d.k || '-' || p.i"),
                ("is_active", "true"),
                ("mobile", "'13' || (700000000 + d.k * 100 + p.i)")
            );
            await filling.Rows<Post>(
                of,
                ("staff_id", $"p.{column}"),
                ("court_id", "d.court_id"),
                ("division_id", "d.id"),
                ("role", $"'{role}'"),
                ("is_active", "true")
            );
        }

        foreach (var court in new[] { "yuexiu", "gz-zy" })
        {
            foreach (
                var (role, kind) in new[]
                {
                    (Role.DivisionHead, DivisionKind.Civil),
                    (Role.LiaisonOfficer, DivisionKind.Civil),
                    (Role.LiaisonOfficer, DivisionKind.Filing),
                    (Role.FilingDivision, DivisionKind.Filing),
                    (Role.HotlineAgent, DivisionKind.Filing),
                    (Role.PetitionOffice, DivisionKind.Filing),
                    (Role.Administrator, DivisionKind.Filing),
                    (Role.SupervisionOfficer, DivisionKind.Filing),
                    (Role.VicePresident, DivisionKind.Leadership),
                    (Role.President, DivisionKind.Leadership),
                }
            )
                await data.Staff(role, await data.Division(kind, court));
        }

        await filling.Sql("UPDATE bench.divisions SET agents = ARRAY(SELECT staff_id FROM posts WHERE role = 'HotlineAgent' ORDER BY id)");
    }

    /// <summary>The c-th case with its division and people; <c>c</c> from a column of the rows.</summary>
    private static string OfCase(string rows) => $"{rows} JOIN bench.divisions d ON d.k = f.c % (SELECT many FROM bench.divisions LIMIT 1)";

    private const string JudgeOfCase = "d.judges[1 + f.c / d.many % 14]";
    private const string ClerkOfCase = "d.clerks[1 + f.c / d.many % 7]";
    private const string NumberOfCase = "('(' || (2026 - f.c % 3) || ')粤0104民初' || (1000000 + f.c) || '号')";

    private async Task Cases()
    {
        var cases = OfCase($"(SELECT c, {Hash("c")} AS h FROM generate_series(0, {size.Cases - 1}) c) f");
        // The oldest are closed; of the newest fifth about two thirds are open.
        var isClosed = $"(f.c > {size.Cases / 5} OR f.h % 3 = 0)";
        var filed = $"{Ago("f.c", size.Cases)}::date";
        await filling.Rows<Case>(
            cases,
            ("id", Id("c", "f.c")),
            ("number", NumberOfCase),
            ("cause", "'民间借贷纠纷'"),
            ("stage", "'FirstInstance'"),
            ("state", $"CASE WHEN {isClosed} THEN 'Closed' ELSE 'Filed' END"),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("judge_id", JudgeOfCase),
            ("clerk_id", ClerkOfCase),
            ("filed_on", filed),
            ("closed_on", $"CASE WHEN {isClosed} THEN least({filed} + f.h % 200, now()::date) END"),
            ("next_on", $"CASE WHEN NOT {isClosed} THEN {filed} + 183 END")
        );
        await filling.Rows<PanelMember>(
            OfCase($"(SELECT c, i FROM generate_series(0, {size.Cases - 1}) c CROSS JOIN generate_series(0, 2) i WHERE c % 10 < 3) f"),
            ("case_id", Id("c", "f.c")),
            ("staff_id", "d.judges[1 + (f.c / d.many + f.i) % 14]"),
            ("position", "f.i")
        );
        await filling.Rows<CaseParty>(
            $"(SELECT n, n / 2 AS c, {Hash("n")} AS h FROM generate_series(0, {size.Cases * 2 - 1}) n) f",
            ("id", Id("p", "f.n")),
            ("case_id", Id("c", "f.c")),
            ("name", Name),
            ("role", "CASE WHEN f.n % 2 = 0 THEN 'Plaintiff' ELSE 'Defendant' END"),
            ("identity_key", Key("f.n")),
            ("id_last_four", "lpad((f.h % 10000)::text, 4, '0')"),
            ("phone", Phone("f.n")),
            ("position", "f.n % 2")
        );
        await filling.Rows<CaseAgent>(
            $"(SELECT n, {Hash("n")} AS h FROM generate_series(0, {size.Cases * 2 - 1}, 5) n) f",
            ("id", Id("a", "f.n")),
            ("party_id", Id("p", "f.n")),
            ("name", Name),
            ("is_lawyer", "true"),
            ("source", "'TrialSystem'"),
            ("items", "'None'"),
            ("identity_key", Key($"{size.Cases * 2} + f.n / 200")), // a lawyer has forty cases
            ("phone", Phone("f.n / 200"))
        );
    }

    /// <summary>A party's identity, or from the number of parties on a lawyer's.</summary>
    private static string Key(string n) => $"md5('key' || ({n}))";

    private static string Phone(string n) => $"('139' || lpad(({n})::text, 8, '0'))";
}
