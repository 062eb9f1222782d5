using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>Removes a ready text of one's own. Answers given with it keep their words.</summary>
public sealed class DropReplyTemplate(ICourtDb db)
{
    public async Task Handle(Guid id, Actor by, CancellationToken ct)
    {
        if (await db.Set<ReplyTemplate>().Where(t => t.Id == id && t.StaffId == by.Id).ExecuteDeleteAsync(ct) == 0)
            throw ReplyTemplateErrors.NotFound();
    }
}
