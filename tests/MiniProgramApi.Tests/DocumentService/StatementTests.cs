using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests.DocumentService;

/// <summary>A mediation statement (调解书) that two tasks bring to its two parties, as each of them sees it on the phone.</summary>
[Collection(ApiTest.Name)]
public sealed class StatementTests(ApiHost host)
{
    [Fact]
    public async Task It_binds_when_the_last_of_both_has_signed_whichever_task_brought_it()
    {
        var (one, other) = (await host.Data.Litigant(), await host.Data.Litigant("李秋生"));
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        var @case = await Between(one, other);
        var ofOne = (await host.Data.BegunServices(@case, clerk, null, DocumentKind.MediationStatement)).Single();
        var ofOther = (
            await host.Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[1])], DocumentKind.MediationStatement)
        ).Single();
        var (first, last) = (await host.SignedIn(one), await host.SignedIn(other));

        Assert.Equal("已签收，待各方签收", await Sign(first, ofOne));
        Assert.Equal([null, null], await Days(ofOne, ofOther));

        Assert.Equal("已签收", await Sign(last, ofOther));
        var today = Domain.Shared.ChinaTime.DayOf(host.Data.Now());
        Assert.Equal([today, today], await Days(ofOne, ofOther));
        Assert.Equal("已签收", await StateText(first, ofOne));
        var found = await host.Data.VerifyTrace();
        Assert.True(found.IsIntact, found.ToString());
    }

    private static async Task<string> Sign(Phone phone, Service service)
    {
        (await phone.Get($"/documents/{service.Copies[0].Id}/file")).IsOk();
        (await phone.Post("/documents/sign", new { ids = new[] { service.Copies[0].Id } })).Is(200);
        return await StateText(phone, service);
    }

    private static async Task<string> StateText(Phone phone, Service service) =>
        (string)(await phone.Get($"/documents/{service.Copies[0].Id}")).Is(200)["stateText"]!;

    private Task<List<DateOnly?>> Days(params Service[] services)
    {
        var ids = services.Select(s => s.Id).ToList();
        return host.Data.Use(
            (CourtDb db) => db.Set<Service>().Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id).Select(s => s.EffectiveOn).ToListAsync()
        );
    }

    private async Task<Case> Between(Litigant plaintiff, Litigant defendant)
    {
        var @case = await host.Data.Case(plaintiff, defendant: defendant.Name!);
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<CaseParty>()
                    .Where(p => p.Id == @case.Parties[1].Id)
                    .ExecuteUpdateAsync(p =>
                        p.SetProperty(x => x.IdentityKey, defendant.IdentityKey).SetProperty(x => x.Phone, defendant.Phone)
                    )
        );
        return @case;
    }
}
