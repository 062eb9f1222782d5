using Domain.Cases;

namespace Portal.Shared;

/// <summary>How a case stands on a screen.</summary>
public static class CaseWords
{
    /// <returns>（2026）粤0104民初12345号; empty without one.</returns>
    public static string Display(string? number) => number is null ? "" : CaseNumber.DisplayOf(number);

    /// <summary>An order is known by its case; without one by its own number.</summary>
    public static string Heading(string? caseNumber, string orderNumber) => caseNumber is null ? orderNumber : Display(caseNumber);

    public static string Chinese(this CaseStage stage) =>
        stage switch
        {
            CaseStage.FirstInstance => "一审",
            CaseStage.SecondInstance => "二审",
            CaseStage.RetrialApplication => "申请再审",
            CaseStage.Retrial => "再审",
            CaseStage.Supervision => "审判监督",
            CaseStage.Enforcement => "执行",
            CaseStage.Other => "其他",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
}
