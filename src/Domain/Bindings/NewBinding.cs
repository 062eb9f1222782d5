using Domain.Attachments;
using Domain.Cases;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Bindings;

/// <summary>What the power of attorney says, as who asks or the clerk reads it.</summary>
public sealed record PaperTerms(AgentKind AgentKind, PaperAuthority Authority, AuthorityItems Items)
{
    public string LicenceNumber { get; init; } = "";
    public string Firm { get; init; } = "";

    /// <summary>The last day, where the paper names one.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>What the paper gives: without items named one by one it gives no more than general authority (民诉法解释 89).</summary>
    public AgentAuthority Given => Authority == PaperAuthority.Special ? AgentAuthority.Special : AgentAuthority.General;

    /// <returns>The same as it is kept.</returns>
    internal PaperTerms Checked(DateOnly today)
    {
        if (Authority == PaperAuthority.Special && Items == 0)
            throw BindingErrors.ItemsMissing();
        if (Authority != PaperAuthority.Special && Items != 0)
            throw BindingErrors.ItemsNotGiven();
        if (EndsOn < today)
            throw BindingErrors.EndsBeforeToday();
        var (licence, firm) = (TypedText.Fold(LicenceNumber), TypedText.Storable(Firm));
        if (AgentKind.IsLicensed() && (licence.Length == 0 || firm.Length == 0))
            throw BindingErrors.LicenceMissing();
        return licence.Length <= CaseAgent.LicenceMaxLength && firm.Length <= CaseAgent.FirmMaxLength
            ? this with
            {
                LicenceNumber = licence,
                Firm = firm,
            }
            : throw BindingErrors.TextTooLong();
    }
}

/// <summary>Who is the agent.</summary>
/// <param name="LitigantId">The account; null where the clerk entered somebody from the paper.</param>
public sealed record BindingAgent(Guid? LitigantId, string Name, string Phone, string IdentityKey);

/// <param name="Number">Normal form, as it was typed.</param>
/// <param name="Case">Null where number and name fit none; with its parties where they do.</param>
/// <param name="Party">Of that case, by its name.</param>
public sealed record BindingTarget(string Number, string PartyName, Case? Case, CaseParty? Party);

public sealed record NewBinding(Guid Id, string Number, BindingTarget Target, BindingAgent Agent, PaperTerms Terms)
{
    public Channel Channel { get; init; } = Channel.Hall;
    public LicenceAnswer Licence { get; init; } = new(LicenceVerdict.NotAsked);
    public IReadOnlyList<(PaperKind Kind, Attachment File)> Papers { get; init; } = [];
}

/// <summary>Who decides: somebody of the case's panel or its clerk, or the owner.</summary>
public sealed record Reviewer(Actor By, bool SitsOnCase, string DivisionName)
{
    /// <summary>The case has neither a judge nor a clerk who holds a post.</summary>
    public bool CaseHasNobody { get; init; }
}

/// <summary>As what the agent is bound.</summary>
public sealed record BindingDecision(AgentAuthority Authority, AuthorityItems Items, DateOnly? EndsOn);
