using Domain.Shared;

namespace Domain.Supervision;

/// <summary>What the clock leaves in the trace of everything that is supervised.</summary>
public static class SupervisionFacts
{
    public const string Reminded = "reminded";
    public const string Supervised = "supervised";
    public const string Recounted = "recounted";

    /// <summary>The word on screen; null for a fact of the thing's own.</summary>
    public static string? Chinese(string kind) =>
        kind switch
        {
            Reminded => "到期前提醒",
            Supervised => "督办",
            Recounted => "期限调整",
            _ => null,
        };

    /// <summary>Who and why, for the trace on screen; null for a fact of the thing's own.</summary>
    /// <param name="act">What is owed: 答复.</param>
    public static string? Words(TraceRow row, string act) =>
        row.Kind switch
        {
            Reminded => Words(row.Read<RemindedData>(), act),
            Supervised => SupervisionWords.Told(row.Read<ToldData>()),
            Recounted => SupervisionWords.Recounted(row.Read<RecountedData>(), row.At),
            _ => null,
        };

    private static string Words(RemindedData data, string act) =>
        $"{(data.Owner is { } owner ? SupervisionWords.Titled(owner) + "，" : "")}应于 {ChinaTime.ShortDay(data.DueDay)}前{act}";
}
