using System.Collections.Concurrent;

namespace Simulators.Phones;

public enum Gateway
{
    Sms,
    WeChat,
    Email,
    Voice,
}

/// <summary>How a gateway answers.</summary>
public enum Answers
{
    Works,

    /// <summary>A server error; e-mail: a temporary refusal.</summary>
    Fails,

    /// <summary>Refuses each message for good; WeChat: 43101.</summary>
    Refuses,

    /// <summary>Takes nothing and never answers.</summary>
    Hangs,

    /// <summary>Takes the message and never says so.</summary>
    TakesSilently,
}

/// <summary>What an SMS or voice gateway reports afterwards; a call that failed was not answered.</summary>
public enum Receipts
{
    Delivered,
    Failed,
    Twice,
    None,
}

/// <param name="DelayMs">Before each answer.</param>
public sealed record Behaviour(Answers Answers = Answers.Works, Receipts Receipts = Receipts.Delivered, int DelayMs = 0);

/// <summary>What a gateway did since the start.</summary>
public sealed class Counts
{
    private long _asked,
        _taken,
        _repeated,
        _refused,
        _failed,
        _receipts,
        _replies;

    public long Asked => _asked;
    public long Taken => _taken;

    /// <summary>Handed over again and recognised.</summary>
    public long Repeated => _repeated;

    public long Refused => _refused;
    public long Failed => _failed;
    public long Receipts => _receipts;
    public long Replies => _replies;

    public void Ask() => Interlocked.Increment(ref _asked);

    public void Take() => Interlocked.Increment(ref _taken);

    public void Repeat() => Interlocked.Increment(ref _repeated);

    public void Refuse() => Interlocked.Increment(ref _refused);

    public void Fail() => Interlocked.Increment(ref _failed);

    public void Receipt(int count) => Interlocked.Add(ref _receipts, count);

    public void Reply(int count) => Interlocked.Add(ref _replies, count);
}

/// <summary>How each gateway behaves now, and what it did.</summary>
public sealed class Switchboard
{
    private static readonly TimeSpan s_forEver = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<Gateway, Behaviour> _behaviours = new();
    private readonly Dictionary<Gateway, Counts> _counts = Enum.GetValues<Gateway>().ToDictionary(g => g, _ => new Counts());

    public Behaviour this[Gateway gateway]
    {
        get => _behaviours.GetValueOrDefault(gateway) ?? new Behaviour();
        set => _behaviours[gateway] = value;
    }

    public Counts Of(Gateway gateway) => _counts[gateway];

    /// <summary>Waits and counts as the switches say.</summary>
    /// <returns>How it answers; who hangs has hung.</returns>
    public async Task<Behaviour> Asked(Gateway gateway, CancellationToken ct)
    {
        var behaviour = this[gateway];
        Of(gateway).Ask();
        if (behaviour.DelayMs > 0)
            await Task.Delay(behaviour.DelayMs, ct);
        if (behaviour.Answers == Answers.Hangs)
            await Hang(gateway, ct);
        if (behaviour.Answers == Answers.Fails)
            Of(gateway).Fail();
        return behaviour;
    }

    public async Task Hang(Gateway gateway, CancellationToken ct)
    {
        Of(gateway).Fail();
        await Task.Delay(s_forEver, ct);
    }
}
