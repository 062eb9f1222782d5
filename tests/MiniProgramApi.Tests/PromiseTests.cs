using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Domain.CityChanges;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests;

/// <summary>By when the court answers was promised: when the day moves or passes, whoever waits reads it on the phone.</summary>
public sealed class PromiseTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly StoppedClock _clock = new(At("2026-11-20 10:26"));
    private HostFactory<LitigantHub> _api = null!;
    private CourtData _data = null!;
    private Staff _judge = null!;
    private Staff _head = null!;
    private Litigant _litigant = null!;

    public async Task InitializeAsync()
    {
        _api = Api();
        _data = new CourtData(_api.Services);
        var division = await _data.Division();
        (_judge, _head) = (await _data.Staff(Role.Judge, division), await _data.Staff(Role.DivisionHead, division));
        _litigant = await _data.Litigant();
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    private HostFactory<LitigantHub> Api() =>
        new(
            database.ConnectionString($"t{Guid.CreateVersion7():N}"),
            more: host => host.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(_clock))
        );

    [Fact]
    public async Task An_extension_is_told_with_the_new_day_and_its_reason()
    {
        var order = await Order();
        var judge = await _data.ActorOf(_judge);
        await _data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, new(2026, 11, 27), "等待鉴定机构答复", judge, default));
        await _data.Use(async (ApproveExtension<WorkOrder> u) => await u.Handle(order.Id, "", await _data.ActorOf(_head), default));

        await Reads(
            order,
            "最迟答复日期改为 11 月 27 日（周五）",
            "承办人申请延期，已获批准：等待鉴定机构答复",
            $"您的留言 {order.Number} 改为最迟 11 月 27 日（周五）答复，原为 11 月 25 日（周三），原因：等待鉴定机构答复。"
        );
    }

    [Fact]
    public async Task A_clock_that_is_started_again_is_told()
    {
        var order = await Order();
        var colleague = await _data.Staff(Role.Judge, await DivisionOf(order));
        _clock.Now = At("2026-11-24 10:00");
        await _data.Use(
            async (Transfer<WorkOrder> u) =>
                await u.Handle(
                    order.Id,
                    Guid.CreateVersion7(),
                    new HandOver(colleague.Id, "案件已移送", "原承办法官调离"),
                    await _data.ActorOf(_head),
                    default
                )
        );
        await Reads(
            order,
            "最迟答复日期改为 11 月 27 日（周五）",
            "改由他人承办，重新计算：原承办法官调离",
            $"您的留言 {order.Number} 改为最迟 11 月 27 日（周五）答复，原为 11 月 25 日（周三），原因：改由他人承办，重新计算。"
        );
    }

    [Fact]
    public async Task A_day_that_moves_with_the_calendar_is_told()
    {
        var order = await Order();
        await _data.Change(new DaysByHand(new(2026, 11, 23), new(2026, 11, 23), Works: false));
        await _data.Use((RecountDeadlines r) => r.Run(default));
        await Reads(
            order,
            "最迟答复日期改为 11 月 26 日（周四）",
            "工作日历调整",
            $"您的留言 {order.Number} 改为最迟 11 月 26 日（周四）答复，原为 11 月 25 日（周三），原因：工作日历调整。"
        );
    }

    [Fact]
    public async Task A_day_that_passed_is_told_once()
    {
        var order = await Order();
        foreach (var day in new[] { 26, 30 })
        {
            _clock.Now = At($"2026-11-{day} 09:00");
            await _data.Use((SupervisionSweep s) => s.Run(default));
        }

        await Reads(
            order,
            "过了最迟答复日期，法院已督促承办部门",
            null,
            $"您的留言 {order.Number} 过了最迟答复日期 11 月 25 日（周三），还没有答复，法院已督促承办部门。您可以催办。"
        );
    }

    [Fact]
    public async Task A_day_beyond_the_published_calendar_is_provisional_in_the_list_and_on_the_page()
    {
        _clock.Now = At("2026-12-30 10:00");
        var order = await Order();
        var phone = await SignedIn();
        var row = Assert.Single((await phone.Get("/work-orders")).Is(200)["items"]!.AsArray());
        Assert.Equal(("1 月 5 日（周二）（暂定）", true), ((string)row!["answerBy"]!["text"]!, (bool)row["answerBy"]!["provisional"]!));
        var page = (await phone.Get($"/work-orders/{order.Id}")).Is(200);
        Assert.Equal("最迟 1 月 5 日（周二）（暂定）", (string)page["timeline"]!.AsArray()[^1]!["atText"]!);
    }

    private async Task<WorkOrder> Order() => await _data.Message(_litigant, await _data.Case(_litigant, judge: _judge));

    private Task<Division> DivisionOf(WorkOrder order) =>
        _data.Use((CourtDb db) => db.Set<Division>().SingleAsync(d => d.Id == order.DivisionId));

    private async Task Reads(WorkOrder order, string title, string? note, string notice)
    {
        var phone = await SignedIn();
        var steps = (await phone.Get($"/work-orders/{order.Id}")).Is(200)["timeline"]!.AsArray();
        var step = Assert.Single(steps, s => (string)s!["title"]! == title);
        Assert.Equal(note, (string?)step!["note"]);
        var inbox = (await phone.Get("/notices")).Is(200)["items"]!.AsArray();
        Assert.Single(inbox, n => Says(n!, notice));
    }

    private async Task<Phone> SignedIn()
    {
        var phone = new Phone(_api.CreateClient());
        Assert.Equal(202, (await phone.Post("/auth/sms-code", new { phone = _litigant.Phone })).Status);
        await phone.SignInBySms(_litigant.Phone!, (await _data.SmsCode(_litigant.Phone!))!);
        return phone;
    }

    private static bool Says(JsonNode notice, string words) => notice.ToJsonString(s_plain).Contains(words, StringComparison.Ordinal);

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static DateTimeOffset At(string local) => ChinaTime.At(DateOnly.Parse(local[..10], null), TimeOnly.Parse(local[11..], null));
}
