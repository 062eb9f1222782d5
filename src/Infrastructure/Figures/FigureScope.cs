using Domain.Organisation;
using Domain.Shared;

namespace Infrastructure.Figures;

/// <summary>Whose figures: both levels, a court, a division of it, or a person there. Null is all.</summary>
public sealed record FigureScope
{
    public static FigureScope All { get; } = new();

    public Guid? CourtId { get; init; }
    public Guid? DivisionId { get; init; }
    public Guid? OwnerId { get; init; }

    /// <summary>The next level down: courts, divisions, people; a person has none.</summary>
    public FigureUnit Parts =>
        this switch
        {
            { OwnerId: not null } => FigureUnit.None,
            { DivisionId: not null } => FigureUnit.Owner,
            { CourtId: not null } => FigureUnit.Division,
            _ => FigureUnit.Court,
        };

    /// <returns>The widest that a person may look at; null is nothing.</returns>
    public static FigureScope? WidestFor(Actor by, Feature feature = Feature.Statistics) =>
        by.ExtentOf(feature) switch
        {
            Extent.All => All,
            Extent.Court => new() { CourtId = by.Post!.CourtId },
            Extent.Division => new() { CourtId = by.Post!.CourtId, DivisionId = by.Post.DivisionId },
            Extent.Own => new() { CourtId = by.Post!.CourtId, OwnerId = by.Id },
            _ => null,
        };

    /// <returns>What was asked for where the person may look at it; null where not.</returns>
    public static FigureScope? For(Actor by, FigureScope asked, Feature feature = Feature.Statistics)
    {
        if (WidestFor(by, feature) is not { } widest)
            return null;
        var its = new FigureScope
        {
            CourtId = asked.CourtId ?? widest.CourtId,
            DivisionId = asked.DivisionId ?? widest.DivisionId,
            OwnerId = asked.OwnerId ?? widest.OwnerId,
        };
        return
            (widest.CourtId is null || its.CourtId == widest.CourtId)
            && (widest.DivisionId is null || its.DivisionId == widest.DivisionId)
            && (widest.OwnerId is null || its.OwnerId == widest.OwnerId)
            ? its
            : null;
    }

    /// <param name="unit">One of <see cref="Parts"/>.</param>
    public FigureScope Part(Guid unit) =>
        Parts switch
        {
            FigureUnit.Court => this with { CourtId = unit },
            FigureUnit.Division => this with { DivisionId = unit },
            _ => this with { OwnerId = unit },
        };
}
