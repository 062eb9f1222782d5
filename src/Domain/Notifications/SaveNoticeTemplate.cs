using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>What a notice says is written anew, in all courts.</summary>
public sealed class SaveNoticeTemplate(ICourtDb db, TimeProvider clock)
{
    /// <param name="basedOn">The version in force when the page was opened.</param>
    public async Task<Foreseen> Foresee(
        string kind,
        NoticeChannel channel,
        int basedOn,
        string title,
        string text,
        string reason,
        CancellationToken ct
    )
    {
        var stored = await db.Set<NoticeTemplate>().AsNoTracking().Template(kind, channel, ct);
        if ((stored?.InForce ?? 0) != basedOn)
            throw NoticeTemplateErrors.Changed();
        var known = NoticeKinds.Of(kind);
        var written = new NoticeWording(0, TypedText.Storable(title), TypedText.Storable(text));
        NoticeTemplateRules.Check(known, channel, written.Title, written.Text);
        NoticeTemplate.CheckedNote(reason);
        return NoticeTemplateChanges.Foresee(known, channel, "写新的一版", stored.Wording(known, channel, basedOn), written);
    }

    /// <inheritdoc cref="Foresee"/>
    /// <summary>In the save of the change that was approved.</summary>
    public Task Handle(
        string kind,
        NoticeChannel channel,
        int basedOn,
        string title,
        string text,
        Approval approval,
        CancellationToken ct
    ) => db.ChangeTemplate(kind, channel, basedOn, template => template.Save(title, text, approval, clock.GetUtcNow()), ct);
}
