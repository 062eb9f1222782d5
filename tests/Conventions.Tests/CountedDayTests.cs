using System.Text.RegularExpressions;

namespace Conventions.Tests;

/// <summary>Days counted over the calendar say 暂定 wherever they are read.</summary>
public partial class CountedDayTests
{
    /// <summary>What decides is <c>CountedDay</c>: who writes the day itself writes it without the mark.</summary>
    [Fact]
    public void Nobody_writes_a_counted_day_past_the_words_that_know_whether_it_is_provisional() =>
        Assert.Empty(
            from file in Checkout.Files("src")
            where Path.GetExtension(file) is ".cs" or ".razor" && !s_history.Contains(Path.GetFileName(file))
            from line in Checkout.Text(file).Split('\n')
            where Bare().IsMatch(line)
            select $"{file}: {line.Trim()}"
        );

    /// <summary>What was counted at its time, as the trace keeps it, and the head of an order, which has its own form.</summary>
    private static readonly HashSet<string> s_history =
    [
        "SupervisionWords.cs",
        "SupervisionFacts.cs",
        "HandlingTrace.cs",
        "ServiceTrace.cs",
        "LimitWords.cs", // says it in a sentence
        "OrderHead.razor", // 11-25（周三） with the mark behind it
    ];

    [GeneratedRegex(
        @"ChinaTime\.(Short)?Day(WithYear)?\([\w.!]*(DueDay|LimitEndsOn|ProposedOn)\b|\{[\w.!]*(DueDay|LimitEndsOn|ProposedOn):"
    )]
    private static partial Regex Bare();
}
