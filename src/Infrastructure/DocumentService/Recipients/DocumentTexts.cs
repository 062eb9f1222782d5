using System.Globalization;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Litigants;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>The words about one document, filled in.</summary>
internal sealed class DocumentTexts(DocumentWords words, WorkCalendar calendar, DateTimeOffset now)
{
    private readonly DateOnly _today = ChinaTime.DayOf(now);

    /// <returns>今天 8:30 送到, 今天 8:30 发出; another day: 11 月 10 日, 11 月 10 日发出.</returns>
    public string Arrived(DocumentTravel travel) =>
        (ChinaTime.DayOf(travel.At) == _today, travel.HasArrived) switch
        {
            (true, true) => $"今天 {ChinaTime.Clock(travel.At)} 送到",
            (true, false) => $"今天 {ChinaTime.Clock(travel.At)} 发出",
            (false, true) => Day(ChinaTime.DayOf(travel.At)),
            _ => Day(ChinaTime.DayOf(travel.At)) + "发出",
        };

    /// <summary>What it is; of a summons with the hearing.</summary>
    public string Plain(DocumentKind kind, Case @case, string courtFullName)
    {
        var hearing =
            @case.HearingAt is { } at && at > now
                ? words
                    .Hearing.Known.Replace("{time}", Moment.Full(at), StringComparison.Ordinal)
                    .Replace("{court}", courtFullName, StringComparison.Ordinal)
                : words.Hearing.Unknown;
        return words.Of(kind).Plain.Replace("{hearing}", hearing, StringComparison.Ordinal);
    }

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
        return [.. kind.After, Filled(line, limit!.DayText, limit.Date, days)];
    }

    /// <returns>Null once it was opened or signed for: how it was served is <see cref="Served"/> then.</returns>
    public string? Unopened(Service service, ServiceCopy copy)
    {
        if (Service.WasSeen(copy))
            return null;
        var kind = words.Of(copy.Kind);
        if (kind.Unopened is { } own)
            return own;
        var (day, electronic) = (copy.EffectiveOn, service.Attempts.FindAll(a => a.Channel.IsElectronic()));
        var sentence = day is not null
            ? copy.Rule == ServiceRule.Arrival
                ? words.Unopened.Arrived
                : words.Unopened.Served
            : service.Consent.Length == 0
                ? words.Unopened.NoConsent
                : electronic.TrueForAll(a => a.Basis == AddressBasis.Unconfirmed)
                    ? words.Unopened.NotYet
                    : electronic.Exists(a => a.Basis == AddressBasis.Found && a.DeliveredAt is not null)
                        ? words.Unopened.Presumed
                        : words.Unopened.NotArrived;
        return sentence
            .Replace(
                "{arrived}",
                day == _today ? "今天"
                    : day is { } on ? $" {Day(on)}"
                    : "",
                StringComparison.Ordinal
            )
            .Replace("{effective}", Effective(copy), StringComparison.Ordinal)
            .Replace("{ground}", Ground(copy), StringComparison.Ordinal)
            .Replace("{consequence}", kind.Consequence, StringComparison.Ordinal);
    }

    /// <returns>从您打开看的那天算（在线诉讼规则第 31 条第 2 款第 2 项）; null while nothing has served it.</returns>
    public string? Served(Service service, ServiceCopy copy) =>
        copy.Rule is { } rule ? $"{Ground(copy)}（{LawTable.Of(rule, service.Procedure).ShortCite}）" : null;

    private string Ground(ServiceCopy copy) => copy.Rule is { } rule ? words.Grounds[rule] : "";

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
