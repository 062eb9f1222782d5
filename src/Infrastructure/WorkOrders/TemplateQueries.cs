using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>Reply templates that a person may use: the own ones, then everybody's.</summary>
public sealed class TemplateQueries(CourtDb db)
{
    public Task<List<ReplyTemplate>> For(Actor by, CancellationToken ct) =>
        db.Set<ReplyTemplate>()
            .AsNoTracking()
            .Where(t => t.StaffId == by.Id || t.StaffId == null)
            .OrderBy(t => t.StaffId == null)
            .ThenBy(t => t.Position)
            .ThenBy(t => t.Id)
            .ToListAsync(ct);
}
