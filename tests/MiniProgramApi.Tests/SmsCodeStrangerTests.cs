using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Given;
using Infrastructure.Litigants;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests;

/// <summary>What a stranger who knows a number can take from its owner: nothing.</summary>
[Collection(ApiTest.Name)]
public sealed class SmsCodeStrangerTests(ApiHost host)
{
    private readonly string _number = CourtData.Mobile(CourtData.Next());

    [Fact]
    public async Task Wrong_guesses_burn_the_guessers_code_and_not_the_owners()
    {
        var (owner, stranger) = (host.StrangePhone(), host.StrangePhone());
        (await owner.Post("/auth/sms-code", new { phone = _number })).Is(202);
        var code = (await host.Data.SmsCode(_number))!;
        (await stranger.Post("/auth/sms-code", new { phone = _number })).Is(202);
        for (var i = 0; i < 2 * SmsCode.MaxTries; i++)
            await Refused(stranger, i % 2 == 0 ? "000000" : "999999");
        await Refused(stranger, code); // nor does the right one help elsewhere
        owner.Accept(await owner.Post("/auth/sms", new { phone = _number, code }));
    }

    [Fact]
    public async Task What_strangers_use_up_is_not_the_owners()
    {
        var api = host.Another(null, ("SmsCodes:StrangersPerPhone", "3"));
        var owner = await Known(api);
        for (var i = 0; i < 2; i++) // the owner's first one counted too
            (await host.StrangePhone(api).Post("/auth/sms-code", new { phone = _number })).Is(202);
        (await host.StrangePhone(api).Post("/auth/sms-code", new { phone = _number })).IsRefused(429, "auth.sms_code_limit");

        await AnHourLater();
        Assert.Equal(202, (await owner.PostOnce("/auth/sms-code", new { phone = _number })).Status); // and without work
        owner.Accept(await owner.Post("/auth/sms", new { phone = _number, code = await host.Data.SmsCode(_number) }));
    }

    [Fact]
    public async Task One_network_cannot_use_up_what_strangers_share()
    {
        var api = host.Another(null, ("SmsCodes:StrangersPerNetwork", "2"), ("Proxy:Addresses:0", "127.0.0.1"));
        api.Listen();
        for (var i = 0; i < 2; i++)
            (await From("198.51.100.7").Post("/auth/sms-code", new { phone = _number })).Is(202);
        (await From("198.51.100.7").Post("/auth/sms-code", new { phone = _number })).IsRefused(429, "auth.sms_code_limit");
        (await From("192.0.2.1").Post("/auth/sms-code", new { phone = _number })).Is(202);

        Phone From(string network)
        {
            var http = new HttpClient { BaseAddress = api.ClientOptions.BaseAddress };
            http.DefaultRequestHeaders.Add("X-Forwarded-For", network);
            return new Phone(http) { Device = Guid.CreateVersion7().ToString() };
        }
    }

    [Fact]
    public async Task A_stranger_works_for_each_code_and_each_work_is_good_once_here_and_now()
    {
        var clock = new StoppedClock(TimeProvider.System.GetUtcNow());
        var api = host.Another(clock, ("SmsCodes:ProofBits", "10"));
        var stranger = host.StrangePhone(api);
        var asked = (await Ask(stranger)).Is(200);
        Assert.Equal(10, (int)asked["bits"]!);
        Assert.Equal(0, await Sent());

        var proof = Phone.Proof(asked);
        var unsolved = Phone.Proof(asked);
        unsolved["number"] = (uint)unsolved["number"]! - 1; // the first number that fits was taken
        await IsAskedAgain(stranger, unsolved);
        var (other, forged) = (Phone.Proof(asked), Phone.Proof(asked));
        forged["challenge"] = ((string)forged["challenge"]!).Replace(".10.", ".1.", StringComparison.Ordinal);
        await IsAskedAgain(stranger, forged);
        await IsAskedAgain(host.StrangePhone(api), other); // another device's
        Assert.Equal(0, await Sent());

        Assert.Equal(202, (await Ask(stranger, proof)).Status);
        clock.Now += SmsCode.ResendAfter;
        await IsAskedAgain(stranger, Phone.Proof(asked)); // used
        var late = Phone.Proof((await Ask(stranger)).Is(200));
        clock.Now += WorkChallenges.Lifetime;
        await IsAskedAgain(stranger, late);
        Assert.Equal(1, await Sent());
    }

    [Fact]
    public async Task A_call_without_a_device_is_refused()
    {
        var nameless = new Phone(host.Factory.CreateClient()) { Device = "short" };
        (await nameless.Post("/auth/sms-code", new { phone = _number })).IsRefused(400, "request.invalid");
        (await nameless.Post("/auth/sms", new { phone = _number, code = "123456" })).IsRefused(400, "request.invalid");
    }

    [Fact]
    public async Task When_all_phones_together_get_too_many_strangers_wait_and_administrators_hear()
    {
        var owner = await Known(host.Factory);
        var administrator = await host.Data.Staff(Role.Administrator, await host.Data.Division(court: "gz-zy"));
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<Staff>().Where(s => s.Id == administrator.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Email, "a@court.example"))
        );
        await AnHourLater();
        var api = host.Another(null, ("SmsCodes:StrangersAnHour", "0"));
        (await host.StrangePhone(api).Post("/auth/sms-code", new { phone = _number })).IsRefused(503, "auth.sms_codes_paused");
        Assert.Equal(
            202,
            (await new Phone(api.CreateClient()) { Device = owner.Device }.PostOnce("/auth/sms-code", new { phone = _number })).Status
        );

        await new CourtData(api.Services).Use((RaiseSmsCodeAlarm alarm) => alarm.Run(CancellationToken.None));
        var told = await host.Data.Use(
            (CourtDb db) =>
                db.Set<Notice>()
                    .Where(n => n.RecipientId == administrator.Id && n.Kind == LitigantNotices.CodesPaused.Key)
                    .Select(n => n.Channel)
                    .ToListAsync()
        );
        Assert.Equal([NoticeChannel.Email, NoticeChannel.InApp, NoticeChannel.Sms], told.OrderBy(c => $"{c}"));
    }

    /// <summary>A device on which the number's owner has signed in.</summary>
    private async Task<Phone> Known(HostFactory<LitigantHub> api)
    {
        var owner = host.StrangePhone(api);
        (await owner.Post("/auth/sms-code", new { phone = _number })).Is(202);
        owner.Accept(await owner.Post("/auth/sms", new { phone = _number, code = await host.Data.SmsCode(_number) }));
        owner.AccessToken = null;
        return owner;
    }

    private Task AnHourLater() =>
        host.Data.Use(
            (CourtDb db) =>
                db.Set<SmsCode>()
                    .Where(c => c.Phone == _number)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.CreatedAt, c => c.CreatedAt.AddHours(-1)))
        );

    private Task<Answer> Ask(Phone phone, System.Text.Json.Nodes.JsonNode? proof = null) =>
        phone.PostOnce("/auth/sms-code", proof is null ? new { phone = _number } : Phone.WithProof(new { phone = _number }, proof));

    private async Task IsAskedAgain(Phone phone, System.Text.Json.Nodes.JsonNode proof) =>
        Assert.NotNull((await Ask(phone, proof)).Is(200)["challenge"]);

    private Task<int> Sent() => host.Data.Use((CourtDb db) => db.Set<Notice>().CountAsync(n => n.Address == _number));

    private async Task Refused(Phone phone, string code) =>
        (await phone.Post("/auth/sms", new { phone = _number, code })).IsRefused(401, "auth.sms_code_wrong");
}
