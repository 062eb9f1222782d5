using System.Data.Common;
using Domain.Notifications;
using Infrastructure.Notifications;

namespace Infrastructure.Outbox;

/// <summary>The texts of claimed notices. One whose text cannot be made, or that has nowhere to go, does not hold up the others.</summary>
public sealed class OutgoingNotices(NoticeTexts texts)
{
    /// <returns>What can be sent, and why the rest cannot.</returns>
    public async Task<(IReadOnlyList<OutgoingNotice> Ready, IReadOnlyDictionary<Guid, string> Broken)> Of(
        List<Notice> notices,
        CancellationToken ct
    )
    {
        Dictionary<Guid, string> broken = [];
        var all = await TextsOf(notices, broken, ct);
        foreach (var notice in all.Where(o => o.Address.Length == 0 && notices.Single(n => n.Id == o.Id).Channel != NoticeChannel.WeChat))
            broken[notice.Id] = FailureCodes.NoAddress;
        return ([.. all.Where(o => !broken.ContainsKey(o.Id))], broken);
    }

    private async Task<IReadOnlyList<OutgoingNotice>> TextsOf(List<Notice> notices, Dictionary<Guid, string> broken, CancellationToken ct)
    {
        try
        {
            return await texts.Of(notices, ct);
        }
        catch (Exception e) when (IsBug(e) && notices.Count == 1)
        {
            broken[notices[0].Id] = FailureCodes.NoText;
            return [];
        }
        catch (Exception e) when (IsBug(e))
        {
            List<OutgoingNotice> one = [];
            foreach (var notice in notices)
                one.AddRange(await TextsOf([notice], broken, ct));
            return one;
        }
    }

    /// <summary>EF Core wraps what a broken connection says; none of that is the notice's fault.</summary>
    private static bool IsBug(Exception e) =>
        e is not (OperationCanceledException or DbException or IOException or TimeoutException or OutOfMemoryException)
        && (e.InnerException is null || IsBug(e.InnerException));
}
