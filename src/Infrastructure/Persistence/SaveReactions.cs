using Infrastructure.DocumentService;
using Infrastructure.Figures;
using Infrastructure.Notifications;
using Infrastructure.Outbox;
using Infrastructure.Partners.Webhooks;

namespace Infrastructure.Persistence;

/// <summary>Everything that reacts to a save. They have no state; a reaction does not see the rows of those before it.</summary>
internal static class SaveReactions
{
    public static readonly IReadOnlyList<ISaveReaction> InOrder =
    [
        new CountFigures(),
        new KeepServiceOutcomes(),
        new TouchJudgments(),
        new RaiseEvents(),
        new TellInboxes(),
        new WakeOutbox(),
    ];
}
