using Domain.Cases;
using Domain.DocumentService;

namespace Infrastructure.Demo;

/// <summary>Paper forms of 送达地址确认书 that a clerk noted.</summary>
internal static class DemoConfirmations
{
    /// <param name="agent">Who signed as the party's agent; null when the party did.</param>
    /// <param name="postal">With the postcode at the end.</param>
    /// <param name="byPhone">By SMS and WeChat too; else by the account alone.</param>
    public static AddressConfirmation Noted(
        DemoCase @case,
        CaseParty party,
        CaseAgent? agent,
        string email,
        string postal,
        DateOnly day,
        DemoPost clerk,
        bool byPhone = true
    )
    {
        var at = DemoCalendar.At(day, 630);
        var subject = new ConfirmationSubject(new RecipientKey(party.Id, agent?.Id), agent?.IdentityKey ?? party.IdentityKey)
        {
            CaseId = @case.Case.Id,
            CourtId = @case.Case.CourtId,
            DivisionId = @case.Case.DivisionId,
            Role = party.Role,
        };
        var form = new ConfirmationForm(
            true,
            byPhone,
            true,
            byPhone ? agent?.Phone ?? DemoFaces.PhoneOf(party) : "",
            email,
            postal[..^7],
            postal[^6..],
            ConfirmationScope.FirstInstance | ConfirmationScope.Enforcement,
            false,
            ""
        );
        var (name, relation) = agent is not null ? (agent.Name, "诉讼代理人") : (party.Name, "本人");
        return AddressConfirmation.Note(Guid.CreateVersion7(at), subject, form, ConfirmationMeans.Paper, name, relation, clerk.Actor, at);
    }

    /// <summary>The form and the addresses that stand in it.</summary>
    public static IEnumerable<object> WithAddresses(this AddressConfirmation confirmation, DemoPost clerk) =>
        [confirmation, .. confirmation.Addresses(clerk.Actor)];
}
