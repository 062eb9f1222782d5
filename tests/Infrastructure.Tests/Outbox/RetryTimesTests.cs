using Infrastructure.Outbox;

namespace Infrastructure.Tests.Outbox;

public class RetryTimesTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(8, 256)]
    [InlineData(10, 600)]
    [InlineData(1_000, 600)]
    public void Each_try_waits_twice_as_long_up_to_ten_minutes_a_fifth_more_or_less(int tries, double seconds)
    {
        Assert.Equal(seconds, RetryTimes.After(tries, 0.5).TotalSeconds, 3);
        Assert.Equal(seconds * 0.8, RetryTimes.After(tries, 0).TotalSeconds, 3);
        Assert.Equal(seconds * 1.2, RetryTimes.After(tries, 1).TotalSeconds, 3);
    }
}
