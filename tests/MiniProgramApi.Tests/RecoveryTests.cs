using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>One ID number, one account, and the way back into it.</summary>
[Collection(ApiTest.Name)]
public sealed class RecoveryTests(ApiHost host)
{
    private readonly string _idNumber = CourtData.IdNumber(CourtData.Next());
    private readonly string _phone = CourtData.Mobile(CourtData.Next());

    [Fact]
    public async Task Whoever_lost_phone_and_WeChat_gets_the_account_back_and_whoever_was_in_it_is_out()
    {
        var former = await host.SignedInWithPhone();
        var me = (await former.Post("/me/real-name", new { name = "周小明", idNumber = _idNumber })).Is(200);
        var fresh = host.StrangePhone();
        await fresh.SignInBySms(_phone, await CodeFor(fresh)); // an account of its own, in which nothing is

        await Recover("周小明", await Clerk());
        (await former.Refresh()).IsRefused(401, "auth.refresh_invalid");
        foreach (var phone in new[] { former, fresh })
        {
            await Wait.Until("the access token is dead too", async () => (await phone.Get("/me")).Status == 401);
            (await phone.Get("/me")).IsRefused(401, "auth.required");
        }

        await Later();
        fresh.AccessToken = null;
        await fresh.SignInBySms(_phone, await CodeFor(fresh));
        var found = (await fresh.Get("/me")).Is(200);
        Assert.Equal(((string)me["id"]!, true), ((string)found["id"]!, (bool)found["verified"]!));
        var row = await host.Data.Use(
            (CourtDb db) =>
                db.Set<TraceRow>().SingleAsync(t => t.SubjectId == Guid.Parse((string)me["id"]!) && t.Kind == LitigantFacts.Recovered)
        );
        Assert.Equal(new AccountRecovered("原手机号停用，查验身份证原件"), row.Read<AccountRecovered>());
    }

    [Fact]
    public async Task Only_the_counter_recovers_and_only_what_is_there()
    {
        var owner = await host.SignedInWithPhone();
        (await owner.Post("/me/real-name", new { name = "周小明", idNumber = _idNumber })).Is(200);
        Assert.Equal("account_recovery.not_yours", await Refused("周小明", Role.Judge));
        Assert.Equal("account_recovery.not_yours", await Refused("周小明", Role.Administrator));
        Assert.Equal("account_recovery.not_found", await Refused("周大明", Role.FilingDivision));

        var taken = await host.Data.Litigant();
        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await Recover("周小明", await Clerk(), taken.Phone));
        Assert.Equal("litigant.phone_taken", refused.Code);
        (await owner.Get("/me")).Is(200);
    }

    private async Task<string> Refused(string name, Role role)
    {
        var by = await host.Data.ActorOf(await host.Data.Staff(role, await host.Data.Division()));
        return (await Assert.ThrowsAsync<RefusedException>(() => Recover(name, by))).Code;
    }

    private async Task<Actor> Clerk() => await host.Data.ActorOf(await host.Data.Staff(Role.FilingDivision, await host.Data.Division()));

    private Task<Litigant> Recover(string name, Actor by, string? phone = null) =>
        host.Data.Use(
            (RecoverAccount r) => r.Handle(name, _idNumber, phone ?? _phone, " 原手机号停用，查验身份证原件 ", by, CancellationToken.None)
        );

    private async Task<string> CodeFor(Phone phone)
    {
        (await phone.Post("/auth/sms-code", new { phone = _phone })).Is(202);
        return (await host.Data.SmsCode(_phone))!;
    }

    private Task Later() =>
        host.Data.Use(
            (CourtDb db) =>
                db.Set<SmsCode>()
                    .Where(c => c.Phone == _phone)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.CreatedAt, c => c.CreatedAt.AddHours(-1)))
        );
}
