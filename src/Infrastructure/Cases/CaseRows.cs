using Domain.Cases;
using Domain.Shared;
using Infrastructure.Paging;

namespace Infrastructure.Cases;

/// <summary>A case as a hit of the look-up.</summary>
/// <param name="IsMine">The viewer sits in it or assists in it.</param>
/// <param name="Parties">Full names, for staff who have verified the caller; screens mask them until then.</param>
public sealed record CaseRow(
    Guid Id,
    string Number,
    string Cause,
    CaseState State,
    DateOnly FiledOn,
    bool IsSensitive,
    bool IsMine,
    string Court,
    string Division,
    string? Judge,
    IReadOnlyList<PartyRow> Parties
);

public sealed record PartyRow(string Name, PartyRole Role, bool IsOrganisation)
{
    /// <summary>
    /// 原告 张*; whole to those whose case it is, and to who hears a checked caller; an organisation's name is public, a sensitive case shows no
    /// names (domain facts §10.4).
    /// </summary>
    public string Shown(bool verified, bool mine, bool sensitive) =>
        $"{Role.Chinese()} {ShownName.InCase(Name, sensitive, verified || mine || IsOrganisation)}";
}

/// <summary>A case as an agent reads it out.</summary>
/// <param name="CallerRole">原告, 被告的代理人: who in the case has the caller's number; empty when nobody has.</param>
/// <param name="CallerName">That person's name.</param>
public sealed record CaseCardData(
    CaseRow Case,
    CaseStage Stage,
    CaseRestriction Restriction,
    DateTimeOffset? HearingAt,
    string? Clerk,
    string? Liaison,
    Guid CourtId,
    string CallerRole,
    string CallerName
);

/// <summary>What a look-up by what an agent typed came to.</summary>
/// <param name="Number">The number as read, also when there is no such case here.</param>
/// <param name="CourtId">The court that the number names, when it is one of ours.</param>
/// <param name="Message">What was repaired, doubted or not found; empty when nothing.</param>
public sealed record CaseLookup(IReadOnlyList<CaseRow> Rows, Cursor? Next, string? Number, Guid? CourtId, string Message);
