using Domain.Shared;
using Domain.Supervision;

namespace Domain.Contacts;

/// <summary>Whom the steps of a change or a gap tell.</summary>
internal static class ContactSteps
{
    /// <param name="late">Who lets it wait; passed over by the levels.</param>
    public static Fact Told(
        SupervisionStep step,
        SupervisionChain chain,
        Guid late,
        string division,
        string what,
        Subject subject,
        DateOnly due,
        DateTimeOffset now
    )
    {
        if (step == SupervisionStep.Reminder)
        {
            return new Fact(ContactFacts.Reminded, Actor.System, now, chain.Head?.Name ?? "")
            {
                Notices = chain.Head is { } head ? [.. ContactNotices.Reminder.To([head.StaffId], subject, due, division, what: what)] : [],
            };
        }

        var level = (int)step;
        var told = chain.ToldAt(level, late);
        var copies = chain.Below(level, late).Where(c => told.All(t => t.StaffId != c.StaffId)).ToList();
        return new Fact(
            ContactFacts.Supervised,
            Actor.System,
            now,
            SupervisionWords.Told(level, told.Select(t => t.Name), chain.SkippedAt(level, late), copies.Select(c => c.Name))
        )
        {
            Notices =
            [
                .. ContactNotices.Level.To(
                    [.. told.Select(t => t.StaffId), .. copies.Select(c => c.StaffId)],
                    subject,
                    due,
                    division,
                    what: what,
                    supervision: SupervisionWords.Level(level)
                ),
            ],
        };
    }
}
