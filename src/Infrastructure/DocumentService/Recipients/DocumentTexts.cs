using System.Globalization;
using Domain.Calendar;
using Domain.DocumentService;
using Domain.Shared;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>The words about one document, filled in.</summary>
internal sealed class DocumentTexts(DocumentWords words, WorkCalendar calendar, DateTimeOffset now)
{
    private readonly DateOnly _today = ChinaTime.DayOf(now);

    /// <summary>When it reached the first of the channels, or else was handed over.</summary>
    public static DateTimeOffset ArrivedAt(Service service) =>
        service.Attempts.Min(a => a.DeliveredAt) ?? service.Attempts.Min(a => a.SentAt) ?? service.BegunAt;

    /// <summary>Some channel's report shows it, or its law: what a gateway took is not there yet.</summary>
    public static bool HasArrived(Service service) =>
        service.Attempts.Exists(a => a.DeliveredAt is not null || a.OpenedAt is not null || a.SignedAt is not null)
        || service.Copies.Exists(c => c.EffectiveOn is not null);

    /// <returns>今天 8:30 送到, 今天 8:30 发出; another day: 11 月 10 日, 11 月 10 日发出.</returns>
    public string Arrived(DateTimeOffset at, bool hasArrived) =>
        (ChinaTime.DayOf(at) == _today, hasArrived) switch
        {
            (true, true) => $"今天 {ChinaTime.Clock(at)} 送到",
            (true, false) => $"今天 {ChinaTime.Clock(at)} 发出",
            (false, true) => Day(ChinaTime.DayOf(at)),
            _ => Day(ChinaTime.DayOf(at)) + "发出",
        };

    /// <returns>12 月 7 日; with the year when it is not this one.</returns>
    public string Day(DateOnly day) =>
        (day.Year == _today.Year ? "" : string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 "))
        + string.Create(CultureInfo.InvariantCulture, $"{day.Month} 月 {day.Day} 日");

    public LimitView? Limit(Service service, ServiceCopy copy)
    {
        if (copy.LimitEndsOn is { } ends)
            return View(TimeLimit.NameOf(copy.LimitKind!.Value), ends, copy.LimitLaw, projected: false);
        return service.LimitOf(copy) is { } limit
            ? View(limit.Name, limit.LastDay(calendar, _today, service.LimitFacts), limit.Law, projected: true)
            : null;
    }

    /// <returns>上诉期至 12 月 7 日（周一），还有 17 天.</returns>
    public string? LimitText(ServiceCopy copy) =>
        copy.LimitEndsOn is { } ends ? $"{TimeLimit.NameOf(copy.LimitKind!.Value)}至 {Dated(ends)}，{Left(ends)}" : null;

    /// <summary>What a period that runs leaves time for, as the document's own page says it.</summary>
    /// <returns>不服可以上诉，最晚 12 月 7 日（周一）; null where none runs.</returns>
    public string? LimitLine(ServiceCopy copy) =>
        copy.LimitEndsOn is not { } ends || ends < _today ? null
        : words.Of(copy.Kind).Limit is { } line
            ? Filled(line, Counted(ends), ends, copy.LimitDays).Replace("**", "", StringComparison.Ordinal)
        : $"{TimeLimit.NameOf(copy.LimitKind!.Value)}最晚 {Dated(ends)}";

    public IReadOnlyList<string> After(Service service, ServiceCopy copy, LimitView? limit)
    {
        var kind = words.Of(copy.Kind);
        var line =
            limit is null ? null
            : limit.Projected ? kind.Projected
            : kind.Limit;
        if (line is null)
            return kind.After;
        var days = copy.LimitEndsOn is null ? service.LimitOf(copy)!.Days : copy.LimitDays;
        return [.. kind.After, Filled(line, calendar.Counted(limit!.Date).Iso, limit.Date, days)];
    }

    public string Unopened(Service service, ServiceCopy copy)
    {
        var kind = words.Of(copy.Kind);
        if (kind.Unopened is { } own)
            return own;
        var arrivedOn = ChinaTime.DayOf(ArrivedAt(service));
        var sentence =
            copy.Standing == ServiceStanding.Effective ? words.Unopened.Arrived
            : service.Consent.Length == 0 ? words.Unopened.NoConsent
            : service.Attempts.Exists(a => a.Basis == AddressBasis.Found && a.DeliveredAt is not null) ? words.Unopened.Presumed
            : words.Unopened.NotYet;
        return sentence
            .Replace("{arrived}", arrivedOn == _today ? "今天" : Day(arrivedOn), StringComparison.Ordinal)
            .Replace("{consequence}", kind.Consequence, StringComparison.Ordinal);
    }

    public NextStep? Next(ServiceCopy copy, LimitView? limit)
    {
        var kind = words.Of(copy.Kind);
        if (kind.Next is null || (kind.NextBy is not null && limit is null))
            return null;
        return new NextStep(kind.Next, limit is null ? null : kind.NextBy?.Replace("{day}", limit.DayText, StringComparison.Ordinal));
    }

    public string? Effective(ServiceCopy copy) =>
        (copy.Standing, copy.EffectiveOn) switch
        {
            (ServiceStanding.Effective, { } day) => $"{calendar.Served(day, _today).WithYear}送达",
            (ServiceStanding.Presumed, { } day) => $"{ChinaTime.DayWithYear(day)}推定送达",
            _ => null,
        };

    /// <returns>2026 年 11 月 20 日 8:30.</returns>
    public static string FullMoment(DateTimeOffset at) => $"{ChinaTime.DayWithYear(ChinaTime.DayOf(at))} {ChinaTime.Clock(at)}";

    private LimitView View(string name, DateOnly ends, string law, bool projected) =>
        new(name, ends, Counted(ends), ChinaTime.Weekday(ends), ends.DayNumber - _today.DayNumber, Left(ends), law, projected);

    private static string Filled(string line, string date, DateOnly ends, int days) =>
        line.Replace("{date}", date, StringComparison.Ordinal)
            .Replace("{weekday}", ChinaTime.Weekday(ends), StringComparison.Ordinal)
            .Replace("{days}", days.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private string Counted(DateOnly ends) => Day(ends) + calendar.Counted(ends).Mark;

    private string Dated(DateOnly ends) => ChinaTime.Day(ends, _today.Year) + calendar.Counted(ends).Mark;

    /// <returns>还有 17 天.</returns>
    public string Left(DateOnly ends) =>
        (ends.DayNumber - _today.DayNumber) switch
        {
            > 0 and var left => $"还有 {left} 天",
            0 => "今天是最后一天",
            var over => $"已经过了 {-over} 天",
        };
}
