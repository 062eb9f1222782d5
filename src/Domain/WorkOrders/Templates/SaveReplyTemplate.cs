using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>A person keeps or changes a ready text of their own; the common ones are not theirs to change.</summary>
public sealed class SaveReplyTemplate(ICourtDb db)
{
    /// <param name="id">Made by the page: saving again changes the same one.</param>
    public async Task Handle(Guid id, string name, string text, Actor by, CancellationToken ct)
    {
        var (title, words) = (name.Trim(), text.Trim());
        if (title.Length == 0 || words.Length == 0)
            throw ReplyTemplateErrors.Incomplete();
        if (title.Length > ReplyTemplate.NameMaxLength)
            throw ReplyTemplateErrors.NameTooLong();
        if (words.Length > ReplyTemplate.TextMaxLength)
            throw ReplyTemplateErrors.TextTooLong();
        var own = await db.Set<ReplyTemplate>().Where(t => t.StaffId == by.Id).ToListAsync(ct);
        if (own.SingleOrDefault(t => t.Id == id) is { } known)
        {
            (known.Name, known.Text) = (title, words);
        }
        else
        {
            if (await db.Set<ReplyTemplate>().AnyAsync(t => t.Id == id, ct))
                throw ReplyTemplateErrors.NotFound();
            if (own.Count >= ReplyTemplate.MaxPerPerson)
                throw ReplyTemplateErrors.TooMany();
            var position = own.Select(t => t.Position).DefaultIfEmpty(-1).Max() + 1;
            db.Set<ReplyTemplate>()
                .Add(
                    new ReplyTemplate
                    {
                        Id = id,
                        StaffId = by.Id,
                        Name = title,
                        Text = words,
                        Position = position,
                    }
                );
        }

        await db.SaveChangesAsync(ct);
    }
}
