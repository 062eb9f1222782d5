using Domain.Handling;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal static class HandledConfig
{
    private const int NameLength = 40;
    private const int NumberLength = 24;

    /// <summary>What a handled thing's table has: its owner, its end, and the columns of the acts that its kind declares, no others.</summary>
    public static void IsHandled<T>(this EntityTypeBuilder<T> entity)
        where T : Handled, IHandled
    {
        entity.IsSupervised();
        entity.Property(h => h.Number).HasMaxLength(NumberLength);
        entity.Property(h => h.OwnerName).HasMaxLength(NameLength);
        entity.Property(h => h.ClosedByName).HasMaxLength(NameLength);
        entity.Property(h => h.ExtensionReason).HasMaxLength(Handled.ReasonMaxLength);
        entity.Property(h => h.ExtensionDecidedByName).HasMaxLength(NameLength);
        entity.Property(h => h.ReassignmentReason).HasMaxLength(Handled.ReasonMaxLength);
        entity.Property(h => h.MergedIntoNumber).HasMaxLength(NumberLength);
        foreach (var (act, columns) in s_columns)
        {
            if (T.Declared.Offers(act))
                continue;
            foreach (var column in columns)
                entity.Ignore(column);
        }
    }

    public static void IsHandledEntry<T>(this EntityTypeBuilder<T> entry)
        where T : HandledEntry
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.AuthorName).HasMaxLength(NameLength);
        entry.Property(e => e.AuthorTitle).HasMaxLength(60);
        entry.Property(e => e.Text).HasMaxLength(Handled.TextMaxLength);
    }

    private static readonly (HandledActs Act, string[] Columns)[] s_columns =
    [
        (
            HandledActs.Extension,
            [
                nameof(Handled.ExtensionState),
                nameof(Handled.ExtensionDays),
                nameof(Handled.ExtensionReason),
                nameof(Handled.ExtensionRequestedAt),
                nameof(Handled.ExtensionDecidedAt),
                nameof(Handled.ExtensionDecidedByName),
                nameof(Handled.ExtendedFromDay),
            ]
        ),
        (HandledActs.Reassignment, [nameof(Handled.ReassignmentAskedAt), nameof(Handled.ReassignmentReason)]),
        (HandledActs.Urging, [nameof(Handled.UrgeCount), nameof(Handled.LastUrgedAt)]),
        (HandledActs.Merging, [nameof(Handled.MergedIntoId), nameof(Handled.MergedIntoNumber), nameof(Handled.MergedCount)]),
        (HandledActs.Review, [nameof(Handled.ReviewSince), nameof(Handled.ReopenCount), nameof(Handled.ReopenedAt)]),
    ];
}
