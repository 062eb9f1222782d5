namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class RateLimitTests(ApiHost host)
{
    [Fact]
    public async Task A_person_who_sends_too_many_messages_is_told_when_to_go_on_and_others_are_not_held_up()
    {
        var strict = host.Another(null, ("RateLimits:CreatePerPerson", "3"));
        var (busy, other) = (await host.SignedInByWeChat(on: strict), await host.SignedInByWeChat(on: strict));
        for (var i = 0; i < 3; i++)
            await Leave(busy, 201);
        await Leave(busy, 429);
        await Leave(other, 201);
    }

    [Fact]
    public async Task What_was_agreed_to_at_sign_in_is_recorded_however_much_was_sent()
    {
        var strict = host.Another(null, ("RateLimits:CreatePerPerson", "1"));
        var busy = await host.SignedInByWeChat(on: strict);
        await Leave(busy, 201);
        await Leave(busy, 429);
        var ids = (await busy.Get("/agreements")).Is(200)["items"]!.AsArray().Select(a => (Guid)a!["id"]!).ToArray();
        (await busy.Post("/me/agreements", new { ids })).Is(204);
    }

    [Fact]
    public async Task An_address_that_tries_to_sign_in_too_often_is_told_when_to_go_on()
    {
        var strict = host.Another(null, ("RateLimits:SignInPerAddress", "2"), ("RateLimits:SmsCodePerAddress", "2"));
        for (var i = 0; i < 2; i++)
            (await host.Phone(strict).Post("/auth/sms", new { phone = "13700000000", code = "123456" })).IsRefused(
                401,
                "auth.sms_code_wrong"
            );
        IsLimited(await host.Phone(strict).Post("/auth/wechat", new { code = host.WeChatCode("many") }));
        (await host.Phone(strict).Post("/auth/sms-code", new { phone = "13700000001" })).Is(202);
        IsLimited(await host.Phone(strict).Post("/auth/sms-code", new { phone = "13700000002" }));
    }

    [Fact]
    public async Task An_address_that_guesses_numbers_and_codes_is_held_up()
    {
        var strict = host.Another(null, ("RateLimits:VerificationPerAddress", "2"));
        for (var i = 0; i < 2; i++)
            (await host.Phone(strict).Get("/verifications/SDHZ20261120-000001?code=AAAA")).IsRefused(404, "verification.not_found");
        IsLimited(await host.Phone(strict).Get("/verifications/SDHZ20261120-000002?code=AAAA"));
    }

    private async Task Leave(Phone phone, int status)
    {
        var answer = await phone.Post(
            "/work-orders",
            new
            {
                id = Guid.CreateVersion7(),
                category = "suggestion",
                text = "台阶太高。",
                courtId = (await host.Data.Court()).Id,
            }
        );
        if (status == 429)
            IsLimited(answer);
        else
            answer.Is(status);
    }

    private static void IsLimited(Answer answer)
    {
        answer.IsRefused(429, "rate.limited");
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }
}
