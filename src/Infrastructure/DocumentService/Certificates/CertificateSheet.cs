using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Domain.DocumentService;
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
    public Service Service => Snapshot.Service;

    public bool IsBlank => Number.Length == 0;

    public IReadOnlyList<(ServedDocument Document, ServiceCopy Copy)> Documents { get; } =
    [.. Snapshot.Documents.Join(Snapshot.Service.Copies, d => d.Id, c => c.DocumentId, (d, c) => (d, c)).OrderBy(x => x.d.Position)];

    /// <summary>（2026）粤0104民初12345号, as court papers print it.</summary>
    public string CaseNumber => Service.CaseNumber.Replace('(', '（').Replace(')', '）');

    /// <summary>Dates and times stay on one line; a line may break at a hyphen otherwise.</summary>
    public static MarkupString Unbroken(string words) =>
        new(DateAndTime().Replace(HtmlEncoder.Default.Encode(words), "<span class=\"nb\">$0</span>"));

    public static string Day(DateOnly? day) => day is { } on ? ChinaTime.DayWithYear(on) : "";

    /// <returns>2026-11-20 10:26:00.</returns>
    public static string Time(DateTimeOffset? at) =>
        at is { } time ? ChinaTime.ToLocal(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>到达 2026-11-20 … 送达, or what is still missing.</summary>
    public static string ConclusionOf(ServiceCopy copy) =>
        copy.EffectiveOn is { } day ? $"{ChinaTime.DayWithYear(day)}{copy.Standing.Chinese()}" : copy.Standing.Chinese();

    public string LimitOf(ServiceCopy copy) =>
        Snapshot.Calendar.LimitOf(copy) is { } ends
            ? $"{TimeLimit.NameOf(copy.LimitKind!.Value)} {copy.LimitDays} 日，至 {ends.WithYear}（{copy.LimitLaw}）"
            : "";

    /// <summary>Of the attempt that served it; the party's agent is named.</summary>
    public string ServedBy(ServiceCopy copy)
    {
        if (Snapshot.ServedBy(copy) is not { } served)
            return "";
        var whose = served.Of.Id == Service.Id ? "" : $"，经{served.Of.RecipientRole}{served.Of.RecipientName}";
        return served.Attempt.Channel.Chinese() + whose;
    }

    public string MessageId(ServiceAttempt attempt) =>
        attempt.Reference.Length > 0
            ? attempt.Reference
            : Snapshot.MessageIds.GetValueOrDefault(attempt.Id, attempt.NoticeId?.ToString("N") ?? "");

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?")]
    private static partial Regex DateAndTime();
}
