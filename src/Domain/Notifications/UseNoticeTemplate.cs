using Domain.Shared;

namespace Domain.Notifications;

/// <summary>The administrator lets another version go out; 0 is the built-in one.</summary>
public sealed class UseNoticeTemplate(ICourtDb db, TimeProvider clock)
{
    public Task Handle(string kind, NoticeChannel channel, int number, string reason, Actor by, CancellationToken ct) =>
        db.ChangeTemplate(kind, channel, by, template => template.Use(number, reason, by, clock.GetUtcNow()), ct);
}
