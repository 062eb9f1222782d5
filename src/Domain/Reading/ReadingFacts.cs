using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Reading;

/// <summary>What happens to a request besides what happens to anything handled (<see cref="HandlingFacts"/>).</summary>
public static class ReadingFacts
{
    public const string Asked = "reading_asked";
    public const string Opened = "reading_opened";
    public const string Released = "reading_released";
    public const string Refused = "reading_refused";
    public const string Signed = "reading_signed";
    public const string Ended = "reading_ended";

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Asked => "提交申请",
            Opened => "承办人已读",
            Released => "批准阅卷",
            Refused => "不批准",
            Signed => "签阅卷单",
            Ended => "关闭",
            _ => SupervisionFacts.Chinese(kind) ?? HandlingFacts.Chinese(kind),
        };
}

/// <summary>Names stand in the request and stay out of the trace.</summary>
public sealed record ReadingAskedData(string Number, string CaseNumber, int Files, DateOnly DueDay) : FactData;

public sealed record ReadingReleasedData(int Files, int Pages, DateOnly Until, bool Masked) : FactData;

public sealed record ReadingSignedData(string Version) : FactData;

public sealed record ReadingEndedData(ReadingEnd End) : FactData;

/// <summary>The line of a request's trace row: who, why, how.</summary>
public static class ReadingTrace
{
    /// <returns>Empty where kind, actor and time say everything.</returns>
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            ReadingFacts.Asked => $"{row.Read<ReadingAskedData>().Files} 份材料",
            ReadingFacts.Released when row.Read<ReadingReleasedData>() is var data =>
                $"{data.Files} 份 {data.Pages} 页，至 {ChinaTime.ShortDay(data.Until)}{(data.Masked ? "，自动遮盖" : "")}",
            ReadingFacts.Signed => $"版本 {row.Read<ReadingSignedData>().Version}",
            ReadingFacts.Ended => row.Read<ReadingEndedData>().End.Chinese(),
            _ => SupervisionFacts.Words(row, ReadingNotices.Words.Act) ?? HandlingTrace.Words(row),
        };
}

public static class ReadingTopics
{
    extension(LiveTopic)
    {
        public static string ReadingRequest(Guid id) => $"readingRequest:{id:N}";
    }
}
