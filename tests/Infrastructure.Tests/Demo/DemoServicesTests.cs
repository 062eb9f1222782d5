using System.Text;
using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Demo;

[Collection(OnLoadedDemo.Name)]
public class DemoServicesTests(LoadedDemo demo)
{
    [Fact]
    public async Task Services_are_in_all_states_and_none_lies_ahead()
    {
        var services = await demo.Ask(db => db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).ToListAsync());
        Assert.InRange(services.Count, 250, 500);
        Assert.Equal(Enum.GetValues<ServiceState>().Order(), services.Select(s => s.State).Distinct().Order());
        Assert.All(services, s => Assert.True(s.BegunAt <= LoadedDemo.Now && s.Attempts.TrueForAll(a => a.LastAt <= LoadedDemo.Now)));
        Assert.All(services.Where(s => s.State == ServiceState.Effective), s => Assert.NotNull(s.EffectiveOn));
    }

    [Fact]
    public async Task The_drawn_task_stands_as_drawn()
    {
        var services = await demo.Ask(db =>
            db.Set<Service>()
                .Where(s => s.TaskNumber == "SD20261120-0042")
                .OrderBy(s => s.Position)
                .Include(s => s.Copies)
                .Include(s => s.Attempts)
                .ToListAsync()
        );
        Assert.Equal(
            [
                "张* 原告 Effective 2026-12-07: WeChat Signed, SmsLink Delivered",
                "广州**贸易有限公司 被告 Effective 2026-12-07: SmsLink Delivered, Email Failed",
                "王* 被告的代理律师 Effective 2026-12-07: WeChat Signed, SmsLink Opened, Email Delivered",
                "陈* 第三人 UnderWay : Post Sent",
            ],
            services.Select(s =>
                $"{Masking.Name(s.RecipientName)} {s.RecipientRole} {s.State} {s.Copies.Max(c => c.LimitEndsOn):yyyy-MM-dd}: "
                + $"{string.Join(", ", s.Attempts.OrderBy(a => a.Position).Select(a => $"{a.Channel} {a.State}"))}"
            )
        );
        Assert.Equal(["民事判决书", "上诉须知", "诉讼费用结算通知书"], services[0].Copies.OrderBy(c => c.Position).Select(c => c.Title));
    }

    [Fact]
    public async Task A_case_has_the_papers_of_its_stage_and_each_party_once()
    {
        var unheard = await demo.Ask(db =>
            db.Set<Case>().Where(c => c.State == CaseState.Filed || c.State == CaseState.HearingScheduled).Select(c => c.Id).ToListAsync()
        );
        var handed = await demo.Ask(db =>
            db.Set<CaseDocument>()
                .Where(d => d.Kind == DocumentKind.Judgment || d.Title == "诉讼费用结算通知书")
                .Select(d => d.CaseId)
                .ToListAsync()
        );
        Assert.NotEmpty(handed);
        Assert.Empty(handed.Intersect(unheard));
        Assert.Equal(
            ["陈建华", "李志强"],
            await demo.Ask(db =>
                db.Set<CaseParty>()
                    .Where(p => p.Case.Number == "(2026)粤0104民初12345号")
                    .OrderBy(p => p.Position)
                    .Select(p => p.Name)
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task The_drawn_litigant_has_one_document_to_sign_and_three_signed()
    {
        var copies = await demo.Ask(async db =>
        {
            var chen = await db.Set<Litigant>().SingleAsync(l => l.Phone == "13812345620");
            return await db.ServicesOf(chen)
                .SelectMany(s =>
                    s.Copies.Select(c => new
                    {
                        s.BegunAt,
                        s.CaseNumber,
                        c.Title,
                        Signed = c.SignedAt != null,
                    })
                )
                .OrderByDescending(c => c.BegunAt)
                .ThenBy(c => c.Title)
                .ToListAsync();
        });
        Assert.Equal(
            ["民事判决书 11-20 08:30 False", "举证通知书 11-10 10:05 True", "开庭传票 11-10 10:05 True", "受理案件通知书 09-08 09:12 True"],
            copies.Select(c => $"{c.Title} {ChinaTime.DayOf(c.BegunAt):MM-dd} {ChinaTime.Clock(c.BegunAt)} {c.Signed}")
        );
        Assert.Equal("(2026)粤0106民初20871号", copies[0].CaseNumber);
    }

    [Fact]
    public async Task Every_document_is_a_PDF_in_the_file_store()
    {
        var files = demo.Service<IFileStore>();
        var all = await demo.Ask(async db =>
            (await db.Set<ServedDocument>().Select(d => d.Sha256).ToListAsync())
                .Union(await db.Set<CaseDocument>().Select(d => d.Sha256).ToListAsync())
                .ToList()
        );
        Assert.InRange(all.Count, 60, 160); // each court prints under its own head
        foreach (var sha256 in all)
        {
            await using var stream = await files.Open(sha256, default);
            var head = new byte[5];
            await stream.ReadExactlyAsync(head);
            Assert.Equal("%PDF-"u8.ToArray(), head);
        }
    }

    [Fact]
    public async Task Where_everybodys_service_is_withdrawn_the_task_is()
    {
        var tasks = await demo.Ask(db =>
            db.Set<ServiceTask>()
                .Where(t => !db.Set<Service>().Any(s => s.TaskId == t.Id && s.State != ServiceState.Withdrawn))
                .Select(t => t.State)
                .ToListAsync()
        );
        Assert.NotEmpty(tasks);
        Assert.All(tasks, state => Assert.Equal(ServiceTaskState.Withdrawn, state));
    }

    [Fact]
    public async Task The_drawn_clerk_has_cases_with_documents_to_serve()
    {
        var waiting = await demo.Ask(db =>
            db.Set<CaseDocument>()
                .Where(d =>
                    d.ServedByTaskId == null
                    && db.Set<Case>().Any(c => c.Id == d.CaseId && db.Set<Staff>().Any(s => s.Id == c.ClerkId && s.Name == "吴家乐"))
                )
                .ToListAsync()
        );
        Assert.True(waiting.Select(d => d.CaseId).Distinct().Count() >= 10);
    }

    [Fact]
    public async Task A_fresh_start_calls_nobody_and_reminds_next_to_nobody()
    {
        var services = await demo.Ask(db => db.Set<Service>().Where(s => s.NextFallbackAt <= LoadedDemo.Now).CountAsync());
        Assert.Equal(0, services);
        Assert.Equal(0, await demo.Ask(db => db.Set<Service>().CountAsync(s => s.ConcludesAt <= LoadedDemo.Now)));
        Assert.Equal(0, await demo.Ask(db => db.Set<ServiceDuty>().CountAsync(d => d.NextStepAt <= LoadedDemo.Now)));
        Assert.InRange(await demo.Ask(db => db.Set<WorkOrder>().CountAsync(o => o.NextStepAt <= LoadedDemo.Now)), 0, 5);
        Assert.NotEqual(0, await demo.Ask(db => db.Set<ServiceDuty>().CountAsync(d => d.EndedAt == null))); // clerks have something to post
    }

    [Fact]
    public async Task Papers_bear_the_head_of_their_own_court()
    {
        var files = demo.Service<IFileStore>();
        var papers = await demo.Ask(db =>
            (
                from d in db.Set<ServedDocument>()
                join c in db.Set<Case>() on d.CaseId equals c.Id
                join court in db.Set<Court>() on c.CourtId equals court.Id
                select new
                {
                    d.Kind,
                    court.Slug,
                    court.FullName,
                    d.Sha256,
                }
            ).ToListAsync()
        );
        Assert.True(papers.Select(p => p.Slug).Distinct().Count() >= 12);
        foreach (var paper in papers.GroupBy(p => (p.Kind, p.Slug)).Select(g => g.First()))
        {
            await using var file = await files.Open(paper.Sha256, default);
            using var text = new StreamReader(file, Encoding.Latin1);
            var head =
                paper.Kind == DocumentKind.Complaint ? "起诉状"
                : paper.Kind is DocumentKind.Judgment or DocumentKind.Ruling or DocumentKind.MediationStatement
                && paper.Slug != CourtFacts.InternetCourt
                    ? "广东省" + paper.FullName
                : paper.FullName;
            var title = "/Title <FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(head));
            Assert.True((await text.ReadToEndAsync()).Contains(title, StringComparison.OrdinalIgnoreCase), $"{paper.Slug} {paper.Kind}");
        }
    }
}
