using System.Globalization;
using Domain.Notifications;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Who is told of what happened to an order. Sensitive cases carry no case number and no category.</summary>
internal static class WorkOrderNotices
{
    public static IEnumerable<Notice> Dispatched(WorkOrder order) => ToOwner(order, NoticeTemplates.Dispatched);

    public static IEnumerable<Notice> Urged(WorkOrder order) => ToOwner(order, NoticeTemplates.Urged);

    public static IEnumerable<Notice> Received(WorkOrder order) => ToRequester(order, NoticeTemplates.Received);

    public static IEnumerable<Notice> Interim(WorkOrder order) => ToRequester(order, NoticeTemplates.Interim);

    public static IEnumerable<Notice> Answered(WorkOrder order) => ToRequester(order, NoticeTemplates.Answered);

    private static IEnumerable<Notice> ToOwner(WorkOrder order, string template)
    {
        yield return new Notice
        {
            RecipientKind = RecipientKind.Staff,
            RecipientId = order.OwnerId,
            Channel = NoticeChannel.Sms,
            Template = template,
            Fields = Fields(order),
            WorkOrderId = order.Id,
        };
    }

    private static IEnumerable<Notice> ToRequester(WorkOrder order, string template)
    {
        if (PhoneNumber.TryRead(order.RequesterPhone, out _, out var mobile) && mobile) yield return Make(NoticeChannel.Sms, order.RequesterPhone);
        if (order.LitigantId is not null && order.Channel == Channel.WeChat) yield return Make(NoticeChannel.WeChat, address: null);

        Notice Make(NoticeChannel channel, string? address) => new()
        {
            RecipientKind = order.LitigantId is null ? RecipientKind.Phone : RecipientKind.Litigant,
            RecipientId = order.LitigantId,
            Address = address,
            Channel = channel,
            Template = template,
            Fields = Fields(order),
            WorkOrderId = order.Id,
            Urgent = true,
        };
    }

    private static Dictionary<string, string> Fields(WorkOrder order) => new()
    {
        ["number"] = order.Number,
        ["caseNumber"] = order.IsSensitive || order.CaseNumber is null ? "" : "，" + Masking.CaseNumberForSms(order.CaseNumber),
        ["category"] = order.IsSensitive ? "当事人来件" : order.Category.Chinese(),
        ["answerBy"] = ChinaTime.Day(order.DueDay),
        ["count"] = order.UrgeCount.ToString(CultureInfo.InvariantCulture),
    };
}
