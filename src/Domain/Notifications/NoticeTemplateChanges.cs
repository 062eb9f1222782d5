using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

internal static class NoticeTemplateChanges
{
    /// <returns>The stored one; null before the first change of that kind and channel.</returns>
    public static async Task<NoticeTemplate?> Template(
        this IQueryable<NoticeTemplate> templates,
        string kind,
        NoticeChannel channel,
        CancellationToken ct
    )
    {
        if (NoticeKinds.Find(kind) is not { } known || !known.AllChannels.Contains(channel))
            throw NoticeTemplateErrors.NotFound();
        return await templates.Include(t => t.Versions).SingleOrDefaultAsync(t => t.Kind == kind && t.Channel == channel, ct);
    }

    /// <summary>In the save of whoever calls.</summary>
    /// <param name="basedOn">The version in force when it was asked for: over another one nobody has decided.</param>
    public static async Task ChangeTemplate(
        this ICourtDb db,
        string kind,
        NoticeChannel channel,
        int basedOn,
        Action<NoticeTemplate> change,
        CancellationToken ct
    )
    {
        var stored = await db.Set<NoticeTemplate>().Template(kind, channel, ct);
        var template =
            stored
            ?? new NoticeTemplate
            {
                Id = Guid.CreateVersion7(),
                Kind = kind,
                Channel = channel,
            };
        if (template.InForce != basedOn)
            throw NoticeTemplateErrors.Changed();
        change(template);
        if (stored is null)
            db.Set<NoticeTemplate>().Add(template);
    }

    /// <summary>What two versions differ in, for whoever approves.</summary>
    public static Foreseen Foresee(NoticeKind kind, NoticeChannel channel, string what, NoticeWording before, NoticeWording after)
    {
        List<Difference> differences = [];
        if (NoticeTemplateRules.HasTitle(channel) && before.Title != after.Title)
            differences.Add(new("标题", before.Title, after.Title));
        if (before.Text != after.Text)
            differences.Add(new("内容", before.Text, after.Text));
        return new($"通知“{kind.Title}”{channel.Chinese()}{what}", differences, "生效后发出的通知用新的写法");
    }

    public static NoticeWording Wording(this NoticeTemplate? template, NoticeKind kind, NoticeChannel channel, int number) =>
        template?.Versions.Find(v => v.Number == number) is { } saved ? new(number, saved.Title, saved.Text)
        : number == 0 ? kind.BuiltIn(channel)
        : throw NoticeTemplateErrors.NotFound();
}
