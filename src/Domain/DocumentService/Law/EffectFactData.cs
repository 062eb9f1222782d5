using System.Globalization;
using Domain.Shared;

namespace Domain.DocumentService;

/// <param name="SourceSha256">Which document, see <see cref="EffectiveJudgment.SourceSha256"/>.</param>
/// <param name="Before">Null for the first.</param>
public sealed record EffectProposedData(Guid CaseId, string SourceSha256, EffectProposal? Before, EffectProposal Now) : FactData;

/// <summary>What the services of all parties say.</summary>
/// <param name="On">Null while a party is not served.</param>
public sealed record EffectProposal(int Parties, int Served, bool IsPresumed, DateOnly? On);

public sealed record EffectVerifiedData(DateOnly On, string Notes) : FactData;

public sealed record EffectAppealedData(string Notes) : FactData;

/// <summary>The words of the trace of a judgment's effect, made from the data of its rows.</summary>
public static class EffectTrace
{
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            EffectFacts.Proposed => Proposed(row.Read<EffectProposedData>()),
            EffectFacts.Verified => Verified(row.Read<EffectVerifiedData>()),
            EffectFacts.Appealed => row.Read<EffectAppealedData>().Notes,
            _ => "",
        };

    private static string Proposed(EffectProposedData data) =>
        data.Before is null ? Summary(data.Now) : $"{Summary(data.Before)} → {Summary(data.Now)}";

    private static string Summary(EffectProposal proposal) =>
        proposal.On is { } on ? $"拟生效 {Iso(on)}" : $"已送达 {proposal.Served}/{proposal.Parties} 方";

    private static string Verified(EffectVerifiedData data) => $"{Iso(data.On)}，{data.Notes}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
