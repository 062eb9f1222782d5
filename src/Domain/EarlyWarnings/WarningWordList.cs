using Domain.Organisation;
using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>The words that a court's messages are screened for (预警词). Its key is the court's; each change is a version in the trace.</summary>
public sealed class WarningWordList : Aggregate
{
    public const int WordMaxLength = 20;
    public const int MaxWords = 200;
    private const int WordMinLength = 2;

    /// <summary>Until a court has its own list.</summary>
    public static IReadOnlyList<string> Default { get; } =
    ["自杀", "跳楼", "轻生", "不想活", "同归于尽", "爆炸", "报复", "上访", "进京", "媒体曝光", "记者", "拉横幅", "集体讨薪", "围堵"];

    public List<string> Words { get; private set; } = [];
    public DateTimeOffset ChangedAt { get; private set; }
    public string ChangedByName { get; private set; } = "";

    public static WarningWordList Of(Guid courtId) => new() { Id = courtId, Words = [.. Default] };

    public void Set(IEnumerable<string> words, string reason, Actor by, DateTimeOffset now)
    {
        if (!by.Reaches(Feature.WarningWords) || by.Post!.CourtId != Id)
            throw EarlyWarningErrors.WordsNotYours();
        List<string> wanted = [.. words.Select(w => TypedText.Normalise(TypedText.Storable(w))).Where(w => w.Length > 0).DistinctBy(Fold)];
        if (wanted.Count is 0 or > MaxWords || wanted.Any(w => w.Length > WordMaxLength || Fold(w).Length < WordMinLength))
            throw EarlyWarningErrors.WordsInvalid();
        var why = EarlyWarning.CheckedReason(reason);
        var (added, dropped) = (wanted.Except(Words).ToList(), Words.Except(wanted).ToList());
        if (added.Count + dropped.Count == 0)
            return;
        (Words, ChangedAt, ChangedByName) = (wanted, now, by.Name);
        Raise(
            new Fact(EarlyWarningFacts.WordsSaved, by, now)
            {
                Data = new WarningWordsData(added, dropped, why),
                Content = string.Join('\n', wanted),
            }
        );
    }

    /// <summary>The listed words that a text holds; half and full width, capitals and spaces between make no difference.</summary>
    public static List<string> Find(IEnumerable<string> words, string text)
    {
        var folded = Fold(text);
        return [.. words.Where(w => Fold(w) is { Length: > 0 } word && folded.Contains(word, StringComparison.Ordinal))];
    }

    private static string Fold(string text) => TypedText.Fold(text).ToUpperInvariant();
}
