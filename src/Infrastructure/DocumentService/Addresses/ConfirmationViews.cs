using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Litigants;

namespace Infrastructure.DocumentService;

public sealed record MyConfirmations(bool Verified, IReadOnlyList<ConfirmationView> Items, string? NextCursor);

/// <param name="Notices">告知事项, to read above the form.</param>
public sealed record ConfirmationSubjects(
    bool Verified,
    IReadOnlyList<string> Notices,
    IReadOnlyList<SubjectView> Items,
    string? NextCursor
);

/// <summary>An electronic address that the person offered for being served.</summary>
/// <param name="BasisText">Document and date: 确认书 2026-06-08; 答辩状（2026-09-12）载明.</param>
/// <param name="CanEnd">By itself; one that stands in a form ends with the form.</param>
/// <param name="ScopeText">The steps that the form covers: 二审、执行; null for one of a pleading, which holds for its case.</param>
/// <param name="IsUsedNow">The step that the case is in is covered.</param>
public sealed record DesignatedAddress(
    Guid Id,
    AddressKind Kind,
    string KindText,
    string Value,
    string BasisText,
    bool CanEnd,
    string? ScopeText,
    bool IsUsedNow
)
{
    /// <param name="form">In force; null where none is.</param>
    internal static DesignatedAddress Of(ServiceAddress a, AddressConfirmation? form, ConfirmationScope now)
    {
        var scope = a.ConfirmationId is { } id && id == form?.Id ? form.Scope : (ConfirmationScope?)null;
        return new(
            a.Id,
            a.Kind,
            a.Kind.Chinese(),
            a.Value,
            a.Origin,
            a.Basis == AddressBasis.Provided,
            scope?.Chinese(),
            scope?.HasFlag(now) ?? true
        );
    }
}

/// <param name="IsNow">The step that the case is in.</param>
public sealed record ScopeView(ConfirmationScope Value, string Text, bool IsNow);

/// <summary>A position in a case for which its person can sign.</summary>
/// <param name="Current">In force; null where none is.</param>
/// <param name="Designated">What documents come by electronically, each with what says so and for which steps.</param>
/// <param name="PostalAddress">Where paper goes, as the person gave it; it outlives a withdrawn consent. Null where none was given.</param>
/// <param name="Prefill">The form in force, to change it; without one nothing is chosen, and the addresses are suggestions.</param>
public sealed record SubjectView(
    Guid CaseId,
    string CaseNumber,
    string CaseTitle,
    string CourtName,
    Guid PartyId,
    Guid? AgentId,
    string PartyName,
    string RoleText,
    string SignerName,
    string SignerRelation,
    ConfirmationView? Current,
    IReadOnlyList<DesignatedAddress> Designated,
    string? PostalAddress,
    FormView Prefill,
    IReadOnlyList<ScopeView> Scopes
);

public record FormView(
    bool AcceptsElectronic,
    bool AcceptsWeChat,
    bool AcceptsAccount,
    string Mobile,
    string Email,
    string PostalAddress,
    string Postcode,
    IReadOnlyList<ConfirmationScope> Scope,
    bool KeepsSecret,
    string Remarks
)
{
    public static FormView Of(AddressConfirmation c) =>
        new(
            c.AcceptsElectronic,
            c.AcceptsWeChat,
            c.AcceptsAccount,
            c.Mobile,
            c.Email,
            c.PostalAddress,
            c.Postcode,
            Split(c.Scope),
            c.KeepsSecret,
            c.Remarks
        );

    internal static IReadOnlyList<ConfirmationScope> Split(ConfirmationScope scope) =>
        [.. ConfirmationScopes.Names.Where(n => scope.HasFlag(n.Scope)).Select(n => n.Scope)];
}

public enum ConfirmationState
{
    InForce,
    Replaced,
    Withdrawn,
}

public sealed record ConfirmationView : FormView
{
    private ConfirmationView(FormView form)
        : base(form) { }

    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public string CaseNumber { get; private init; } = "";
    public string CaseTitle { get; private init; } = "";
    public string CourtName { get; private init; } = "";
    public Guid PartyId { get; private init; }
    public Guid? AgentId { get; private init; }
    public string PartyName { get; private init; } = "";
    public string RoleText { get; private init; } = "";
    public string SignerName { get; private init; } = "";
    public string SignerRelation { get; private init; } = "";
    public ConfirmationMeans Means { get; private init; }
    public string MeansText { get; private init; } = "";
    public string ScopeText { get; private init; } = "";
    public bool HasSignature { get; private init; }
    public DateTimeOffset ConfirmedAt { get; private init; }
    public string ConfirmedText { get; private init; } = "";
    public ConfirmationState State { get; private init; }
    public string StateText { get; private init; } = "";
    public string? EndedText { get; private init; }
    public bool CanWithdraw { get; private init; }

    internal static ConfirmationView Of(AddressConfirmation c, KnownCase at)
    {
        var state = StateOf(c);
        var party = at.Case.Parties.Single(p => p.Id == c.PartyId);
        return new ConfirmationView(FormView.Of(c))
        {
            Id = c.Id,
            CaseId = c.CaseId,
            CaseNumber = at.Row.Number,
            CaseTitle = at.Row.Title,
            CourtName = at.Row.CourtName,
            PartyId = c.PartyId,
            AgentId = c.AgentId,
            PartyName = LitigantConfirmationQueries.NameOf(party, at.Case),
            RoleText = RoleOf(party.Role, c.AgentId is not null),
            SignerName = c.SignerName,
            SignerRelation = c.SignerRelation,
            Means = c.Means,
            MeansText = c.Means.Chinese(),
            ScopeText = c.Scope.Chinese(),
            HasSignature = c.SignatureSha256 is not null,
            ConfirmedAt = c.ConfirmedAt,
            ConfirmedText = ChinaTime.DayWithYear(ChinaTime.DayOf(c.ConfirmedAt)),
            State = state,
            StateText = Chinese(state),
            EndedText = c.EndedAt is { } ended ? ChinaTime.DayWithYear(ChinaTime.DayOf(ended)) : null,
            CanWithdraw = state == ConfirmationState.InForce,
        };
    }

    internal static string RoleOf(PartyRole party, bool isAgent) => party.Chinese() + (isAgent ? "的代理人" : "");

    /// <param name="of">Of an agent the party's name; null for the party itself.</param>
    /// <returns>被告; 被告麦泽雯的代理人.</returns>
    internal static string RoleOf(PartyRole party, string? of) => RoleOf(party, isAgent: false) + (of is null ? "" : $"{of}的代理人");

    public static ConfirmationState StateOf(AddressConfirmation c) =>
        c.IsInForce ? ConfirmationState.InForce
        : c.WithdrawnAt is not null ? ConfirmationState.Withdrawn
        : ConfirmationState.Replaced;

    public static string Chinese(ConfirmationState state) =>
        state switch
        {
            ConfirmationState.InForce => "有效",
            ConfirmationState.Replaced => "已由新的代替",
            ConfirmationState.Withdrawn => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
