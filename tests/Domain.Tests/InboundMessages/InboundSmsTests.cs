using Domain.InboundMessages;
using Domain.Shared;

namespace Domain.Tests.InboundMessages;

public class InboundSmsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);

    [Fact]
    public void What_cannot_be_read_waits_longer_each_time_and_becomes_a_persons_matter()
    {
        var sms = Kept();
        List<double> waits = [];
        for (var i = 0; i < InboundSms.MaxAttempts; i++)
        {
            Assert.Equal((InboundOutcome.Waiting, false), (sms.Outcome, sms.NeedsPerson));
            sms.Stumbled(s_now);
            waits.Add((sms.NotBefore - s_now).TotalSeconds);
        }

        Assert.Equal((InboundOutcome.Failed, true), (sms.Outcome, sms.NeedsPerson));
        Assert.Equal([10, 20, 40, 80, 160], waits);
    }

    [Fact]
    public void It_is_decided_once()
    {
        var sms = Kept();
        sms.Decide(new InboundDecision(InboundOutcome.OptOut), s_now);
        Assert.Equal(
            "inbound_sms.already_decided",
            Assert.Throws<RefusedException>(() => sms.Decide(new InboundDecision(InboundOutcome.Answered), s_now)).Code
        );
    }

    [Fact]
    public void Nobody_marks_what_nobody_has_read()
    {
        Assert.Equal("inbound_sms.not_decided", Assert.Throws<RefusedException>(() => Kept().MarkHandled(Actor.System, s_now)).Code);
    }

    [Theory]
    [InlineData("+86 138-0013-8000", "13800138000")]
    [InlineData("8613800138000", "13800138000")]
    [InlineData("10086", "10086")]
    [InlineData("", "")]
    public void The_number_is_kept_in_its_normal_form_where_it_has_one(string from, string kept) => Assert.Equal(kept, Kept(from).From);

    private static InboundSms Kept(string from = "13800138000") =>
        InboundSms.Keep(new IncomingSms("sms", "1", from, "收到", "", s_now), s_now);
}
