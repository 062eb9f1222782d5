using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Shared;
using Microsoft.AspNetCore.Components;

namespace Infrastructure.DocumentService.Certificates;

/// <summary>What the forms print. Without a number it is the empty form that travels with documents on paper.</summary>
/// <param name="Number">Empty on a form that is still to be signed.</param>
public sealed partial record CertificateSheet(
    CertificateKind Kind,
    ServiceSnapshot Snapshot,
    string Number,
    string VerifyCode,
    string VerifyAddress,
    DateTimeOffset IssuedAt,
    string IssuedBy
)
{
    /// <summary>1, 2, 3 …: the highest stands.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>Number of the edition before; empty for the first.</summary>
    public string SupersedesNumber { get; init; } = "";

    /// <summary>Why this one takes its place.</summary>
    public string Reason { get; init; } = "";

    /// <returns>SDHZ20261120-000042（第 2 版）.</returns>
    public string NumberAndEdition => Edition == 1 ? Number : $"{Number}（第 {Edition} 版）";

    public Service Service => Snapshot.Service;

    public bool IsBlank => Number.Length == 0;

    public IReadOnlyList<(ServedDocument Document, ServiceCopy Copy)> Documents { get; } =
    [.. Snapshot.Documents.Join(Snapshot.Service.Copies, d => d.Id, c => c.DocumentId, (d, c) => (d, c)).OrderBy(x => x.d.Position)];

    /// <summary>（2026）粤0104民初12345号, as court papers print it.</summary>
    public string CaseNumber =>
        Printed(Snapshot.CaseNumber) + (Snapshot.CaseNumber == Service.CaseNumber ? "" : $"，送达时为{Printed(Service.CaseNumber)}");

    private static string Printed(string number) => number.Replace('(', '（').Replace(')', '）');

    /// <summary>
    /// 短信链接 13800138000, whole as the form asks for it; whose it is, where it is not the recipient's. Of another party the recipient,
    /// who may have the certificate, learns no number.
    /// </summary>
    public string AddressOf(Delivery delivery)
    {
        var address = delivery.Of.PartyId == Service.PartyId ? delivery.Attempt.Address : Service.Mask(delivery.Attempt);
        return $"{delivery.Attempt.Channel.Chinese()}　{address}".TrimEnd('　')
            + (delivery.Of.Id == Service.Id ? "" : $"（{Whose(delivery.Of)}）");
    }

    /// <summary>A trace row masks addresses and who signed; here they stand whole, as the service has them, whose hashes the row keeps.</summary>
    public string WordsOf(TraceRow row) => Whole(WithSigner(row, ServiceTrace.Words(row)));

    private string WithSigner(TraceRow row, string words) =>
        ServiceTrace.DataOf(row) is SignedData { OnPaper: { } paper } signed
        && Service.Copies.Find(c => c.SignedName.Length > 0 && signed.Copies.Any(s => s.IsSignedBy(c))) is { } copy
            ? words.Replace(
                PaperSigner.Words(paper.Relation, paper.Name),
                PaperSigner.Words(paper.Relation, copy.SignedName),
                StringComparison.Ordinal
            )
            : words;

    private string Whole(string words) =>
        Service
            .Attempts.Select(a => (Masked: Service.Mask(a), a.Address))
            .Where(a => a.Masked.Length > 0 && a.Masked != a.Address)
            .Distinct()
            .Aggregate(words, (said, a) => said.Replace(a.Masked, a.Address, StringComparison.Ordinal));

    /// <summary>What is known of an attempt, in the order of time.</summary>
    public static IReadOnlyList<(string Name, string Words)> TimesOf(ServiceAttempt a)
    {
        var times = new (string Name, DateTimeOffset? At)[]
        {
            ("排队", a.QueuedAt),
            ("发出", a.SentAt),
            ("到达", a.DeliveredAt),
            ("证明到达", a.ProvedArrivalAt),
            ("查看", a.OpenedAt),
            ("回复", a.RepliedAt),
            ("诉讼行为", a.ActedAt),
            ("签收", a.SignedAt),
            ("留置", a.LeftAt),
            ("未送达", a.ReturnedOn is null ? a.FailedAt : null),
        }
            .Where(t => t.At is not null)
            .Select(t => (At: t.At!.Value, t.Name, Words: Time(t.At)));
        // Of a day that has no time, the times of that day come before: it was posted before it came back.
        var days = new (string Name, DateOnly? Day)[] { ("退回", a.ReturnedOn), ("公告", a.PublishedOn) }
            .Where(d => d.Day is not null)
            .Select(d => (At: ChinaTime.StartOf(d.Day!.Value.AddDays(1)), d.Name, Words: Day(d.Day)));
        return [.. times.Concat(days).OrderBy(t => t.At).Select(t => (t.Name, t.Words))];
    }

    /// <summary>Why a way failed, in Chinese.</summary>
    public static string Failure(ServiceAttempt attempt) =>
        PaperWords.ReasonOf(attempt.FailureCode) is { } reason ? reason.Chinese()
        : attempt.FailureCode.Length == 0 ? "没有送到"
        : FailureCodes.Chinese(attempt.FailureCode);

    /// <summary>Dates and times stay on one line; a line may break at a hyphen otherwise.</summary>
    public static MarkupString Unbroken(string words) =>
        new(DateAndTime().Replace(HtmlEncoder.Default.Encode(words), "<span class=\"nb\">$0</span>"));

    public static string Day(DateOnly? day) => day is { } on ? ChinaTime.DayWithYear(on) : "";

    /// <returns>2026-11-20 10:26:00.</returns>
    public static string Time(DateTimeOffset? at) =>
        at is { } time ? ChinaTime.ToLocal(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>到达 2026-11-20 … 送达, or what is still missing.</summary>
    public static string ConclusionOf(ServiceCopy copy) =>
        copy.EffectiveOn is { } day ? $"{ChinaTime.DayWithYear(day)}{copy.Outcome()}" : copy.Outcome();

    public string LimitOf(ServiceCopy copy) =>
        Snapshot.Calendar.LimitOf(copy) is { } ends
            ? $"{TimeLimit.NameOf(copy.LimitKind!.Value)} {copy.LimitDays} 日，至 {ends.WithYear}（{copy.LimitLaw}）"
            : "";

    /// <summary>Of the attempt that served it; the party's agent is named.</summary>
    public string ServedBy(ServiceCopy copy)
    {
        if (Snapshot.ServedBy(copy) is not { } served)
            return "";
        var whose = served.Of.Id == Service.Id ? "" : $"，{Whose(served.Of)}";
        return served.Attempt.Channel.Chinese() + whose;
    }

    /// <returns>经被告的代理律师王明.</returns>
    private static string Whose(Service other) => $"经{other.RecipientRole}{other.RecipientName}";

    public string MessageId(ServiceAttempt attempt) =>
        attempt.Reference.Length > 0
            ? attempt.Reference
            : Snapshot.MessageIds.GetValueOrDefault(attempt.Id, attempt.NoticeId?.ToString("N") ?? "");

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?")]
    private static partial Regex DateAndTime();
}
