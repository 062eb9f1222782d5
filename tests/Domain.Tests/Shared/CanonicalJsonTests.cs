using Domain.Shared;

namespace Domain.Tests.Shared;

public class CanonicalJsonTests
{
    private enum Weight
    {
        Light,
    }

    private sealed record Parcel(string Zone, string? Note, Weight Weight, DateTimeOffset At, DateOnly Day, IReadOnlyList<string> Names);

    private static readonly Parcel s_parcel = new(
        "粤A<1>",
        null,
        Weight.Light,
        new DateTimeOffset(2026, 11, 20, 10, 26, 0, TimeSpan.FromHours(8)).AddTicks(12_345),
        new DateOnly(2026, 11, 20),
        ["乙", "甲"]
    );

    [Fact]
    public void Names_are_ordered_nulls_left_out_and_times_are_utc_in_milliseconds() =>
        Assert.Equal(
            """{"at":"2026-11-20T02:26:00.001Z","day":"2026-11-20","names":["乙","甲"],"weight":"Light","zone":"粤A<1>"}""",
            CanonicalJson.Of(s_parcel)
        );

    [Fact]
    public void What_was_read_is_written_the_same_again()
    {
        var text = CanonicalJson.Of(s_parcel);
        Assert.Equal(text, CanonicalJson.Of(CanonicalJson.Read<Parcel>(text)));
    }
}
