using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Given;

namespace Infrastructure.Tests.DocumentService;

/// <summary>Which law a stored service is concluded by, and what it cites.</summary>
public sealed class CitedLawTests : ServiceDeskTest
{
    [Theory]
    [InlineData(LeftPlace.Residence, ServiceRule.Left, "民事诉讼法第八十九条")]
    [InlineData(LeftPlace.Court, ServiceRule.LeftElsewhere, "民事诉讼法解释第一百三十一条")]
    [InlineData(LeftPlace.Elsewhere, ServiceRule.LeftElsewhere, "民事诉讼法解释第一百三十一条")]
    public async Task A_refusal_is_served_by_the_rule_of_the_place(LeftPlace place, ServiceRule rule, string cite)
    {
        var service = await Begun(Sms);
        await Left(service, place);
        var copy = (await Stored(service)).Copies.Single();
        Assert.Equal(rule, copy.Rule);
        Assert.Contains(cite, copy.Rule!.Value.Chinese(service.Procedure));
    }

    [Fact]
    public async Task In_a_criminal_case_the_criminal_procedure_law_is_cited_and_returned_mail_serves_nobody()
    {
        var service = await Criminal(Sms);
        await Refused("service_entry.left_at_residence_only", () => Left(service, LeftPlace.Court));
        service = await Criminal(Sms);
        await Left(service, LeftPlace.Residence);
        var copy = (await Stored(service)).Copies.Single();
        Assert.Equal(
            "留置送达之日（刑事诉讼法第一百零七条第二款、刑事诉讼法解释第二百零四条）",
            copy.Rule!.Value.Chinese(service.Procedure)
        );
        Assert.Equal("刑事诉讼法第二百三十条", copy.LimitLaw);

        var mail = await Criminal(Post);
        var id = mail.Attempts[0].Id;
        await Data.Use((RecordPosting u) => u.Handle(mail.Id, id, "EY123456789CN", Now, Clerk, default));
        await Data.Use((RecordReturn u) => u.Handle(mail.Id, id, new DateOnly(2026, 11, 20), ReturnReason.Refused, false, Clerk, default));
        Assert.Equal(ServiceStanding.Pending, (await Stored(mail)).Copies.Single().Standing);
    }

    /// <summary>CrPL 107, CrInt 208: the accused takes the papers himself, and what CPL 60 says of capacity is not asked.</summary>
    [Fact]
    public async Task A_minor_accused_in_custody_signs_himself_through_the_institution()
    {
        var @case = await Crime();
        var facts = new NotedFacts("逮捕通知书") { IsInCustody = true, IsMinor = true };
        await Data.Use((NoteCaseFacts u) => u.Handle(CourtDataServing.Facts(@case.Parties[0], facts), Clerk, default));
        var service = (await Data.BegunServices(@case, ClerkStaff, [CourtDataServing.Recipient(@case.Parties[0], ways: Post)])).Single();
        var id = await Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.InPerson, "", "", false, Clerk, default));
        Task Sign(SignerRelation relation) =>
            Data.Use(
                (RecordPaperSignature u) => u.Handle(service.Id, id, "霍小明", relation, "广州市第一看守所", Now, null, Clerk, default)
            );
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Sign(SignerRelation.StatutoryAgent));
        Assert.Contains("刑事诉讼法解释第二百零八条", refused.Message, StringComparison.Ordinal);
        await Sign(SignerRelation.Self);
        Assert.Equal(ServiceRule.Signature, (await Stored(service)).Copies.Single().Rule);
    }

    private Task<Case> Crime() => Data.Case(number: $"(2026)粤0104刑初{Random.Shared.Next(1000, 99999)}号", cause: "盗窃罪");

    private async Task<Service> Criminal(PlannedWay way)
    {
        var @case = await Crime();
        return (await Data.BegunServices(@case, ClerkStaff, [CourtDataServing.Recipient(@case.Parties[0], ways: way)])).Single();
    }

    private async Task Left(Service service, LeftPlace place)
    {
        var id = await Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.InPerson, "", "", false, Clerk, default));
        await Data.Use((RecordLeft u) => u.Handle(service.Id, id, place, "居委会 刘某 见证，并录像", false, Now, Clerk, default));
    }
}
