namespace Domain.DocumentService;

/// <summary>A party forwarded a document to the own agent, who may read it while the authority runs.</summary>
public sealed class ServiceForward
{
    public Guid Id { get; init; }
    public Guid ServiceId { get; init; }
    public Guid DocumentId { get; init; }
    public Guid AgentId { get; init; }

    /// <summary>Null for a party that came by a link, without an account.</summary>
    public Guid? ByLitigantId { get; init; }

    public DateTimeOffset At { get; init; }
}
