namespace Simulators.Phones;

/// <summary>Every message of all phones, the newest <see cref="Capacity"/>; gone when the program ends.</summary>
public sealed class Inbox(TimeProvider clock)
{
    public const int Capacity = 20_000;

    private readonly Lock _lock = new();
    private readonly LinkedList<PhoneMessage> _newestFirst = [];
    private readonly Dictionary<long, LinkedListNode<PhoneMessage>> _byNumber = [];
    private readonly Dictionary<string, long> _byClientId = [];
    private long _last;

    /// <summary>Rises with every change: who has seen it need not ask for more.</summary>
    public long Version { get; private set; }

    /// <param name="message">Its number and time are set here.</param>
    /// <returns>False where the same client id came before: that message counts one more hand-over.</returns>
    public bool Add(PhoneMessage message, out PhoneMessage kept)
    {
        lock (_lock)
        {
            Version++;
            if (message.ClientId is { } id && _byClientId.TryGetValue(id, out var known))
            {
                kept = _byNumber[known].Value = _byNumber[known].Value with { Handovers = _byNumber[known].Value.Handovers + 1 };
                return false;
            }

            kept = message with { Number = ++_last, At = clock.GetUtcNow() };
            _byNumber[kept.Number] = _newestFirst.AddFirst(kept);
            if (kept.ClientId is not null)
                _byClientId[kept.ClientId] = kept.Number;
            if (_newestFirst.Count > Capacity)
                Drop(_newestFirst.Last!);
            return true;
        }
    }

    public void Tell(long number, string state)
    {
        lock (_lock)
        {
            if (!_byNumber.TryGetValue(number, out var node))
                return;
            node.Value = node.Value with { State = state };
            Version++;
        }
    }

    public IReadOnlyList<PhoneMessage> Newest(Func<PhoneMessage, bool> wanted, int count)
    {
        lock (_lock)
            return [.. _newestFirst.Where(wanted).Take(count)];
    }

    public void Clear()
    {
        lock (_lock)
        {
            _newestFirst.Clear();
            _byNumber.Clear();
            _byClientId.Clear();
            Version++;
        }
    }

    private void Drop(LinkedListNode<PhoneMessage> oldest)
    {
        _newestFirst.Remove(oldest);
        _byNumber.Remove(oldest.Value.Number);
        if (oldest.Value.ClientId is { } id)
            _byClientId.Remove(id);
    }
}
