using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Drafts;

public sealed class LoadDraft(ICourtDb db)
{
    public Task<Draft?> Handle(string key, Actor by, CancellationToken ct) =>
        db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(d => d.StaffId == by.Id && d.Key == key, ct);
}
