using Domain.Cases;
using Domain.DocumentService;

namespace Portal.DocumentService.Facts;

/// <summary>What can be answered to a fact that is asked for.</summary>
internal static class FactChoices
{
    public static IEnumerable<(string Value, string Words)> Of(CaseFact fact) =>
        fact switch
        {
            CaseFact.TrialProcedure => Enum.GetValues<TrialProcedure>().Select(p => (p.ToString(), p.Chinese())),
            CaseFact.Domicile => Enum.GetValues<Domicile>().Select(d => (d.ToString(), d.Chinese())),
            CaseFact.RetrialProcedure => YesOrNo("按第一审程序再审", "按第二审程序再审"),
            CaseFact.Custody => YesOrNo("在押", "未在押"),
            _ => YesOrNo("未成年或者无诉讼行为能力", "成年，有诉讼行为能力"),
        };

    public static NotedFacts With(NotedFacts facts, CaseFact fact, string value) =>
        fact switch
        {
            CaseFact.TrialProcedure => facts with { TrialProcedure = Enum.Parse<TrialProcedure>(value) },
            CaseFact.Domicile => facts with { Domicile = Enum.Parse<Domicile>(value) },
            CaseFact.RetrialProcedure => facts with { RetriesFirstInstance = bool.Parse(value) },
            CaseFact.Custody => facts with { IsInCustody = bool.Parse(value) },
            _ => facts with { IsMinor = bool.Parse(value) },
        };

    private static (string, string)[] YesOrNo(string yes, string no) => [(bool.TrueString, yes), (bool.FalseString, no)];
}
