using Domain.Bindings;
using Domain.Cases;
using Infrastructure.WorkOrders;

namespace Infrastructure.Bindings;

/// <summary>What the form offers, and by when the court answers what is sent now.</summary>
public sealed record BindingTerms(Due AnswerBy, IReadOnlyList<AgentKindChoice> Kinds, IReadOnlyList<AuthorityItemChoice> Items);

/// <param name="Licensed">Asks for a licence number and a firm.</param>
/// <param name="Papers">To be brought (民诉法解释 88).</param>
/// <param name="MorePapers">That may be brought besides.</param>
public sealed record AgentKindChoice(
    AgentKind Code,
    string Name,
    bool Licensed,
    IReadOnlyList<PaperChoice> Papers,
    IReadOnlyList<PaperChoice> MorePapers
);

public sealed record PaperChoice(PaperKind Kind, string Name);

public sealed record AuthorityItemChoice(AuthorityItems Code, string Name);

/// <summary>A request as its person sees it: the same whether there is such a case or not, until it is approved.</summary>
public sealed record LitigantBinding
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>As it was typed, masked.</summary>
    public required string PartyName { get; init; }

    /// <summary>By the number of the case.</summary>
    public required string CourtName { get; init; }

    public required string KindName { get; init; }
    public required string PaperAuthorityName { get; init; }
    public required BindingState State { get; init; }
    public required string StateText { get; init; }
    public required string AskedText { get; init; }
    public required Due AnswerBy { get; init; }

    /// <summary>What is missing, all of it; empty unless it is awaited.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Until when it may be brought; null while nothing is awaited.</summary>
    public required string? SupplementBy { get; init; }

    /// <summary>Why not, or as what it was bound; null before it was decided.</summary>
    public required string? Outcome { get; init; }

    /// <summary>As what the agent is bound; empty before.</summary>
    public required string AuthorityName { get; init; }

    public required string? EndsOnText { get; init; }
    public required string? EndedText { get; init; }
    public required IReadOnlyList<BindingPaperView> Papers { get; init; }

    /// <summary>That the person may bring now.</summary>
    public required IReadOnlyList<PaperChoice> PaperKinds { get; init; }

    public required UrgeView Urge { get; init; }
    public required bool CanSupplement { get; init; }

    /// <summary>Take it back, or end the authority.</summary>
    public required bool CanEnd { get; init; }

    /// <summary>The court entered it from the paper.</summary>
    public required bool EnteredByCourt { get; init; }

    public required long Version { get; init; }
}

public sealed record BindingPaperView(PaperKind Kind, string Name, AttachmentView File);

public sealed record LitigantBindingPage(IReadOnlyList<LitigantBinding> Items, string? NextCursor);

/// <summary>An agent who acts for this person.</summary>
public sealed record GivenAuthority(
    Guid Id,
    string Number,
    string CaseNumber,
    string AgentName,
    string KindName,
    string AuthorityName,
    string? EndsOnText
);

public sealed record GivenAuthorities(IReadOnlyList<GivenAuthority> Items);
