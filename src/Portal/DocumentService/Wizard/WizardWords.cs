using Domain.Calendar;
using Domain.DocumentService;
using Domain.Shared;

namespace Portal.DocumentService.Wizard;

/// <summary>What the steps of a new service say.</summary>
internal static class WizardWords
{
    /// <summary>Columns of the recipients' table and of the matrix.</summary>
    public static IReadOnlyList<ServiceChannel> Columns { get; } =
    [ServiceChannel.WeChat, ServiceChannel.SmsLink, ServiceChannel.Email, ServiceChannel.Post];

    public static string Icon(ServiceChannel channel) =>
        channel switch
        {
            ServiceChannel.WeChat => "fa-brands fa-weixin",
            ServiceChannel.SmsLink => "fa-solid fa-comment-sms",
            ServiceChannel.Email => "fa-solid fa-envelope",
            ServiceChannel.WebAccount => "fa-solid fa-circle-user",
            ServiceChannel.Voice => "fa-solid fa-phone-volume",
            ServiceChannel.Fax => "fa-solid fa-fax",
            ServiceChannel.Post => "fa-solid fa-truck-fast",
            ServiceChannel.InPerson => "fa-solid fa-handshake",
            _ => "fa-solid fa-bullhorn",
        };

    /// <summary>The heading before a confirmation that sends nothing by itself.</summary>
    public const string OnPaperOnly = "确认后交邮、当面送达由您登记";

    /// <summary>The case's confirmations and addresses, from where the clerk comes back.</summary>
    public static string AddressesOf(Serving serving) =>
        $"/address-confirmations/case/{serving.Case.Id}?serving=true"
        + (serving.Corrects is { } corrected ? $"&corrects={corrected.Id}" : "");

    /// <summary>Chip and icon of where an address comes from.</summary>
    public static (string Look, string Icon) Basis(AddressBasis basis) =>
        basis switch
        {
            AddressBasis.Confirmed => ("teal", "fa-shield-halved"),
            AddressBasis.Provided => ("blue", "fa-user-pen"),
            _ => ("dash", "fa-magnifying-glass"),
        };

    /// <summary>What stands beside the tick.</summary>
    public static string Address(KnownWay way, bool isWhole = false) => Address(way.Channel, isWhole ? way.Address : way.Masked);

    public static string Address(PlannedWay way, bool isWhole) =>
        Address(way.Channel, isWhole ? way.Address : ServiceAddresses.Mask(way.Channel, way.Address));

    private static string Address(ServiceChannel channel, string address) =>
        channel switch
        {
            ServiceChannel.WeChat => "广州微法院",
            ServiceChannel.WebAccount => "网上账户",
            ServiceChannel.InPerson => "当面送达",
            ServiceChannel.Voice => $"语音通知 {address}",
            ServiceChannel.Fax => $"传真 {address}",
            _ => address,
        };

    public static string None(ServiceChannel channel) =>
        channel switch
        {
            ServiceChannel.WeChat => "未绑定",
            ServiceChannel.SmsLink => "无号码",
            _ => "无地址",
        };

    public static string State(AttemptState state) =>
        state switch
        {
            AttemptState.Signed => "已签收",
            AttemptState.Opened => "已查看",
            _ => "已到达",
        };

    /// <summary>When it will take effect for the person, as far as it can be said before.</summary>
    public static string Outlook(Serving serving, ServingRecipient recipient, WorkCalendar calendar, DateOnly today)
    {
        if (serving.Documents.Exists(d => d.Kind == DocumentKind.MediationStatement))
            return "各方签收后生效，以最后签收日为准";
        var party = recipient.Of.Role;
        if (recipient.Of.AgentId is not null)
            return $"效力归于{party[..party.IndexOf('的', StringComparison.Ordinal)]}，期限相同";
        if (recipient.Contact is not null || !recipient.Chosen.Any(w => w.Channel.IsElectronic() && recipient.Of.IsServedBy(w)))
            return recipient.Chosen.Any(w => w.Channel == ServiceChannel.Post) ? "签收日或退回日生效" : "签收日生效";
        if (serving.Served.Any(r => r.Of.PartyId == recipient.Of.PartyId && r.Of.AgentId is not null))
            return "与代理人以最早到达为准";
        return LimitOf(serving, recipient) is { } limit
            ? $"今日到达，{limit.Name}至 {Short(calendar.Counted(limit.LastDay(calendar, today, recipient.Of.Facts)))}"
            : "今日到达即生效";
    }

    /// <summary>The first time limit that the documents start; null for none.</summary>
    public static TimeLimit? LimitOf(Serving serving, ServingRecipient recipient) =>
        serving.Documents.SelectMany(d => TimeLimit.Of(d.Kind, d.IsAppealable, recipient.Of.Facts)).FirstOrDefault();

    /// <summary>21 条电子发送，3 件邮寄.</summary>
    public static string Sums(Serving serving)
    {
        List<string> sums = [];
        if (serving.ItemsBy(c => c.IsElectronic()) is > 0 and var electronic)
            sums.Add($"{electronic} 条电子发送");
        if (serving.ItemsBy(c => c == ServiceChannel.Post) is > 0 and var post)
            sums.Add($"{post} 件邮寄");
        if (serving.ItemsBy(c => c == ServiceChannel.InPerson) is > 0 and var inPerson)
            sums.Add($"{inPerson} 件当面送达");
        return string.Join('，', sums);
    }

    private static string Short(CountedDay day) => $"{day.Day:MM-dd}{day.Mark}";

    public static string Day(DateTimeOffset at) => $"{ChinaTime.DayOf(at):MM-dd}";
}
