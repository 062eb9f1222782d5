using Domain.Attachments;
using Domain.Bindings;
using Domain.Calendar;
using Domain.Cases;
using Domain.Shared;

namespace Infrastructure.Bindings;

/// <summary>The lists of the review page.</summary>
public enum BindingList
{
    ToReview,
    Awaiting,
    Decided,
}

/// <param name="PartyName">As far as the reader may see it.</param>
/// <param name="At">By which its list is ordered.</param>
public sealed record BindingRow(
    Guid Id,
    string Number,
    string CaseNumber,
    string AgentName,
    AgentKind AgentKind,
    string PartyName,
    BindingState State,
    DateTimeOffset AskedAt,
    DateTimeOffset DueAt,
    CountedDay DueOn,
    CountedDay? SupplementBy,
    int Level,
    int UrgeCount,
    bool IsUnread,
    DateTimeOffset At
);

public sealed record PaperFile(PaperKind Kind, Attachment File);

/// <summary>Everything that the review page shows of one request.</summary>
/// <param name="MayReview">The reader decides.</param>
public sealed record BindingDetail(
    CaseBinding Binding,
    string Court,
    Case? Case,
    IReadOnlyList<BindingCheck> Checks,
    IReadOnlyList<PaperFile> Papers,
    IReadOnlyList<TraceRow> Trace,
    bool MayReview,
    WorkCalendar Calendar
)
{
    public CaseParty? Party => Case?.Parties.Find(p => p.Id == Binding.PartyId);

    /// <summary>In full to those whose case it is.</summary>
    public string PartyName => ShownName.InCase(Binding.PartyName, Binding.IsSensitive, MayReview);

    public string AgentName => ShownName.InCase(Binding.AgentName, isSensitive: false, MayReview);
}

/// <summary>A case in which the reader may enter an agent.</summary>
public sealed record CaseToEnter(Guid Id, string Number, string Cause, IReadOnlyList<PartyToEnter> Parties);

/// <param name="Agents">Who acts for the party now.</param>
public sealed record PartyToEnter(Guid Id, string Name, string Role, IReadOnlyList<string> Agents);
