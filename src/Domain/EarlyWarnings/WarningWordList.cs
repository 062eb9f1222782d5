using Domain.Organisation;
using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>
/// Words that messages are screened for (预警词): the city's in every court, a court's own beside them. Each change is a version in the
/// trace.
/// </summary>
public sealed class WarningWordList : Aggregate
{
    public const int WordMaxLength = 20;
    public const int MaxWords = 200;
    private const int WordMinLength = 2;

    /// <summary>The key of the city's list; a court's own has the court's.</summary>
    public static Guid City => Guid.Empty;

    /// <summary>What the city's list begins with; a court's own begins empty.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
    ["自杀", "跳楼", "轻生", "不想活", "同归于尽", "爆炸", "报复", "上访", "进京", "媒体曝光", "记者", "拉横幅", "集体讨薪", "围堵"];

    public List<string> Words { get; private set; } = [];
    public DateTimeOffset ChangedAt { get; private set; }
    public string ChangedByName { get; private set; } = "";

    /// <param name="id">The court's, or <see cref="City"/>.</param>
    public static WarningWordList Of(Guid id) => new() { Id = id, Words = id == City ? [.. BuiltIn] : [] };

    /// <summary>A court changes its own words.</summary>
    public void Set(IEnumerable<string> words, string reason, Actor by, DateTimeOffset now)
    {
        if (!by.Reaches(Feature.WarningWords) || by.Post!.CourtId != Id)
            throw EarlyWarningErrors.WordsNotYours();
        Set(Compare(words), reason, null, by, now);
    }

    /// <summary>The city's words are changed.</summary>
    public void Set(IEnumerable<string> words, Approval approval, DateTimeOffset now)
    {
        if (Id != City)
            throw EarlyWarningErrors.WordsNotYours();
        Set(Compare(words), approval.Reason, approval.Data, approval.AskedBy, now);
    }

    /// <summary>What a change would come to.</summary>
    internal WordsCompared Compare(IEnumerable<string> words)
    {
        List<string> wanted = [.. words.Select(w => TypedText.Normalise(TypedText.Storable(w))).Where(w => w.Length > 0).DistinctBy(Fold)];
        if (wanted.Count > MaxWords || wanted.Any(w => w.Length > WordMaxLength || Fold(w).Length < WordMinLength))
            throw EarlyWarningErrors.WordsInvalid();
        if (wanted.Count == 0 && Id == City)
            throw EarlyWarningErrors.CityWordsMissing();
        var compared = new WordsCompared(wanted, [.. wanted.Except(Words)], [.. Words.Except(wanted)]);
        return compared.Added.Count + compared.Dropped.Count > 0 ? compared : throw EarlyWarningErrors.WordsSame();
    }

    private void Set(WordsCompared words, string reason, ApprovalData? approval, Actor by, DateTimeOffset now)
    {
        var why = EarlyWarning.CheckedReason(reason);
        (Words, ChangedAt, ChangedByName) = ([.. words.Wanted], now, by.Name);
        Raise(
            new Fact(EarlyWarningFacts.WordsSaved, by, now)
            {
                Data = new WarningWordsData(words.Added, words.Dropped, why, approval),
                Content = string.Join('\n', Words),
                Topics = [LiveTopic.WarningWords],
            }
        );
    }

    /// <summary>The city's words and a court's own; what both have is one.</summary>
    public static IReadOnlyList<string> Together(IEnumerable<string> city, IEnumerable<string> own) =>
        [.. city.Concat(own).DistinctBy(Fold)];

    /// <summary>The listed words that a text holds; half and full width, capitals and spaces between make no difference.</summary>
    public static List<string> Find(IEnumerable<string> words, string text)
    {
        var folded = Fold(text);
        return [.. words.Where(w => Fold(w) is { Length: > 0 } word && folded.Contains(word, StringComparison.Ordinal))];
    }

    private static string Fold(string text) => TypedText.Fold(text).ToUpperInvariant();
}

/// <param name="Wanted">As they are stored.</param>
internal sealed record WordsCompared(IReadOnlyList<string> Wanted, IReadOnlyList<string> Added, IReadOnlyList<string> Dropped);
