using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>Another version of a notice goes out, in all courts; 0 is the built-in one.</summary>
public sealed class UseNoticeTemplate(ICourtDb db, TimeProvider clock)
{
    /// <param name="basedOn">The version in force when the page was opened.</param>
    public async Task<Foreseen> Foresee(string kind, NoticeChannel channel, int basedOn, int number, string reason, CancellationToken ct)
    {
        var stored = await db.Set<NoticeTemplate>().AsNoTracking().Template(kind, channel, ct);
        if ((stored?.InForce ?? 0) != basedOn)
            throw NoticeTemplateErrors.Changed();
        if (number == basedOn)
            throw NoticeTemplateErrors.InForceAlready();
        NoticeTemplate.CheckedNote(reason);
        var known = NoticeKinds.Of(kind);
        return NoticeTemplateChanges.Foresee(
            known,
            channel,
            number == 0 ? "改用内置的写法" : $"改用第 {number} 版",
            stored.Wording(known, channel, basedOn),
            stored.Wording(known, channel, number)
        );
    }

    /// <inheritdoc cref="Foresee"/>
    /// <summary>In the save of the change that was approved.</summary>
    public Task Handle(string kind, NoticeChannel channel, int basedOn, int number, Approval approval, CancellationToken ct) =>
        db.ChangeTemplate(kind, channel, basedOn, template => template.Use(number, approval, clock.GetUtcNow()), ct);
}
