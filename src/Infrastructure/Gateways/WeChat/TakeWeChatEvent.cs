using System.Globalization;
using Domain.Litigants;
using Domain.Notifications;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Gateways.WeChat;

/// <summary>
/// What WeChat tells of subscribe messages: deliveries become receipts, refusals and accepts correct the credits. Each event may
/// come several times; taken again it changes nothing more.
/// </summary>
public sealed class TakeWeChatEvent(
    CourtDb db,
    KeepReceipts keep,
    SubscribeCredits credits,
    SubscribeTemplates templates,
    TimeProvider clock
)
{
    private const string Gateway = "wechat";

    /// <param name="json">As WeChat sent it, decrypted.</param>
    /// <returns>False when it cannot be read.</returns>
    public async Task<bool> Handle(string json, CancellationToken ct)
    {
        if (WeChatEvent.Read(json) is not { } what)
            return false;
        switch (what.Name)
        {
            case WeChatEvent.Sent:
                await keep.Handle([.. what.Items.Where(i => i.MessageId.Length is > 0 and <= 80).Select(i => Receipt(i, what.At))], ct);
                await Correct(
                    what,
                    i =>
                        i.ErrorCode == WeChatCodes.NoCredit.ToString(CultureInfo.InvariantCulture)
                            ? c => c.Exhausted(clock.GetUtcNow())
                            : null,
                    ct
                );
                break;
            case WeChatEvent.SwitchedOff:
                await Correct(what, i => i.Status == "reject" ? c => c.Exhausted(clock.GetUtcNow()) : null, ct);
                break;
            case WeChatEvent.Answered:
                await Correct(what, i => i.Status == "accept" ? c => c.Confirmed(clock.GetUtcNow()) : null, ct);
                break;
        }

        return true; // another event is none of ours, and WeChat need not repeat it
    }

    private GatewayReceipt Receipt(WeChatEventItem item, DateTimeOffset at) =>
        new()
        {
            Gateway = Gateway,
            ProviderId = item.MessageId,
            Delivered = item.ErrorCode == "0",
            Code = Cut(item.ErrorCode == "0" ? item.ErrorStatus : $"{item.ErrorCode} {item.ErrorStatus}"),
            At = at,
            KeptAt = clock.GetUtcNow(),
        };

    private async Task Correct(WeChatEvent what, Func<WeChatEventItem, Action<SubscribeCredit>?> read, CancellationToken ct)
    {
        var changes = what
            .Items.Where(i => templates.Has(i.TemplateId))
            .DistinctBy(i => i.TemplateId)
            .Select(i => (i.TemplateId, Change: read(i)))
            .Where(c => c.Change is not null)
            .Select(c => (c.TemplateId, c.Change!))
            .ToList();
        if (changes.Count == 0)
            return;
        var person = await db.Set<Litigant>().Where(l => l.OpenId == what.OpenId).Select(l => (Guid?)l.Id).SingleOrDefaultAsync(ct);
        if (person is { } id)
            await credits.Change(id, changes, ct);
    }

    private static string Cut(string code) => code.Length <= Notice.CodeMaxLength ? code : code[..Notice.CodeMaxLength];
}
