using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Something that a public notice must state (JI 139).</summary>
/// <param name="Draft">Where it can be written beforehand.</param>
public sealed record NoticePart(string Name, string Draft);

/// <summary>What the public notice of a service must say, by its documents, and how it is put together.</summary>
public static class PublicNoticeText
{
    /// <param name="appeal">Where one may appeal; without it the clerk completes the sentence.</param>
    public static IReadOnlyList<NoticePart> PartsOf(
        Service service,
        AppealRoute? appeal,
        NoticeGround ground = NoticeGround.OtherWaysFailed
    )
    {
        List<NoticePart> parts = [new(ReasonName, ReasonOf(ground))];
        foreach (var kind in service.StandingCopies().Select(c => c.Kind).Distinct())
        {
            parts.AddRange(
                kind switch
                {
                    DocumentKind.Complaint or DocumentKind.AppealPetition =>
                    [
                        new(kind == DocumentKind.Complaint ? "起诉要点" : "上诉要点", ""),
                        new("答辩期限及逾期不答辩的法律后果", Answer(service, kind)),
                    ],
                    DocumentKind.Summons => [new("出庭的时间、地点及逾期不出庭的法律后果", "")],
                    DocumentKind.Judgment or DocumentKind.Ruling => Decision(service, kind, appeal),
                    _ => Array.Empty<NoticePart>(),
                }
            );
        }

        return parts;
    }

    private static string Answer(Service service, DocumentKind kind) =>
        service.StandingCopies().Where(c => c.Kind == kind).Select(service.LimitOf).FirstOrDefault() is { } limit
            ? $"{limit.Name}为公告期满后的 {limit.Days} 日内，逾期不答辩的，不影响人民法院审理"
            : "";

    public const string ReasonName = "公告送达的原因";

    /// <returns>因你下落不明; 因用其他方式无法送达.</returns>
    public static string ReasonOf(NoticeGround ground) => ground == NoticeGround.Missing ? "因你下落不明" : "因用其他方式无法向你送达";

    private static NoticePart[] Decision(Service service, DocumentKind kind, AppealRoute? appeal)
    {
        var limit = service
            .StandingCopies()
            .Where(c => c.Kind == kind)
            .Select(service.LimitOf)
            .FirstOrDefault(l => l?.Kind == TimeLimitKind.Appeal);
        var content = new NoticePart("裁判主要内容", "");
        return limit is null
            ? [content]
            :
            [
                content,
                new(
                    "上诉权利、上诉期限和上诉的人民法院",
                    $"如不服本{(kind == DocumentKind.Judgment ? "判决" : "裁定")}，可在公告期满后 {limit.Days} 日内，向本院递交上诉状及副本，上诉于{appeal?.To.FullName}"
                ),
            ];
    }

    /// <param name="parts">Texts in the order of <see cref="PartsOf"/>.</param>
    /// <exception cref="RefusedException"><c>service_entry.notice_part_missing</c>, <c>service_entry.notice_too_long</c>.</exception>
    public static string Compose(Service service, IReadOnlyList<string> parts, int days)
    {
        var written = parts.Select(TypedText.Storable).Select(p => p.TrimEnd('。', '，', '；', '.')).ToList();
        if (written.Count != PartsOf(service, null).Count || written.Exists(p => p.Length == 0))
            throw ServiceEntryErrors.NoticePartMissing();
        var text = $"""
            {service.CourtName}公告
            {CaseNumber.DisplayOf(service.CaseNumber)}
            {service.RecipientName}：
            {written[0]}，依照{Law(service, days)}的规定，现向你公告送达{service.DocumentTitles}。
            {string.Join('\n', written.Skip(1).Select(p => p + "。"))}
            自本公告发布之日起，经过 {days} 日，即视为送达。
            """;
        return text.Length <= ServiceAttempt.NoticeTextMaxLength ? text : throw ServiceEntryErrors.NoticeTooLong();
    }

    /// <returns>《中华人民共和国民事诉讼法》第九十五条第一款.</returns>
    private static string Law(Service service, int days)
    {
        var point = days >= EffectiveDate.ForeignNoticeDays ? LawPoint.NoticeExpiredAbroad : LawPoint.NoticeExpired;
        return string.Join('、', LawTable.Of(point, service.Procedure).Articles.Select(a => a.InPapers));
    }
}
