using System.Linq.Expressions;
using Domain.DocumentService;
using Domain.Shared;

namespace Infrastructure.DocumentService.Search;

/// <summary>A service as lists show it.</summary>
/// <param name="RecipientName">As it is; shown by <see cref="Recipient"/>.</param>
/// <param name="Documents">民事判决书、上诉须知.</param>
public sealed record ServiceRow(
    Guid Id,
    Guid TaskId,
    string TaskNumber,
    Guid CaseId,
    string CaseNumber,
    string CourtName,
    string RecipientName,
    bool IsSensitive,
    string RecipientRole,
    string RecipientPhone,
    string Documents,
    string ClerkName,
    DateTimeOffset BegunAt,
    ServiceState State,
    DateOnly? EffectiveOn,
    IReadOnlyList<ServiceRowWay> Ways
)
{
    public static readonly Expression<Func<Service, ServiceRow>> Of = s => new ServiceRow(
        s.Id,
        s.TaskId,
        s.TaskNumber,
        s.CaseId,
        s.CaseNumber,
        s.CourtName,
        s.RecipientName,
        s.IsSensitive,
        s.RecipientRole,
        s.RecipientPhone,
        s.DocumentTitles,
        s.ClerkName,
        s.BegunAt,
        s.State,
        s.EffectiveOn,
        s.Attempts.OrderBy(a => a.Position).Select(a => new ServiceRowWay(a.Channel, a.State)).ToList()
    );

    /// <summary>As staff see it.</summary>
    public string Recipient => ShownName.Of(RecipientName, IsSensitive);
}

/// <summary>One channel that was tried.</summary>
public sealed record ServiceRowWay(ServiceChannel Channel, AttemptState State);
