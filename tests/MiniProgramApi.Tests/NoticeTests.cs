using Domain.Notifications;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class NoticeTests(ApiHost host)
{
    [Fact]
    public async Task An_answer_stands_in_the_inbox_until_it_is_opened()
    {
        var (litigant, order) = await Answered();
        var phone = await host.SignedIn(litigant);
        var page = (await phone.Get("/notices")).Is(200);
        var notice = Assert.Single(page["items"]!.AsArray())!;
        Assert.Equal(
            ("法院已答复", order.ToString(), false),
            ((string)notice["title"]!, (string)notice["workOrderId"]!, (bool)notice["read"]!)
        );
        Assert.DoesNotContain("{", (string)notice["text"]!, StringComparison.Ordinal);
        Assert.Equal((1, 1), ((int)page["unread"]!, (int)(await phone.Get("/home")).Is(200)["unreadNotices"]!));

        for (var i = 0; i < 2; i++)
            (await phone.Post($"/notices/{notice["id"]}/read")).Is(204);
        page = (await phone.Get("/notices")).Is(200);
        Assert.Equal((0, true), ((int)page["unread"]!, (bool)page["items"]![0]!["read"]!));
        Assert.Equal(
            0,
            await host.Data.Use(
                (CourtDb db) =>
                    db.Set<Notice>()
                        .Where(n => n.Id == Guid.Parse((string)notice["id"]!))
                        .Select(n => n.TemplateVersion!.Value)
                        .SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Opening_the_message_reads_its_notices()
    {
        var (litigant, order) = await Answered();
        var phone = await host.SignedIn(litigant);
        (await phone.Post($"/work-orders/{order}/read")).Is(204);
        Assert.Equal(0, (int)(await phone.Get("/notices")).Is(200)["unread"]!);
    }

    [Fact]
    public async Task Somebody_elses_notice_looks_as_one_that_is_missing()
    {
        var (litigant, _) = await Answered();
        var notice = (string)(await (await host.SignedIn(litigant)).Get("/notices")).Is(200)["items"]![0]!["id"]!;
        var stranger = await host.SignedIn(await host.Data.Litigant());
        var theirs = await stranger.Post($"/notices/{notice}/read");
        theirs.IsRefused(404, "notice.not_found");
        Assert.Equal((await stranger.Post($"/notices/{Guid.CreateVersion7()}/read")).WithoutErrorNumber, theirs.WithoutErrorNumber);
        Assert.Empty((await stranger.Get("/notices")).Is(200)["items"]!.AsArray());
        Assert.False(await host.Data.Use((CourtDb db) => db.Set<Notice>().AnyAsync(n => n.Id == Guid.Parse(notice) && n.ReadAt != null)));
    }

    [Fact]
    public async Task A_notice_on_another_channel_is_not_in_the_inbox()
    {
        var (litigant, order) = await Answered();
        var sms = await host.Data.Use(
            (CourtDb db) =>
                db.Set<Notice>()
                    .Where(n => n.SubjectId == order && n.RecipientId == litigant.Id && n.Channel == NoticeChannel.WeChat)
                    .Select(n => n.Id)
                    .FirstAsync()
        );
        (await (await host.SignedIn(litigant)).Post($"/notices/{sms}/read")).IsRefused(404, "notice.not_found");
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page()
    {
        var (litigant, _) = await Answered();
        await Answered(litigant);
        await Answered(litigant);
        var phone = await host.SignedIn(litigant);
        var first = (await phone.Get("/notices?limit=2")).Is(200);
        var second = (await phone.Get($"/notices?limit=2&cursor={first["nextCursor"]}")).Is(200);
        Assert.Null(second["nextCursor"]);
        Assert.Equal(3, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(n => (string)n!["id"]!).Distinct().Count());
        (await phone.Get("/notices?cursor=nonsense")).IsRefused(400, "request.cursor_invalid");
    }

    private async Task<(Domain.Litigants.Litigant, Guid)> Answered(Domain.Litigants.Litigant? of = null)
    {
        var litigant = of ?? await host.Data.Litigant();
        var (judge, _) = await host.Data.People();
        var order = await host.Data.Message(litigant, await host.Data.Case(litigant, judge: judge));
        await host.Data.Answer(order, judge);
        return (litigant, order.Id);
    }
}
