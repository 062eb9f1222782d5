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
    public async Task An_organisation_does_not_sign_itself_and_a_refusal_is_of_its_own_tab()
    {
        var (service, me) = await Begun();
        await Data.Use(
            (CourtDb db) =>
                db.Set<Service>()
                    .Where(s => s.Id == service.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.RecipientName, "广州云山商贸有限公司"))
        );
        await Data.ChangeService(service, s => s.Posted(s.Attempts[0].Id, "EY123456789CN", Clock.Now, me, Clock.Now));
        var page = OpenService(service, me);
        await On(page, ".svc-way .btn-quiet", e => e.Click());
        page.WaitForAssertion(() => Assert.Contains("法定代表人", page.Find("#mail-relation").TextContent));
        Assert.DoesNotContain("本人", page.Find("#mail-relation").TextContent);

        await On(page, "#mail-signed", e => e.Change("2030-01-01"));
        await On(page, ".svc-entry", e => e.Submit());
        page.WaitForElement(".svc-entry [role=alert]");
        await On(page, "[role=tab][aria-selected=false]", e => e.Click());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".svc-entry [role=alert]")));
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
        await On(page, "#mail-at", e => e.Change("2026-11-21"));
        await On(page, "#mail-at-time", e => e.Change("25:00"));
        Assert.Contains("24 小时制", page.Markup, StringComparison.Ordinal);
        await On(page, "#mail-at-time", e => e.Change("1000"));
        Assert.Equal("10:00", page.Find("#mail-at-time").GetAttribute("value"));
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
    public async Task What_is_served_needs_no_public_notice_and_says_so_by_offering_none()
    {
        var (service, me) = await Begun();
        await Data.ChangeService(
            service,
            s =>
            {
                s.Sent(s.Attempts[0].Id, Data.Now(), Data.Now());
                foreach (var copy in s.Copies)
                    s.Sign(copy.DocumentId, ServiceChannel.Post, null, "回执上签名", me, Data.Now());
            }
        );
        Assert.Equal(ServiceState.Effective, (await Stored(service)).State);
        var page = OpenService(service, me);
        page.WaitForElement(".svc-way");
        Assert.DoesNotContain("公告", page.Find("[aria-label=各渠道登记]").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "已经送达，不用公告",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    Data.Use(
                        (DraftPublicNotice d) =>
                            d.Handle(
                                service.Id,
                                new NoticeDraft(NoticeGround.Missing, "派出所证明", [], EffectiveDate.NoticeDays, false),
                                me,
                                default
                            )
                    )
                )
            ).Message
        );
    }

    [Fact]
    public async Task A_public_notice_that_runs_says_when_it_ends_and_no_second_one_is_offered()
    {
        var @case = await Data.Case();
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        var me = await Data.ActorOf(clerk);
        var notice = new PlannedWay(ServiceChannel.PublicNotice, "", AddressBasis.Found);
        var service = (await Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[0], ways: notice)])).Single();
        await Data.ChangeService(
            service,
            s =>
                s.DraftNotice(
                    s.Attempts[0].Id,
                    NoticeGround.Missing,
                    "派出所证明下落不明",
                    "公告",
                    EffectiveDate.NoticeDays,
                    me,
                    Data.Now()
                )
        );
        var page = OpenService(service, me);
        page.WaitForElement(".svc-way");
        Assert.Equal(["公告"], Offered(page)); // that of its own row
        await Data.ChangeService(
            service,
            s => s.Published(s.Attempts[0].Id, "人民法院公告网", ChinaTime.DayOf(Data.Now()), me, Data.Now())
        );
        page.WaitForAssertion(() =>
            Assert.Matches("公告期 30 日，20[0-9-]{8}(（暂定）)? 期满，视为送达", page.Find("[aria-label=各渠道登记]").TextContent)
        );
        Assert.Empty(Offered(page));

        static IEnumerable<string> Offered(IRenderedComponent<ServicePage> page) =>
            page.FindAll("button").Select(b => b.TextContent.Trim()).Where(t => t == "公告");
    }

    [Fact]
    public async Task Handing_over_claims_no_confirmation_and_a_typed_fax_number_is_whole_to_who_dials_it()
    {
        var (service, me) = await Begun();
        await Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.InPerson, "", "当面", false, me, default));
        await Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.Fax, "020-8321 0000", "单位网站", true, me, default));
        var page = OpenService(service, me);
        page.WaitForAssertion(() => Assert.Contains("02083210000", page.Find("[aria-label=各渠道登记]").TextContent));
        Assert.DoesNotContain(
            "本人确认",
            page.Find(
                $"[data-attempt='{(await Stored(service)).Attempts.Single(a => a.Channel == ServiceChannel.InPerson).Id}']"
            ).TextContent,
            StringComparison.Ordinal
        );
        var trace = page.Find(".c-trace").TextContent;
        Assert.Contains("传真 020****0000，法院查得", trace, StringComparison.Ordinal);
        Assert.DoesNotMatch("当面送达[^传]*本人确认", trace);
        Assert.DoesNotMatch("[0-9a-f]{8}(?![0-9])", trace); // hashes belong to the proof
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.Fax, "没有", "", false, me, default))
        );
        Assert.Equal("service_entry.fax_number_invalid", refused.Code);
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
