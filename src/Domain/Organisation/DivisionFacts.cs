namespace Domain.Organisation;

public enum DivisionKind
{
    Filing,
    Civil,
    Criminal,
    Administrative,
    Enforcement,
    TrialManagement,
    Political,
    Petition,
    Technology,
    Leadership,
}

/// <param name="Slug">Unique within a court.</param>
public sealed record DivisionFact(string Slug, string Name, string ShortName, DivisionKind Kind);

/// <summary>内设机构 that a court of each kind typically has; a real court's own list replaces these.</summary>
public static class DivisionFacts
{
    private static readonly DivisionFact[] Everywhere =
    [
        new("leaders", "院领导", "院领导", DivisionKind.Leadership),
        new("filing", "立案庭", "立案庭", DivisionKind.Filing),
        new("civil-1", "民事审判第一庭", "民一庭", DivisionKind.Civil),
        new("civil-2", "民事审判第二庭", "民二庭", DivisionKind.Civil),
        new("criminal", "刑事审判庭", "刑庭", DivisionKind.Criminal),
        new("administrative", "行政审判庭", "行政庭", DivisionKind.Administrative),
        new("enforcement", "执行局", "执行局", DivisionKind.Enforcement),
        new("trial-management", "审判管理办公室", "审管办", DivisionKind.TrialManagement),
        new("political", "政治部", "政治部", DivisionKind.Political),
        new("petition", "信访室", "信访室", DivisionKind.Petition),
        new("technology", "科信处", "科信处", DivisionKind.Technology),
    ];

    private static readonly DivisionFact[] AtTheIntermediateCourt =
    [
        .. Everywhere,
        new("civil-3", "民事审判第三庭", "民三庭", DivisionKind.Civil),
        new("civil-4", "民事审判第四庭", "民四庭", DivisionKind.Civil),
    ];

    public static IReadOnlyList<DivisionFact> Of(CourtFact court) =>
        court.Level == CourtLevel.Intermediate ? AtTheIntermediateCourt : Everywhere;
}
