using System.Net.Http.Json;
using Domain.Litigants;
using Domain.Notifications;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class SignInTests(ApiHost host)
{
    [Fact]
    public async Task A_person_comes_back_by_WeChat_as_the_same_person()
    {
        var person = $"chen{CourtData.Next()}";
        var first = (await host.Phone().Post("/auth/wechat", new { code = host.WeChatCode(person) })).Is(200);
        var second = (await host.Phone().Post("/auth/wechat", new { code = host.WeChatCode(person) })).Is(200);
        Assert.Equal((string)first["me"]!["id"]!, (string)second["me"]!["id"]!);
        Assert.Equal(900, (int)first["expiresIn"]!);
        Assert.InRange((int)first["refreshExpiresIn"]!, 2_591_000, 2_592_000);
        Assert.False((bool)first["me"]!["phoneBound"]!);
    }

    [Fact]
    public async Task A_login_code_is_good_once()
    {
        var code = host.WeChatCode("replay");
        (await host.Phone().Post("/auth/wechat", new { code })).Is(200);
        (await host.Phone().Post("/auth/wechat", new { code })).IsRefused(401, "auth.wechat_code_invalid");
    }

    [Fact]
    public async Task Sixteen_first_sign_ins_of_one_person_at_once_make_one_person()
    {
        var person = $"rush{CourtData.Next()}";
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => host.Phone().Post("/auth/wechat", new { code = host.WeChatCode(person) }))
        );
        Assert.Single(answers.Select(a => (string)a.Is(200)["me"]!["id"]!).Distinct());
    }

    [Fact]
    public async Task A_phone_signs_in_by_the_code_of_the_SMS_once()
    {
        var number = CourtData.Mobile(CourtData.Next());
        var code = await host.SmsCode(number);
        Assert.Matches("^[0-9]{6}$", code);
        var tokens = (await host.Phone().Post("/auth/sms", new { phone = number, code })).Is(200);
        Assert.Equal($"{number[..3]}****{number[7..]}", (string)tokens["me"]!["phone"]!);
        (await host.Phone().Post("/auth/sms", new { phone = number, code })).IsRefused(401, "auth.sms_code_wrong");
        Assert.False(await host.Data.Use((CourtDb db) => db.Set<SmsCode>().AnyAsync(c => c.CodeHash.Contains(code))));
    }

    [Fact]
    public async Task A_code_is_dead_after_five_wrong_tries()
    {
        var number = CourtData.Mobile(CourtData.Next());
        var code = await host.SmsCode(number);
        var wrong = code == "000000" ? "000001" : "000000";
        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(async _ =>
                    (await host.Phone().Post("/auth/sms", new { phone = number, code = wrong })).IsRefused(401, "auth.sms_code_wrong")
                )
        );
        (await host.Phone().Post("/auth/sms", new { phone = number, code })).IsRefused(401, "auth.sms_code_wrong");
    }

    [Fact]
    public async Task A_code_is_dead_after_five_minutes()
    {
        var clock = new StoppedClock(TimeProvider.System.GetUtcNow());
        var later = host.Another(clock);
        var number = CourtData.Mobile(CourtData.Next());
        var code = await host.SmsCode(number, later);
        clock.Now += TimeSpan.FromMinutes(5);
        (await host.Phone(later).Post("/auth/sms", new { phone = number, code })).IsRefused(401, "auth.sms_code_wrong");
    }

    [Fact]
    public async Task Known_and_unknown_phones_get_the_same_answer_and_a_second_tap_sends_nothing()
    {
        var known = (await host.Data.Litigant()).Phone!;
        var unknown = CourtData.Mobile(CourtData.Next());
        var answers = await Task.WhenAll(
            new[] { known, unknown }.Select(number => host.Phone().Post("/auth/sms-code", new { phone = number }))
        );
        Assert.All(answers, a => Assert.Equal("""{"resendAfter":60,"expiresIn":300}""", a.Is(202).ToJsonString()));
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                    Assert.InRange((int)(await host.Phone().Post("/auth/sms-code", new { phone = unknown })).Is(202)["resendAfter"]!, 1, 60)
                )
        );
        Assert.Equal(1, await host.Data.Use((CourtDb db) => db.Set<Notice>().CountAsync(n => n.Address == unknown)));
    }

    [Fact]
    public async Task Eight_first_taps_at_once_send_one_code()
    {
        var number = CourtData.Mobile(CourtData.Next());
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(async _ => (await host.Phone().Post("/auth/sms-code", new { phone = number })).Is(202))
        );
        Assert.Equal(1, await host.Data.Use((CourtDb db) => db.Set<Notice>().CountAsync(n => n.Address == number)));
    }

    [Fact]
    public async Task A_phone_gets_ten_codes_a_day()
    {
        var number = CourtData.Mobile(CourtData.Next());
        for (var i = 0; i < 10; i++)
            await host.SmsCode(number);
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<SmsCode>()
                    .Where(c => c.Phone == number)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.CreatedAt, c => c.ExpiresAt.AddMinutes(-10)))
        );
        (await host.Phone().Post("/auth/sms-code", new { phone = number })).IsRefused(429, "auth.sms_code_limit");
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("02083210000")]
    [InlineData("")]
    public async Task Only_a_mobile_number_gets_a_code(string number) =>
        (await host.Phone().Post("/auth/sms-code", new { phone = number })).IsRefused(422, "litigant.phone_invalid");

    [Fact]
    public async Task No_token_an_old_one_and_a_wrong_one_are_told_apart()
    {
        var clock = new StoppedClock(TimeProvider.System.GetUtcNow());
        var later = host.Another(clock);
        var phone = await host.SignedInByWeChat(on: later);
        (await phone.Get("/me")).Is(200);
        clock.Now += TimeSpan.FromMinutes(15);
        (await phone.Get("/me")).IsRefused(401, "auth.token_expired");
        phone.AccessToken = "nonsense";
        (await phone.Get("/me")).IsRefused(401, "auth.required");
        phone.AccessToken = null;
        (await phone.Get("/me")).IsRefused(401, "auth.required");
    }

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_and_the_same_ones_again_when_the_answer_was_lost()
    {
        var phone = await host.SignedInByWeChat();
        var first = phone.RefreshToken;
        var next = (await phone.Refresh(first)).Is(200);
        Assert.NotEqual(first, (string)next["refreshToken"]!);
        var again = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Phone().Refresh(first)));
        Assert.All(again, a => Assert.Equal((string)next["refreshToken"]!, (string)a.Is(200)["refreshToken"]!));
    }

    [Fact]
    public async Task An_old_refresh_token_ends_the_session_for_whoever_has_the_new_one()
    {
        var clock = new StoppedClock(TimeProvider.System.GetUtcNow());
        var later = host.Another(clock);
        var phone = await host.SignedInByWeChat(on: later);
        var old = phone.RefreshToken;
        phone.Accept(await phone.Refresh());
        clock.Now += LitigantSession.RetryWindow + TimeSpan.FromSeconds(1);
        (await host.Phone(later).Refresh(old)).IsRefused(401, "auth.refresh_invalid");
        (await phone.Refresh()).IsRefused(401, "auth.refresh_invalid");
        await Wait.Until("the access token is dead too", async () => (await phone.Get("/me")).Status == 401);
    }

    [Fact]
    public async Task A_session_ends_after_thirty_days_without_use()
    {
        var clock = new StoppedClock(TimeProvider.System.GetUtcNow());
        var later = host.Another(clock);
        var phone = await host.SignedInByWeChat(on: later);
        clock.Now += TimeSpan.FromDays(29);
        phone.Accept(await phone.Refresh());
        clock.Now += TimeSpan.FromDays(30);
        (await phone.Refresh()).IsRefused(401, "auth.refresh_invalid");
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all!")]
    public async Task Nonsense_is_no_refresh_token(string token) =>
        (await host.Phone().Refresh(token)).IsRefused(401, "auth.refresh_invalid");

    [Fact]
    public async Task Signing_out_kills_both_tokens_at_once()
    {
        var phone = await host.SignedInByWeChat();
        (await phone.Get("/me")).Is(200);
        (await phone.Post("/auth/sign-out")).Is(204);
        (await phone.Get("/me")).IsRefused(401, "auth.required");
        (await phone.Refresh()).IsRefused(401, "auth.refresh_invalid");
    }

    [Fact]
    public async Task A_device_signed_out_elsewhere_is_out_on_every_host()
    {
        var other = host.Another();
        var person = $"two{CourtData.Next()}";
        var (lost, kept) = (await host.SignedInByWeChat(person, other), await host.SignedInByWeChat(person));
        (await lost.Get("/me")).Is(200);
        var devices = (await kept.Get("/me/sessions")).Is(200)["items"]!.AsArray();
        Assert.Equal(2, devices.Count);
        var id = devices.Single(d => !(bool)d!["current"]!)!["id"]!;
        (await kept.Delete($"/me/sessions/{id}")).Is(204);
        await Wait.Until("the device is out", async () => (await lost.Get("/me")).Status == 401);
        Assert.Single((await kept.Get("/me/sessions")).Is(200)["items"]!.AsArray());
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50", "iPhone·微信")]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0",
        "Windows 电脑·Edge 浏览器"
    )]
    [InlineData("something else", "微信")]
    public async Task A_device_is_named_so_that_its_owner_knows_it(string agent, string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/wechat")
        {
            Content = JsonContent.Create(new { code = host.WeChatCode($"d{CourtData.Next()}") }),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        var phone = host.Phone();
        phone.Accept(await phone.Send(request));
        Assert.Equal(name, (string)(await phone.Get("/me/sessions")).Is(200)["items"]![0]!["device"]!);
    }

    [Fact]
    public async Task Another_persons_session_is_not_found()
    {
        var (mine, theirs) = (await host.SignedInByWeChat(), await host.SignedInByWeChat());
        var id = (await theirs.Get("/me/sessions")).Is(200)["items"]![0]!["id"]!;
        var refused = await mine.Delete($"/me/sessions/{id}");
        refused.IsRefused(404, "session.not_found");
        Assert.Equal(refused.WithoutErrorNumber, (await mine.Delete($"/me/sessions/{Guid.CreateVersion7()}")).WithoutErrorNumber);
        (await theirs.Get("/me")).Is(200);
    }
}
