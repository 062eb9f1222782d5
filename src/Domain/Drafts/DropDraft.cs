using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Drafts;

/// <summary>What was typed has been sent, or is not wanted any more.</summary>
public sealed class DropDraft(ICourtDb db)
{
    public Task Handle(string key, Actor by, CancellationToken ct) =>
        db.Set<Draft>().Where(d => d.StaffId == by.Id && d.Key == key).ExecuteDeleteAsync(ct);
}
