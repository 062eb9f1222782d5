using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A fact of a case or of one of its parties that the trial system may leave open.</summary>
public enum CaseFact
{
    /// <summary>审理程序.</summary>
    TrialProcedure,

    /// <summary>再审适用的程序.</summary>
    RetrialProcedure,

    /// <summary>住所地.</summary>
    Domicile,

    /// <summary>是否在押.</summary>
    Custody,

    /// <summary>是否未成年.</summary>
    Minority,
}

/// <summary>A fact that has to be asked for.</summary>
/// <param name="PartyId">Null for a fact of the whole case.</param>
/// <param name="Name">Of the party, as screens show it; empty for the case.</param>
public sealed record MissingFact(CaseFact Fact, Guid? PartyId, string Name)
{
    /// <summary>For documents served on some of a case's people.</summary>
    /// <param name="parties">The parties that are served, on themselves or on their agents.</param>
    public static IReadOnlyList<MissingFact> For(
        IEnumerable<(DocumentKind Kind, bool IsAppealable)> documents,
        IEnumerable<Recipient> parties
    )
    {
        var kinds = documents.ToList();
        return
        [
            .. parties
                .SelectMany(p =>
                    kinds
                        .SelectMany(d => p.Facts.MissingFor(d.Kind, d.IsAppealable))
                        .Select(f => f.IsOfCase() ? new MissingFact(f, null, "") : new MissingFact(f, p.PartyId, p.Shown))
                )
                .Distinct(),
        ];
    }

    /// <returns>审理程序; 李**的住所地.</returns>
    public string Words => Name.Length == 0 ? Fact.Chinese() : $"{Name}的{Fact.Chinese()}";
}

/// <summary>
/// What the law asks of the case and the party before it says which periods a document starts. Every one of them has to be given;
/// null is unknown and is never taken for an answer.
/// </summary>
/// <param name="ByFirstInstance">Tried by the procedure of first instance: its judgment can be appealed (CPL 218 for a retrial).</param>
/// <param name="HasDomicile">The party has a domicile in China (CPL 283, 285, 286).</param>
/// <param name="IsInCustody">Of an accused: the last day does not roll off rest days (CrPL 105).</param>
public sealed record LimitFacts(
    Procedure Procedure,
    bool? ByFirstInstance,
    TrialProcedure? TrialProcedure,
    bool? HasDomicile,
    bool? IsInCustody
)
{
    /// <summary>港澳台: no foreign party, whose periods it has by reference (JI 549).</summary>
    public bool IsSarOrTaiwan { get; init; }

    /// <summary>What is said of the party where <see cref="HasDomicile"/> is false.</summary>
    public string WithoutDomicile => IsSarOrTaiwan ? "在内地（大陆）没有住所（港澳台，参照涉外规定）" : WithoutDomicileInChina;

    public const string WithoutDomicileInChina = "在我国领域内没有住所";

    /// <summary>Whom the longer periods are for, where no party is spoken of.</summary>
    public const string PartiesWithoutDomicile = $"{WithoutDomicileInChina}的当事人（在内地（大陆）没有住所的港澳台当事人参照适用）";

    /// <param name="settings">How a domicile in 港澳台 is read.</param>
    public static LimitFacts Of(Case @case, CaseParty party, ServiceLawSettings settings) =>
        Of(CaseNumber.Read(@case.Number, int.MaxValue - 1).Number?.TypeCode ?? "", @case, party, settings);

    private static LimitFacts Of(string typeCode, Case @case, CaseParty party, ServiceLawSettings settings) =>
        new(
            TimeLimit.ProcedureOf(typeCode),
            @case.Stage switch
            {
                CaseStage.FirstInstance => true,
                CaseStage.Retrial => @case.RetriesFirstInstance,
                _ => typeCode is "破申" or "清申",
            },
            @case.TrialProcedure,
            settings.HasDomicile(party.Domicile),
            party.Role == PartyRole.Accused ? party.IsInCustody : false
        )
        {
            IsSarOrTaiwan = party.Domicile == Domicile.HongKongMacauTaiwan,
        };

    /// <summary>A last day that is a rest day rolls, but not for an accused in custody.</summary>
    public bool RollsOffRestDays => Procedure != Procedure.Criminal || IsInCustody != true;

    /// <summary>What has to be known before the document is served on the party.</summary>
    public IReadOnlyList<CaseFact> MissingFor(DocumentKind document, bool isAppealable)
    {
        List<CaseFact> missing = [];
        var isDecision = document is DocumentKind.Judgment or DocumentKind.Ruling && isAppealable;
        if (isDecision && ByFirstInstance is null)
            missing.Add(CaseFact.RetrialProcedure);
        var isAppealed = isDecision && ByFirstInstance != false;
        if (Procedure == Procedure.Civil)
        {
            if (isAppealed && TrialProcedure is null)
                missing.Add(CaseFact.TrialProcedure);
            var answers = document == DocumentKind.AppealPetition || (document == DocumentKind.Complaint && ByFirstInstance != false);
            if (HasDomicile is null && (answers || (isAppealed && TrialProcedure != Cases.TrialProcedure.SmallClaims)))
                missing.Add(CaseFact.Domicile);
        }

        if (Procedure == Procedure.Criminal && isAppealed && IsInCustody is null)
            missing.Add(CaseFact.Custody);
        return missing;
    }
}

public static class CaseFactNames
{
    /// <returns>普通程序，住所地在境内. Unknown ones are left out.</returns>
    public static string Chinese(this LimitFacts facts)
    {
        string?[] words =
        [
            facts.TrialProcedure?.Chinese(),
            facts.HasDomicile switch
            {
                true => "在我国领域内有住所",
                false => facts.WithoutDomicile,
                _ => null,
            },
            facts.IsInCustody == true ? "在押" : null,
            facts.ByFirstInstance == true ? "适用第一审程序" : null,
        ];
        return string.Join('，', words.OfType<string>()) is { Length: > 0 } known ? known : "不明";
    }

    public static string Chinese(this CaseFact fact) =>
        fact switch
        {
            CaseFact.TrialProcedure => "审理程序",
            CaseFact.RetrialProcedure => "再审适用的程序",
            CaseFact.Domicile => "住所地",
            CaseFact.Custody => "是否在押",
            CaseFact.Minority => "是否未成年",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
        };

    /// <summary>Of the whole case; the others are each party's own.</summary>
    public static bool IsOfCase(this CaseFact fact) => fact is CaseFact.TrialProcedure or CaseFact.RetrialProcedure;
}
