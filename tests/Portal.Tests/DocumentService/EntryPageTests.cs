using Bunit;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.DocumentService.Tasks;

namespace Portal.Tests.DocumentService;

public class EntryPageTests(TestDatabase database) : DeskTest(database)
{
    private static readonly PlannedWay s_post = new(ServiceChannel.Post, "广州市海珠区新港中路1号", AddressBasis.Confirmed, "地址确认书");

    [Fact]
    public async Task Mail_is_entered_step_by_step_and_the_trace_beside_it_grows()
    {
        var (service, me) = await Begun();
        var page = OpenService(service, me);
        await On(page, ".svc-way .btn-quiet", e => e.Click());
        await On(page, "#mail-number", e => e.Input("EY123456789CN"));
        await On(page, ".svc-entry", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("已登记交邮", page.Markup));

        await On(page, ".svc-way .btn-quiet", e => e.Click());
        await On(page, "#mail-signer", e => e.Input("李四"));
        await On(page, "#mail-relation", e => e.Change("AdultCoResident"));
        await On(page, ".svc-entry", e => e.Submit());

        page.WaitForAssertion(() => Assert.Contains("已登记签收", page.Markup));
        page.WaitForAssertion(() => Assert.Contains("同住成年家属 李* 签收", page.Find(".c-trace").TextContent));
        page.WaitForAssertion(() => Assert.Contains("2026-11-20 送达：邮寄送达回执上注明的收件之日（民事诉讼法第九十一条）", page.Markup));
        Assert.Equal(ServiceState.Effective, (await Stored(service)).State);
    }

    [Fact]
    public async Task Whether_the_recipient_is_a_minor_is_asked_where_somebody_signs()
    {
        var (service, me) = await Begun();
        await Data.Use(
            (CourtDb db) =>
                db.Set<Domain.Cases.CaseParty>()
                    .Where(p => p.Id == service.PartyId)
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.IsMinor, (bool?)null))
        );
        var page = OpenService(service, me);
        await On(page, ".svc-way .btn-quiet", e => e.Click());
        await On(page, "#mail-number", e => e.Input("EY123456789CN"));
        await On(page, ".svc-entry", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("已登记交邮", page.Markup)); // the form that was sent closes; a click before that is lost
        await On(page, ".svc-way .btn-quiet", e => e.Click());
        page.WaitForAssertion(() => Assert.Contains("还不知道受送达人是否未成年", page.Find(".svc-entry").TextContent));
    }

    [Fact]
    public async Task What_no_channel_reached_is_listed_with_its_limit_and_who_owes_it()
    {
        var (service, me) = await Begun();
        var stranger = await Somebody(Role.Clerk, DivisionKind.Criminal);
        await Data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                var calendar = await Data.Use((Domain.Calendar.ICalendars c) => c.Current(CancellationToken.None).AsTask());
                db.Set<ServiceDuty>()
                    .Add(
                        ServiceDuty.Open(
                            ServiceDutyKind.PublicNotice,
                            stored,
                            Domain.Supervision.Ladder.Of(
                                calendar,
                                Domain.Supervision.SupervisionLimits.Default,
                                new DateOnly(2026, 11, 20)
                            ),
                            Data.Now()
                        )
                    );
                await db.SaveChangesAsync();
            }
        );
        var page = Open<DutiesPage>(me);
        page.WaitForAssertion(() => Assert.Contains("邮寄没有回应", page.Find("[aria-label=限期办理]").TextContent));
        page.WaitForAssertion(() => Assert.Contains("11-25 周三 前", page.Find("[aria-label=限期办理]").TextContent));
        var other = Open<DutiesPage>(stranger);
        other.WaitForElement(".c-blank");
        Assert.DoesNotContain("邮寄没有回应", other.Markup);
    }

    [Fact]
    public async Task A_refusal_stands_beside_the_form_and_the_words_typed_stay()
    {
        var (service, me) = await Begun();
        var page = OpenService(service, me);
        await On(page, ".svc-way .btn-quiet", e => e.Click());
        await On(page, "#mail-number", e => e.Input("EY123456789CN"));
        await On(page, "#mail-at", e => e.Change("2026-11-21T10:00:00"));
        await On(page, ".svc-entry", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("时间不能晚于现在", page.Find(".svc-entry [role=alert]").TextContent));
        page.WaitForAssertion(() => Assert.Equal("EY123456789CN", page.Find("#mail-number").GetAttribute("value")));
    }

    [Fact]
    public async Task A_form_that_is_open_stays_when_a_colleague_has_entered_the_same()
    {
        var (service, me) = await Begun();
        var page = OpenService(service, me);
        await On(page, ".svc-way .btn-quiet", e => e.Click());
        await On(page, "#mail-number", e => e.Input("EY123456789CN"));
        await Data.Use((RecordPosting post) => post.Handle(service.Id, service.Attempts[0].Id, "EY987654321CN", Data.Now(), me, default));
        page.WaitForAssertion(() => Assert.Contains("EY987654321CN", page.Find(".svc-way").TextContent));
        Assert.Equal("EY123456789CN", page.Find("#mail-number").GetAttribute("value"));
    }

    [Fact]
    public async Task A_handing_over_without_a_signature_is_not_entered()
    {
        var (service, me) = await Begun();
        var page = OpenService(service, me);
        page.WaitForElement(".svc-way");
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent.Contains("当面送达")).Click());
        await On(page, "#hand-signer", e => e.Change("陈建华"));
        await On(page, ".svc-entry", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("请签收人在屏幕上签名", page.Markup));
        Assert.Equal(ServiceState.UnderWay, (await Stored(service)).State);
    }

    [Fact]
    public async Task A_leader_sees_everything_and_enters_nothing()
    {
        var (service, _) = await Begun();
        var page = OpenService(service, await Somebody(Role.DivisionHead));
        page.WaitForElement(".svc-way");
        Assert.Empty(page.FindAll(".svc-way button"));
        Assert.DoesNotContain("新港中路", page.Markup);
        Assert.NotEmpty(page.FindAll(".c-trace li"));
    }

    [Fact]
    public async Task What_waits_for_the_post_is_exported_once_and_leaves_the_list()
    {
        var (service, me) = await Begun();
        var page = Open<DutiesPage>(me);
        await On(page, $"tr[data-attempt='{service.Attempts[0].Id}']", e => Assert.Contains("待交寄", e.TextContent));
        await On(page, ".c-phead .btn-primary", e => e.Click());
        page.WaitForAssertion(() => Assert.Contains("1 件已交寄", page.Markup));
        page.WaitForAssertion(() => Assert.Contains("没有待交寄的", page.Markup));
        Assert.NotNull((await Stored(service)).Attempts[0].PostBatchId);
    }

    private async Task<(Service Service, Actor Me)> Begun()
    {
        var @case = await Data.Case();
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        return (
            (await Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[0], ways: s_post)])).Single(),
            await Data.ActorOf(clerk)
        );
    }

    private IRenderedComponent<ServicePage> OpenService(Service service, Actor me) =>
        Render<ServicePage>(p => p.AddCascadingValue(me).Add(x => x.Id, service.Id));

    private Task<Service> Stored(Service service) =>
        Data.Use((CourtDb db) => db.Set<Service>().AsNoTracking().Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id));
}
