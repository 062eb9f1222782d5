using Domain.Handling;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class SurveyTests(ApiHost host)
{
    [Fact]
    public async Task Whoever_holds_the_link_sees_little_and_rates_once_without_signing_in()
    {
        var (order, token, _) = await Answered();
        var phone = host.Phone();
        var shown = await phone.Get($"/surveys/{token}");
        var json = shown.Is(200);
        Assert.Equal((order.Number, "越秀区人民法院", false), ((string)json["number"]!, (string)json["courtName"]!, (bool)json["rated"]!));
        Assert.Equal(["answeredText", "courtName", "number", "phone", "rated", "workOrderId"], json.AsObject().Select(p => p.Key).Order());
        Assert.Equal("no-store", shown.Headers.CacheControl!.ToString());

        (await phone.Post($"/surveys/{token}", new { score = "dissatisfied", words = "没说清楚" })).Is(204);
        (await phone.Post($"/surveys/{token}", new { score = "dissatisfied", words = "没说清楚" })).Is(204);
        (await phone.Post($"/surveys/{token}", new { score = "satisfied" })).IsRefused(404, "survey.not_found");
        var stored = await Stored(order);
        Assert.Equal((Satisfaction.Dissatisfied, "没说清楚"), (stored.Satisfaction!.Value, stored.SatisfactionWords));
        Assert.NotNull(stored.ReviewSince);
    }

    [Fact]
    public async Task A_caller_without_an_account_rates_too()
    {
        var agent = await host.Data.Staff(Role.HotlineAgent, await host.Data.Division(DivisionKind.Filing));
        var intake = new RegisterIntake.Intake(
            Channel.Hotline,
            Category.CaseQuery,
            "陈阿婆",
            CourtData.Mobile(CourtData.Next()),
            "",
            "立案要带什么？"
        )
        {
            CourtId = (await host.Data.Court()).Id,
            AnsweredAtOnce = "带身份证和起诉状。",
        };
        var by = await host.Data.ActorOf(agent);
        var order = await host.Data.Use((RegisterIntake register) => register.Handle(Guid.CreateVersion7(), intake, by, default));
        var token = await Token(order);
        (await host.Phone().Post($"/surveys/{token}", new { score = "satisfied" })).Is(204);
        Assert.Equal(Satisfaction.Satisfied, (await Stored(order)).Satisfaction);
    }

    [Fact]
    public async Task The_answer_opens_after_a_code_to_the_phone_that_the_link_went_to()
    {
        var (order, token, _) = await Answered(Domain.Cases.CaseRestriction.Family);
        var phone = host.Phone();
        Assert.Equal(Domain.Shared.Masking.Phone(order.RequesterPhone), (string)(await phone.Get($"/surveys/{token}")).Is(200)["phone"]!);
        (await phone.Post($"/surveys/{token}/code", new { })).Is(202);
        (await phone.Post($"/surveys/{token}/answer", new { code = "000000" })).IsRefused(422, "survey.code_wrong");
        Assert.Null((await Stored(order)).RequesterReadAt);

        var code = await Code(order.RequesterPhone);
        (await phone.Post("/auth/sms", new { phone = order.RequesterPhone, code })).IsRefused(401, "auth.sms_code_wrong");
        var shown = await phone.Post($"/surveys/{token}/answer", new { code });
        var answer = shown.Is(200);
        Assert.Equal(("可以。请开庭当天带上手机。", "当事人"), ((string)answer["text"]!, (string)answer["addressee"]!));
        Assert.Equal("no-store", shown.Headers.CacheControl!.ToString());
        Assert.NotNull((await Stored(order)).RequesterReadAt);
        (await phone.Post($"/surveys/{token}", new { score = "satisfied" })).Is(204);
        Assert.True((bool)(await host.Phone().Get($"/surveys/{token}")).Is(200)["rated"]!);
    }

    [Fact]
    public async Task Looking_never_rates_however_often_a_preview_asks()
    {
        var (order, token, _) = await Answered();
        for (var i = 0; i < 3; i++)
            (await host.Phone().Get($"/surveys/{token}")).Is(200);
        Assert.Null((await Stored(order)).Satisfaction);
    }

    [Fact]
    public async Task Guessed_expired_and_withdrawn_links_cannot_be_told_apart()
    {
        var (_, good, _) = await Answered();
        var (reopened, withdrawn, judge) = await Answered();
        (await host.Phone().Post($"/surveys/{withdrawn}", new { score = "dissatisfied" })).Is(204);
        var filing = await host.Data.ActorOf(await host.Data.Staff(Role.FilingDivision, await host.Data.Division(DivisionKind.Filing)));
        await host.Data.Use(
            (Reopen<WorkOrder> reopen) =>
                reopen.Handle(reopened.Id, Guid.CreateVersion7(), new HandOver(judge.Id, "没有答到点上"), filing, default)
        );
        var (old, over, _) = await Answered();
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<WorkOrder>()
                    .Where(o => o.Id == old.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(o => o.SurveyExpiresAt, DateTimeOffset.UnixEpoch))
        );

        string[] tokens = [withdrawn, over, SurveyToken.New(), "x", new string('a', 2_000), "%F0%9F%98%80", good[..^1], good + "A"];
        var first = (await host.Phone().Get($"/surveys/{SurveyToken.New()}")).WithoutErrorNumber;
        foreach (var token in tokens)
        {
            var (get, post) = (
                await host.Phone().Get($"/surveys/{token}"),
                await host.Phone().Post($"/surveys/{token}", new { score = "basicallySatisfied" })
            );
            get.IsRefused(404, "survey.not_found");
            Assert.Equal((first, first), (get.WithoutErrorNumber, post.WithoutErrorNumber));
            (await host.Phone().Post($"/surveys/{token}/code", new { })).IsRefused(404, "survey.not_found");
            (await host.Phone().Post($"/surveys/{token}/answer", new { code = "123456" })).IsRefused(404, "survey.not_found");
        }
    }

    [Fact]
    public async Task Of_a_restricted_case_not_even_the_court_is_named()
    {
        var (_, token, _) = await Answered(Domain.Cases.CaseRestriction.Juvenile);
        Assert.Null((await host.Phone().Get($"/surveys/{token}")).Is(200)["courtName"]);
    }

    [Fact]
    public async Task A_rating_in_the_mini_program_and_one_by_the_link_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var (order, token, _) = await Answered();
            var litigant = await host.Data.Use(
                (CourtDb db) => db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == order.LitigantId)
            );
            var app = await host.SignedIn(litigant);
            var answers = await Task.WhenAll(
                app.Post($"/work-orders/{order.Id}/rating", new { score = "satisfied" }),
                host.Phone().Post($"/surveys/{token}", new { score = "dissatisfied" })
            );
            var lost = Assert.Single(answers, a => a.Status >= 400);
            lost.IsRefused(409, "work_order.already_rated");
            var expected = answers[0].Status < 400 ? Satisfaction.Satisfied : Satisfaction.Dissatisfied;
            Assert.Equal(expected, (await Stored(order)).Satisfaction);
            if (expected == Satisfaction.Satisfied)
                Assert.True((bool)(await host.Phone().Get($"/surveys/{token}")).Is(200)["rated"]!);
        }
    }

    [Fact]
    public async Task The_database_keeps_no_token_once_the_notice_was_handed_over()
    {
        var (order, token, _) = await Answered();
        await host.Data.Use(
            async (CourtDb db) =>
            {
                foreach (var notice in await db.Set<Notice>().Where(n => n.SubjectId == order.Id).ToListAsync())
                    notice.Accepted("1", order.ReceivedAt);
                await db.SaveChangesAsync();
            }
        );
        var rows = await host.Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.SubjectId == order.Id).ToListAsync());
        Assert.All(rows, n => Assert.DoesNotContain(token, string.Concat(n.Fields.Values), StringComparison.Ordinal));
        Assert.NotEqual(token, (await Stored(order)).SurveyTokenHash);
        (await host.Phone().Get($"/surveys/{token}")).Is(200);
    }

    [Fact]
    public async Task The_short_address_leads_behind_the_hash_and_tells_nobody_whether_it_works()
    {
        using var http = host.Factory.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri("/s/abc_-def", UriKind.Relative));
        Assert.Equal((302, "/#/pages/survey/index?token=abc_-def"), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/s/abc_-def"));
        Assert.Equal(302, (int)head.StatusCode);
    }

    [Fact]
    public async Task An_address_that_tries_many_links_is_told_to_wait()
    {
        var strict = host.Another(null, ("RateLimits:SurveyPerAddress", "2"));
        for (var i = 0; i < 2; i++)
            (await host.Phone(strict).Get($"/surveys/{SurveyToken.New()}")).IsRefused(404, "survey.not_found");
        (await host.Phone(strict).Post($"/surveys/{SurveyToken.New()}", new { score = "satisfied" })).IsRefused(429, "rate.limited");
    }

    private async Task<(WorkOrder Order, string Token, Staff Judge)> Answered(
        Domain.Cases.CaseRestriction restriction = Domain.Cases.CaseRestriction.None
    )
    {
        var division = await host.Data.Division();
        var judge = await host.Data.Staff(Role.Judge, division);
        var litigant = await host.Data.Litigant();
        var order = await host.Data.Message(litigant, await host.Data.Case(litigant, division, judge, restriction: restriction));
        await host.Data.Answer(order, judge);
        return (order, await Token(order), judge);
    }

    private async Task<string> Token(WorkOrder order)
    {
        var notice = await host.Data.Use(
            (CourtDb db) =>
                db.Set<Notice>()
                    .AsNoTracking()
                    .Where(n => n.SubjectId == order.Id && n.Kind.StartsWith("work_order.answered") && n.Channel != NoticeChannel.InApp)
                    .SingleAsync()
        );
        return notice.Fields["surveyLink"].Split("/s/")[1];
    }

    private Task<string> Code(string phone) =>
        host.Data.Use(
            async (CourtDb db) =>
                (
                    await db.Set<Notice>()
                        .AsNoTracking()
                        .SingleAsync(n => n.Address == phone && n.Kind == WorkOrderNotices.AnswerCode.Key && n.Channel == NoticeChannel.Sms)
                ).Fields["code"]
        );

    private Task<WorkOrder> Stored(WorkOrder order) =>
        host.Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == order.Id));
}
