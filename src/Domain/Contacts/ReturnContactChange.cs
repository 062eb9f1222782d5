using Domain.Shared;

namespace Domain.Contacts;

/// <summary>The administrator returns a report that is wrong, with a reason.</summary>
public sealed class ReturnContactChange(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, string reason, Actor by, CancellationToken ct)
    {
        if (!by.PublishesContacts())
            throw ContactErrors.NotYours();
        var court = by.Post!.CourtId;
        await db.Change(
            db.Set<ContactChange>().Where(c => c.Id == id && c.CourtId == court),
            ContactErrors.NotFound,
            change => change.Return(reason, by, clock.GetUtcNow()),
            ct
        );
    }
}
