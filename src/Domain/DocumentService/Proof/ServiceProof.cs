using System.Globalization;
using Domain.Calendar;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>
/// Whether a service still says what its trace says: the chain, the times of its attempts, openings and signatures, the frozen
/// documents and the conclusions. Asked before anything is certified, and by the check of the whole trace.
/// </summary>
public static class ServiceProof
{
    /// <param name="service">With copies and attempts.</param>
    /// <param name="trace">All its rows, the oldest first.</param>
    /// <returns>What does not agree, for the log; null when everything does.</returns>
    public static string? BreakOf(
        Service service,
        IReadOnlyList<TraceRow> trace,
        IReadOnlyCollection<ServedDocument> documents,
        ITraceMac mac
    ) => TraceChain.BreakOf(service, trace, mac)?.ToString() ?? BreakOfFacts(service, trace, documents);

    /// <summary>The same without the chain itself.</summary>
    public static string? BreakOfFacts(Service service, IReadOnlyList<TraceRow> trace, IReadOnlyCollection<ServedDocument> documents) =>
        BreakOfTimes(service, trace) ?? BreakOfCopies(service, trace) ?? BreakOfDocuments(service, trace, documents);

    /// <summary>Works the law out anew on loaded services, which are changed by it and must not be saved.</summary>
    /// <param name="services">All of one task and case, with copies and attempts.</param>
    /// <returns>The services whose stored conclusion is another.</returns>
    public static IReadOnlyList<Service> NotByLaw(
        IReadOnlyCollection<Service> services,
        EffectiveDate law,
        WorkCalendar calendar,
        DateTimeOffset now
    )
    {
        var stored = services.SelectMany(s => s.Copies).ToDictionary(c => c.Id, Conclusion);
        ConcludeServices.Update(services, law, calendar, now);
        return [.. services.Where(s => s.Copies.Exists(c => stored[c.Id] != Conclusion(c)))];

        static (ServiceStanding, DateOnly?, ServiceRule?) Conclusion(ServiceCopy copy) => (copy.Standing, copy.EffectiveOn, copy.Rule);
    }

    /// <summary>Each time must be in a row: in its words, or as the time at which it was written.</summary>
    private static string? BreakOfTimes(Service service, IReadOnlyList<TraceRow> trace)
    {
        foreach (var attempt in service.Attempts)
        {
            if (!Says(trace, attempt.QueuedAt, ServiceFacts.Queued))
                return Of("queued");
            if (!Says(trace, attempt.SentAt))
                return Of("sent");
            if (!Says(trace, attempt.DeliveredAt, ServiceFacts.Delivered))
                return Of("delivered");
            if (!Says(trace, attempt.OpenedAt, ServiceFacts.Opened))
                return Of("opened");
            if (!Says(trace, attempt.SignedAt))
                return Of("signed");
            if (!Says(trace, attempt.FailedAt) || !Says(trace, attempt.BouncedAt))
                return Of("failed");
            if (!Says(trace, attempt.ProvedArrivalAt, ServiceFacts.ArrivalProved))
                return Of("proved arrival");
            if (!Says(trace, attempt.RepliedAt) || !Says(trace, attempt.ActedAt) || !Says(trace, attempt.LeftAt))
                return Of("replied, acted or left");
            if (!SaysDay(trace, attempt.ReturnedOn) || !SaysDay(trace, attempt.PublishedOn))
                return Of("returned or published");
            if (attempt.IsRebutted && !trace.Any(r => r.Kind == ServiceFacts.Rebutted))
                return Of("rebutted");

            string Of(string time) => $"attempt {attempt.Position}: no row of the trace says when it was {time}";
        }

        return null;
    }

    private static string? BreakOfCopies(Service service, IReadOnlyList<TraceRow> trace)
    {
        foreach (var copy in service.Copies)
        {
            if (!Says(trace, copy.OpenedAt, ServiceFacts.Opened))
                return $"{copy.Title}: no row of the trace says when it was opened";
            if (!Says(trace, copy.SignedAt, ServiceFacts.Signed))
                return $"{copy.Title}: no row of the trace says when it was signed for";
            if (
                copy.SignatureSha256 is { } signature
                && !trace.Any(r => r.Kind == ServiceFacts.Signed && r.ContentHash == TraceRow.HashOf(signature))
            )
                return $"{copy.Title}: the signature is not the one of the trace";
            if (service.Copies.Count(c => c.Title == copy.Title) == 1 && !SaysConclusion(copy, trace))
                return $"{copy.Title}: the conclusion is not the one of the trace";
        }

        return null;
    }

    /// <summary>The newest row about it: a conclusion with its limit, or a limit that was counted anew after the working days changed.</summary>
    private static bool SaysConclusion(ServiceCopy copy, IReadOnlyList<TraceRow> trace)
    {
        var rows = trace.Where(r => r.Words.StartsWith($"《{copy.Title}》", StringComparison.Ordinal)).ToList();
        var concluded = rows.FindLastIndex(r => r.Kind == ServiceFacts.Concluded);
        if (concluded < 0)
            return copy.Standing == ServiceStanding.Pending;
        var recounted = rows.FindLastIndex(r => r.Kind == ServiceFacts.LimitRecounted);
        return recounted < concluded
            ? rows[concluded].Words.EndsWith("→ " + Service.SummaryOf(copy), StringComparison.Ordinal)
            : copy.LimitEndsOn is { } ends
                && rows[recounted].Words.Contains($"→ {Iso(ends)}", StringComparison.Ordinal)
                && copy.EffectiveOn is { } on
                && rows[concluded].Words.Contains($"→ {copy.Standing.Chinese()} {Iso(on)}", StringComparison.Ordinal);
    }

    /// <summary>The first row names each document with the beginning of its hash, as far as there is room.</summary>
    private static string? BreakOfDocuments(Service service, IReadOnlyList<TraceRow> trace, IReadOnlyCollection<ServedDocument> documents)
    {
        if (service.Copies.Exists(c => documents.All(d => d.Id != c.DocumentId)))
            return "a served document is gone";
        var named = trace.Count > 0 ? trace[0].Words : "";
        if (named.EndsWith('…'))
            return null;
        return
            documents.FirstOrDefault(d =>
                service.Copies.Exists(c => c.DocumentId == d.Id) && !named.Contains($"{d.Title} {d.Sha256[..8]}", StringComparison.Ordinal)
            )
                is { } other
            ? $"{other.Title}: the document is not the one of the trace"
            : null;
    }

    private static bool Says(IReadOnlyList<TraceRow> trace, DateTimeOffset? at, params string[] kinds)
    {
        if (at is not { } time)
            return true;
        var local = ChinaTime.ToLocal(time);
        var second = local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var day = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var isDay = local.TimeOfDay == TimeSpan.Zero; // of paper only the day is known
        return trace.Any(r =>
            (kinds.Length == 0 || kinds.Contains(r.Kind))
            && (
                r.At.ToUnixTimeMilliseconds() == time.ToUnixTimeMilliseconds()
                || r.Words.Contains(isDay ? day : second, StringComparison.Ordinal)
            )
        );
    }

    private static bool SaysDay(IReadOnlyList<TraceRow> trace, DateOnly? day) =>
        day is not { } on || trace.Any(r => r.Words.Contains(Iso(on), StringComparison.Ordinal));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
