using Domain.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>Leaves word of judgments whose day of effect may have moved; <see cref="ProposeEffect"/> works it out.</summary>
internal sealed class TouchJudgments : ISaveReaction
{
    public void React(Saving saving)
    {
        HashSet<Guid> touched = [];
        foreach (var entry in saving.Tracked)
        {
            if (entry is not { Entity: ServiceCopy copy, State: EntityState.Added or EntityState.Modified })
                continue;
            var before = entry.State == EntityState.Added ? null : (ServiceCopy)entry.OriginalValues.ToObject();
            if (JudgmentTouch.By(before, copy) is { } touch && touched.Add(touch.DocumentId))
                saving.Add(touch);
        }
    }
}
