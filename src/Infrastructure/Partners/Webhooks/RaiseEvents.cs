using System.Text.Json;
using Domain.Bindings;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Partners;
using Domain.Shared;
using Domain.Submissions;
using Domain.Supervision;
using Domain.WorkOrders;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Partners.Webhooks;

/// <summary>What partners can hear of is written with its fact: numbers, states and days, never a name or what was said.</summary>
internal sealed class RaiseEvents : ISaveReaction
{
    public void React(Saving saving)
    {
        var things = saving
            .Tracked.Select(e => e.Entity)
            .OfType<Aggregate>()
            .Where(a => a is WorkOrder or Service or Submission or CaseBinding)
            .ToDictionary(a => a.Id);
        if (things.Count == 0)
            return;
        foreach (var entry in saving.Tracked)
        {
            if (
                entry is not { State: EntityState.Added, Entity: TraceRow row }
                || !things.TryGetValue(row.SubjectId, out var thing)
                || Of(thing, row) is not { } happened
            )
                continue;
            saving.Add(happened);
            saving.Hint(new LiveHint([LiveTopic.Webhooks], happened.Id, 0));
        }
    }

    /// <returns>Null for what no partner hears of.</returns>
    private static IntegrationEvent? Of(Aggregate thing, TraceRow row) =>
        thing switch
        {
            WorkOrder order when OrderKind(row.Kind) is { } kind => new IntegrationEvent
            {
                Id = Guid.CreateVersion7(row.At),
                Kind = kind,
                At = row.At,
                SubjectId = order.Id,
                SubjectNumber = order.Number,
                Sequence = row.Sequence,
                CourtId = order.CourtId,
                State = Code(order.State.Told()),
                StateName = order.State.Told().Chinese(),
                DueDay = order.DueDay,
            },
            Service service when ServiceKind(service, row.Kind) is { } kind => new IntegrationEvent
            {
                Id = Guid.CreateVersion7(row.At),
                Kind = kind,
                At = row.At,
                SubjectId = service.Id,
                SubjectNumber = $"{service.TaskNumber}-{service.Position}",
                Sequence = row.Sequence,
                CourtId = service.CourtId,
                State = Code(service.State),
                StateName = service.State.Chinese(),
            },
            Submission submission when s_ofSubmissions.Contains(row.Kind) => new IntegrationEvent
            {
                Id = Guid.CreateVersion7(row.At),
                Kind = EventKind.MaterialChanged,
                At = row.At,
                SubjectId = submission.Id,
                SubjectNumber = submission.Number,
                Sequence = row.Sequence,
                CourtId = submission.CourtId,
                State = Code(submission.State),
                StateName = submission.State.Chinese(submission.Group),
                DueDay = submission.DueDay,
            },
            CaseBinding binding when s_ofBindings.Contains(row.Kind) => new IntegrationEvent
            {
                Id = Guid.CreateVersion7(row.At),
                Kind = EventKind.BindingChanged,
                At = row.At,
                SubjectId = binding.Id,
                SubjectNumber = binding.Number,
                Sequence = row.Sequence,
                CourtId = binding.CourtId,
                State = Code(binding.State),
                StateName = binding.State.Chinese(),
            },
            _ => null,
        };

    private static readonly string[] s_ofSubmissions =
    [
        SubmissionFacts.Sent,
        SubmissionFacts.MissingAsked,
        SubmissionFacts.MissingAskedAgain,
        SubmissionFacts.Supplemented,
        SubmissionFacts.SupplementLapsed,
        SubmissionFacts.Accepted,
        SubmissionFacts.Refused,
        SubmissionFacts.TakenBack,
    ];

    /// <summary>A request alone binds nobody.</summary>
    private static readonly string[] s_ofBindings = [BindingFacts.Entered, BindingFacts.Approved, BindingFacts.Ended];

    private static EventKind? OrderKind(string fact) =>
        fact switch
        {
            WorkOrderFacts.Received or HandlingFacts.Reopened => EventKind.OrderOpened,
            WorkOrderFacts.Answered => EventKind.OrderClosed,
            SupervisionFacts.Supervised => EventKind.OrderOverdue,
            _ => HandlingFacts.HandOvers.Contains(fact) ? EventKind.OrderHandedOn : null,
        };

    private static EventKind? ServiceKind(Service service, string fact) =>
        fact switch
        {
            ServiceFacts.Begun => EventKind.ServiceBegun,
            ServiceFacts.Concluded when service.State.IsServed() => EventKind.ServiceEffective,
            _ => null,
        };

    private static string Code<T>(T state)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
