using System.Text.Json;
using System.Text.Json.Nodes;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>
/// Whether a service still says what its trace says: the chain, its attempts and documents as the newest fact left each of them, what
/// it began with, the rows of the frozen documents. Asked before anything is certified, and by the check of the whole trace.
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
    public static string? BreakOfFacts(Service service, IReadOnlyList<TraceRow> trace, IReadOnlyCollection<ServedDocument> documents)
    {
        List<(TraceRow Row, ServiceFactData Data)> facts = [];
        foreach (var row in trace)
        {
            try
            {
                if (ServiceTrace.DataOf(row) is { } data)
                    facts.Add((row, data));
            }
            catch (JsonException)
            {
                return $"row {row.Sequence} cannot be read";
            }
        }

        List<ServiceFactData> said = facts.ConvertAll(f => f.Data);
        return BreakOfAttempts(service, said)
            ?? BreakOfAddresses(service, facts)
            ?? BreakOfCopies(service, said)
            ?? BreakOfBeginning(service, said, documents);
    }

    /// <param name="documents">All of one task.</param>
    /// <param name="trace">With how the services of the task began.</param>
    /// <returns>Documents with which no service began: nothing was served by them, yet the public page would verify them.</returns>
    public static IReadOnlyList<ServedDocument> NotBegun(IEnumerable<ServedDocument> documents, IEnumerable<TraceRow> trace)
    {
        var named = trace.SelectMany(Begun).ToHashSet();
        return [.. documents.Where(d => !named.Contains((d.Id, d.Serial)))];

        static IEnumerable<(Guid, string)> Begun(TraceRow row)
        {
            try
            {
                return ServiceTrace.DataOf(row) is BegunData begun ? begun.Documents.Select(d => (d.Copy.DocumentId, d.Serial)) : [];
            }
            catch (JsonException)
            {
                return []; // the service is named
            }
        }
    }

    /// <summary>Longer than any setting of how long reports are waited for was shortened by: a service put off further is never concluded.</summary>
    private static readonly TimeSpan s_putOffAtMost = TimeSpan.FromDays(7);

    /// <summary>Works the law out anew on loaded services, which are changed by it and must not be saved.</summary>
    /// <param name="services">All of one task and case, with copies and attempts.</param>
    /// <param name="statements">Read without tracking, see <see cref="Statements"/>.</param>
    /// <returns>The services whose stored conclusion is another, or that wait for no time though time alone concludes them.</returns>
    public static IReadOnlyList<Service> NotByLaw(
        IReadOnlyCollection<Service> services,
        ServiceLaw law,
        DateTimeOffset now,
        Statements? statements = null
    )
    {
        services = [.. services.Where(s => s.Copies.Count > 0)]; // one whose copies are gone is found by its facts
        var stored = services.SelectMany(s => s.Copies).ToDictionary(c => c.Id, Conclusion);
        var waits = services.ToDictionary(s => s.Id, s => s.ConcludesAt);
        var all = services.Union(statements?.Services.Where(s => s.Copies.Count > 0) ?? []).ToList();
        List<Service> others = [.. services];
        foreach (var (reading, at) in law.Readings.SelectMany(r => Instants().Select(at => (r, at))))
        {
            ConcludeServices.Update(all, reading, at, statements);
            others.RemoveAll(s => s.Copies.TrueForAll(c => stored[c.Id] == Conclusion(c)) && !IsPutOff(s));
            if (others.Count == 0)
                break;
        }

        return others;

        // What is due is concluded by the worker within moments; until then it stands as it stood before.
        IEnumerable<DateTimeOffset> Instants() =>
            waits.Values.Where(at => at <= now).Min() is { } due ? [now, due - TimeSpan.FromTicks(10)] : [now];

        bool IsPutOff(Service service) =>
            service.State != ServiceState.Withdrawn
            && (
                service.ConcludesAt is { } at
                    ? waits[service.Id] is not { } until || until > at + s_putOffAtMost
                    : waits[service.Id] > now + s_putOffAtMost
            );

        static (ServiceStanding, DateOnly?, ServiceRule?) Conclusion(ServiceCopy copy) => (copy.Standing, copy.EffectiveOn, copy.Rule);
    }

    /// <summary>As the newest fact left it: each field, the same to the millisecond.</summary>
    private static string? BreakOfAttempts(Service service, IReadOnlyList<ServiceFactData> facts)
    {
        var traced = facts.SelectMany(f => f.NamedAttempts()).GroupBy(a => a.Id).ToDictionary(g => g.Key, g => g.Last());
        foreach (var attempt in service.Attempts)
        {
            var name = $"attempt {attempt.Position}";
            if (!traced.Remove(attempt.Id, out var said))
                return $"{name}: no row of the trace speaks of it";
            if (Difference(TracedAttempt.Of(attempt), said) is { } field)
                return $"{name}: {field} is not what the trace says";
        }

        return traced.Count == 0 ? null : $"attempt {traced.Values.First().Position} is gone";
    }

    /// <summary>The trace shows an address masked; the whole one is hashed into the row that queued it.</summary>
    private static string? BreakOfAddresses(Service service, IReadOnlyList<(TraceRow Row, ServiceFactData Data)> facts)
    {
        var queued = facts.Where(f => f.Data is QueuedData).ToLookup(f => ((QueuedData)f.Data).Attempt.Id);
        var other = service.Attempts.Find(a => queued[a.Id].ToList() is not [var (row, data)] || !Says(row, (QueuedData)data, a));
        return other is null ? null : $"attempt {other.Position}: the address is not the one of the trace";

        static bool Says(TraceRow row, QueuedData data, ServiceAttempt attempt) =>
            (row.ContentHash, data.Origin, data.RetriesId) == (TraceRow.HashOf(attempt.Address), attempt.Origin, attempt.RetriesId);
    }

    private static string? BreakOfCopies(Service service, IReadOnlyList<ServiceFactData> facts)
    {
        var traced = facts.SelectMany(f => f.NamedCopies()).GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.Last());
        foreach (var copy in service.Copies)
        {
            var name = $"document {copy.Position} ({copy.Title})";
            if (!traced.Remove(copy.Id, out var said))
                return $"{name}: no row of the trace speaks of it";
            if (Difference(TracedCopy.Of(copy), said) is { } field)
                return $"{name}: {field} is not what the trace says";
        }

        return traced.Count == 0 ? null : $"document {traced.Values.First().Position} is gone";
    }

    private static string? BreakOfBeginning(
        Service service,
        IReadOnlyList<ServiceFactData> facts,
        IReadOnlyCollection<ServedDocument> documents
    )
    {
        if (facts.OfType<BegunData>().ToList() is not [var begun])
            return "the trace does not say with what it began";
        var noted = facts.OfType<FactsNotedData>().LastOrDefault()?.Facts ?? begun.Facts;
        if (Difference(service.LimitFacts, noted) is { } fact)
            return $"{fact} is not what the trace says";
        if (Difference(service.AsBegun([]), begun with { Documents = [], Facts = service.LimitFacts }) is { } field)
            return $"{field} is not what the trace says";
        foreach (var said in begun.Documents)
        {
            var name = $"document {said.Copy.Position} ({said.Copy.Title})";
            if (documents.FirstOrDefault(d => d.Id == said.Copy.DocumentId) is not { } document)
                return $"{name}: the frozen document is gone";
            if (Difference(BegunDocument.Of(said.Copy, document), said) is { } other)
                return $"{name}: the frozen document is not the one of the trace ({other})";
        }

        return null;
    }

    /// <returns>The first field whose value is another; null when they say the same.</returns>
    private static string? Difference<T>(T stored, T traced)
        where T : notnull
    {
        var (ours, theirs) = (CanonicalJson.Of(stored), CanonicalJson.Of(traced));
        return ours == theirs ? null : FirstDifference(JsonNode.Parse(ours)!.AsObject(), JsonNode.Parse(theirs)!.AsObject());
    }

    private static string FirstDifference(JsonObject ours, JsonObject theirs) =>
        ours.Select(p => p.Key).Union(theirs.Select(p => p.Key)).First(name => !JsonNode.DeepEquals(ours[name], theirs[name]));
}
