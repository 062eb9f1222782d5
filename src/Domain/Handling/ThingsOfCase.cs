using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Handling;

/// <summary>It ends when its case is not for this platform any more.</summary>
public interface IEndsWithCase
{
    void EndWithCase(DateTimeOffset now);
}

public sealed class ThingsOfCase<T>(ICourtDb db) : IThingsOfCase
    where T : Handled, IOfCase
{
    public IQueryable<Guid> Ids(Guid caseId) => db.Set<T>().Where(t => t.CaseId == caseId).Select(t => t.Id);

    public async Task End(Guid caseId, DateTimeOffset now, CancellationToken ct)
    {
        if (!typeof(T).IsAssignableTo(typeof(IEndsWithCase)))
            return;
        foreach (var open in await db.Set<T>().Where(t => t.ClosedAt == null && t.CaseId == caseId).ToListAsync(ct))
            ((IEndsWithCase)open).EndWithCase(now);
    }
}
