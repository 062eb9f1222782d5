using Domain.Shared;

namespace Domain.Cases;

/// <summary>Whether a court tells the people of its cases of a kind of node. Without one they are told, save of what has no word of its own.</summary>
public sealed class NodePush : Aggregate
{
    private NodePush() { }

    public Guid CourtId { get; private init; }
    public CaseNodeKind Kind { get; private init; }
    public bool IsTold { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public string ChangedByName { get; private set; } = "";

    public static NodePush Of(Guid court, CaseNodeKind kind) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CourtId = court,
            Kind = kind,
            IsTold = ByDefault(kind),
        };

    public static bool ByDefault(CaseNodeKind kind) => kind != CaseNodeKind.Other;

    public void Set(bool isTold, Actor by, DateTimeOffset now)
    {
        if (isTold == IsTold)
            return;
        (IsTold, ChangedAt, ChangedByName) = (isTold, now, by.Name);
        Raise(
            new Fact(isTold ? NodePushFacts.Begun : NodePushFacts.Stopped, by, now)
            {
                Data = new NodePushData(Kind),
                Topics = [CaseTopics.NodePushes],
            }
        );
    }
}

public static class NodePushFacts
{
    public const string Begun = "node_push_begun";
    public const string Stopped = "node_push_stopped";
}

public sealed record NodePushData(CaseNodeKind Kind) : FactData;
