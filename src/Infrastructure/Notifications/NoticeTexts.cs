using Domain.Notifications;
using Domain.Organisation;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>The words of notices as their recipients read them, with the address that each goes to.</summary>
public sealed class NoticeTexts(CourtDb db, NoticeWordings wordings, SurveyLinks links)
{
    /// <returns>In the order of the notices; an address that is not known is empty.</returns>
    public async Task<IReadOnlyList<OutgoingNotice>> Of(IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        var ids = notices.Where(n => n.RecipientKind == RecipientKind.Staff).Select(n => n.RecipientId!.Value).Distinct().ToList();
        var staff = await db.Set<Staff>()
            .AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                s.Mobile,
                s.Email,
            })
            .ToDictionaryAsync(s => s.Id, ct);
        var inForce = await wordings.Current(ct);
        return [.. notices.Select(n => Outgoing(n, Address(n), inForce))];

        string Address(Notice notice) =>
            notice.RecipientKind == RecipientKind.Staff && staff.TryGetValue(notice.RecipientId!.Value, out var person)
                ? notice.Channel == NoticeChannel.Email
                    ? person.Email
                    : person.Mobile
                : notice.Address ?? "";
    }

    private OutgoingNotice Outgoing(Notice notice, string address, WordingsInForce inForce)
    {
        var kind = NoticeKinds.Of(notice.Kind);
        var wording = inForce.Of(kind, notice.Channel);
        var fields = WithAddress(notice.Fields);
        return new OutgoingNotice(
            notice.Id,
            notice.Kind,
            notice.RecipientKind,
            notice.RecipientId,
            address,
            wording.Title,
            wording.Render(kind, notice.Channel, fields),
            fields,
            notice.Subject
        )
        {
            TemplateVersion = wording.Version,
        };
    }

    /// <summary>Rows keep the path of a message, the site is where it is today.</summary>
    private IReadOnlyDictionary<string, string> WithAddress(IReadOnlyDictionary<string, string> fields) =>
        fields.GetValueOrDefault(WorkOrderNotices.OrderLink) is { Length: > 0 } path
            ? new Dictionary<string, string>(fields) { [WorkOrderNotices.OrderLink] = links.Site + path }
            : fields;
}
