using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>What notices say, for the administrator.</summary>
public sealed class NoticeTemplateQueries(CourtDb db)
{
    /// <summary>Every kind with its channels, in the order of preference, and the version in force of each.</summary>
    public async Task<IReadOnlyList<TemplateKindRow>> All(CancellationToken ct)
    {
        var inForce = await db.Set<NoticeTemplate>().AsNoTracking().ToDictionaryAsync(t => (t.Kind, t.Channel), t => t.InForce, ct);
        return
        [
            .. NoticeKinds.All.Select(k => new TemplateKindRow(
                k,
                [.. k.AllChannels.Select(c => (c, inForce.GetValueOrDefault((k.Key, c))))]
            )),
        ];
    }

    /// <returns>Null when the kind does not use the channel.</returns>
    public async Task<TemplateView?> Find(string kind, NoticeChannel channel, CancellationToken ct)
    {
        if (NoticeKinds.Find(kind) is not { } known || !known.AllChannels.Contains(channel))
            return null;
        var template = await db.Set<NoticeTemplate>()
            .AsNoTracking()
            .Include(t => t.Versions)
            .SingleOrDefaultAsync(t => t.Kind == kind && t.Channel == channel, ct);
        var trace = template is null
            ? []
            : await db.Set<TraceRow>()
                .AsNoTracking()
                .Where(t => t.SubjectId == template.Id)
                .OrderByDescending(t => t.Sequence)
                .ToListAsync(ct);
        return new TemplateView(
            known,
            channel,
            template?.InForce ?? 0,
            [.. (template?.Versions ?? []).OrderByDescending(v => v.Number)],
            trace
        );
    }
}

public sealed record TemplateKindRow(NoticeKind Kind, IReadOnlyList<(NoticeChannel Channel, int InForce)> Channels);

/// <param name="Versions">The newest first, without the built-in one.</param>
/// <param name="Trace">The newest first.</param>
public sealed record TemplateView(
    NoticeKind Kind,
    NoticeChannel Channel,
    int InForce,
    IReadOnlyList<NoticeTemplateVersion> Versions,
    IReadOnlyList<TraceRow> Trace
)
{
    public NoticeWording Current => Wording(InForce);

    public NoticeWording Wording(int number) =>
        Versions.FirstOrDefault(v => v.Number == number) is { } saved ? new(saved.Number, saved.Title, saved.Text) : Kind.BuiltIn(Channel);
}
