using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>
/// Takes over what the trial system says of cases: each record once, by its version, many in one save. A bad record is told by its line and
/// holds up no other.
/// </summary>
public sealed partial class TakeOverCases(
    ICourtDb db,
    RecordPlaces places,
    RecordStore store,
    IIdentityKeys keys,
    IFollowCaseFacts follow,
    IEnumerable<IFollowCasePeople> withCase,
    LeavingCases leaving,
    TimeProvider clock
)
{
    /// <summary>In one save.</summary>
    public const int MostAtOnce = 200;

    /// <returns>One answer for each line, in their order.</returns>
    public async Task<IReadOnlyList<RecordAnswer>> Handle(IReadOnlyList<RecordLine> lines, RecordSender sender, CancellationToken ct)
    {
        var answers = new RecordAnswer[lines.Count];
        List<ReadRecord> good = [];
        foreach (var (at, line) in lines.Index())
        {
            var (read, faults) = Read(at, line);
            if (read is null)
            {
                answers[at] = RecordAnswer.Refused(line, faults);
                if (faults is [{ Code: RecordFaults.Secret }] && !await IsWithheld(line, sender, ct))
                    answers[at] = RecordAnswer.Refused(line, [.. faults, NotStored]);
            }
            else
                good.Add(read);
        }

        foreach (var wave in Waves(good))
            await TakeOver(wave, sender, answers, ct);
        return answers;
    }

    private (ReadRecord? Record, IReadOnlyList<RecordFault> Faults) Read(int at, RecordLine line)
    {
        if (line.Record is not { } record)
            return (null, [line.Fault!]);
        var faults = TrialRecordCheck.Of(record);
        if (faults.Count > 0)
            return (null, faults);
        var reading = Reading(record);
        if (reading.Number is not { } number)
            return (null, [new(RecordFaults.NumberInvalid, "number", reading.Message.Length > 0 ? reading.Message : "读不出案号")]);
        return CourtFacts.ByCaseCode(number.CourtCode) is { InScope: true } court
            ? (new ReadRecord(at, line, number, court.Slug), [])
            : (null, [new(RecordFaults.CourtUnknown, "number", $"{number.CourtCode} 不是本平台的法院")]);
    }

    private CaseNumberReading Reading(TrialRecord record) => CaseNumber.Read(record.Number!, ChinaTime.DayOf(clock.GetUtcNow()).Year);

    /// <summary>A case at most once in each, so that its versions follow one another.</summary>
    private static IEnumerable<List<ReadRecord>> Waves(List<ReadRecord> records)
    {
        List<ReadRecord> wave = [];
        HashSet<string> numbers = [];
        foreach (var record in records)
        {
            if (wave.Count == MostAtOnce || numbers.Contains(record.Key))
            {
                yield return wave;
                (wave, numbers) = ([], []);
            }

            wave.Add(record);
            numbers.Add(record.Key);
        }

        if (wave.Count > 0)
            yield return wave;
    }

    private async Task TakeOver(List<ReadRecord> wave, RecordSender sender, RecordAnswer[] answers, CancellationToken ct)
    {
        try
        {
            foreach (var (at, answer) in await db.Change(() => Take(wave, sender, ct), ct))
                answers[at] = answer;
        }
        catch (Exception e) when (e.IsFailedSave() && wave.Count > 1 && !ct.IsCancellationRequested)
        {
            foreach (var one in wave)
                await TakeOver([one], sender, answers, ct); // which of them it is
        }
        catch (Exception e) when (e.IsFailedSave() && !ct.IsCancellationRequested)
        {
            answers[wave[0].At] = RecordAnswer.Refused(wave[0].Line, [NotStored]);
        }
    }

    private static RecordFault NotStored { get; } = new(RecordFaults.Failed, "", "没有存下来，请稍后再发");

    private async Task<List<(int At, RecordAnswer Answer)>> Take(List<ReadRecord> wave, RecordSender sender, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await places.Of(wave, ct);
        var stored = await store.Load([.. wave.Select(r => r.Key)], ct);
        var withheld = await store.Withheld(wave.Where(r => !stored.ContainsKey(r.Key)).Select(r => keys.For(r.Key)), ct);
        List<(int, RecordAnswer)> answers = [];
        List<TakenCase> taken = [];
        foreach (var read in wave)
        {
            var (place, warnings) = known.Find(read, sender.CourtId);
            if (place is null)
            {
                answers.Add((read.At, RecordAnswer.Refused(read.Line, warnings)));
                continue;
            }

            var there = stored.GetValueOrDefault(read.Key);
            if (there?.Record is { } record && Known(record, there.Case, read, place) is { } outcome)
            {
                answers.Add((read.At, Answer(read, outcome, warnings)));
                continue;
            }

            if (there is null && withheld.TryGetValue(keys.For(read.Key), out var secret))
            {
                if (read.Record.Version <= secret.SourceVersion)
                {
                    answers.Add((read.At, Answer(read, RecordOutcome.Older, warnings)));
                    continue;
                }

                db.Set<WithheldCase>().Remove(secret); // it is secret no more; its record says from now on which version stands
            }

            taken.Add(Take(read, place, known.CourtOf(read), there, now));
            answers.Add((read.At, read.Answer(there is null ? RecordOutcome.Created : RecordOutcome.Updated, warnings)));
        }

        await Finish(taken, sender.By, now, ct);
        return answers;
    }

    private static RecordAnswer Answer(ReadRecord read, RecordOutcome outcome, IReadOnlyList<RecordFault> warnings) =>
        outcome == RecordOutcome.Refused
            ? RecordAnswer.Refused(read.Line, [new(RecordFaults.VersionTaken, "version", "这个版本号已经用于另外的内容")])
            : read.Answer(outcome, warnings);

    /// <returns>Null when there is something to take over.</returns>
    private static RecordOutcome? Known(CaseRecord record, Case @case, ReadRecord read, RecordPlace place)
    {
        var version = read.Record.Version;
        if (version < record.SourceVersion)
            return RecordOutcome.Older;
        if (record.Digest != read.Digest())
            return version == record.SourceVersion && record.DigestForm == ReadRecord.DigestForm ? RecordOutcome.Refused : null;
        if (!place.IsOf(@case))
            return null; // whom it names has become known since
        record.Confirm(version);
        return RecordOutcome.Unchanged;
    }

    private TakenCase Take(ReadRecord read, RecordPlace place, Court court, StoredCase? there, DateTimeOffset now)
    {
        var @case = there?.Case ?? db.Set<Case>().Add(NewCase(read, place, court, now)).Entity;
        var conflicts = there?.Conflicts ?? [];
        HashSet<CaseConflict> before = [.. conflicts];
        List<string> seeing = [.. RecordStore.KeysOf(@case)];
        var taking = new CaseTaking(@case, read.Record, place, conflicts, keys, now);
        var changes = taking.Run();
        db.Set<CaseConflict>().AddRange(conflicts.Where(c => !before.Contains(c)));
        var record = there?.Record ?? db.Set<CaseRecord>().Add(CaseRecord.Of(@case, now)).Entity;
        return new TakenCase(
            read,
            @case,
            record,
            court,
            changes,
            taking.NewNodes,
            taking.HiddenNodes,
            taking.ChangesFacts && there is not null
        )
        {
            People = taking.People,
            Left = [.. seeing.Except(RecordStore.KeysOf(@case))],
        };
    }

    private static Case NewCase(ReadRecord read, RecordPlace place, Court court, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Number = read.Key,
            Stage = read.Number.Stage,
            Cause = "",
            CourtId = court.Id,
            DivisionId = place.Division.Id,
        };

    /// <summary>Who is in the cases sees the change at once, and is told of what is news.</summary>
    private async Task Finish(List<TakenCase> taken, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (taken.Count == 0)
            return;
        await store.MatchFiles(taken.Select(t => t.Case), ct);
        var people = await store.PeopleOf(taken.SelectMany(t => RecordStore.KeysOf(t.Case).Concat(t.Left)), ct);
        var pushes = await store.Pushes(ct);
        foreach (var one in taken)
        {
            List<Litigant> its = Known(RecordStore.KeysOf(one.Case));
            var left = Known(one.Left); // what they have open is closed to them
            var seers = its.Concat(left).Select(p => LiveTopic.Litigant(p.Id));
            await leaving.RecallTold(one.Case.Id, [.. left.Except(its).Select(p => p.Id)], now, ct);
            one.Record.Took(one.Case, one.Read, one.Changes, NoticesOf(one, its, pushes, now), seers, by, now);
        }

        await store.Recall([.. taken.SelectMany(t => t.HiddenNodes).Select(n => n.Id)], now, ct);
        if (taken.SelectMany(t => t.People).ToList() is { Count: > 0 } changes)
            foreach (var one in withCase)
                await one.Changed(changes, now, ct);
        if (taken.Where(t => t.ChangesFacts).Select(t => t.Case).ToList() is { Count: > 0 } cases)
            await follow.Changed(cases, by, now, ct);

        List<Litigant> Known(IEnumerable<string> keys) => [.. keys.Distinct().Select(k => people.GetValueOrDefault(k)).OfType<Litigant>()];
    }

    private static List<Notice> NoticesOf(
        TakenCase one,
        List<Litigant> people,
        Dictionary<(Guid Court, CaseNodeKind Kind), bool> pushes,
        DateTimeOffset now
    )
    {
        var news = one
            .NewNodes.Where(n => n.ToldAt is null && n.At >= now - NodeNotices.News)
            .Where(n => pushes.TryGetValue((one.Court.Id, n.Kind), out var told) ? told : NodePush.ByDefault(n.Kind))
            .ToList();
        foreach (var node in news)
            node.ToldAt = now;
        return [.. news.SelectMany(n => NodeNotices.Of(one.Case, n, one.Court.ShortName, people))];
    }

    /// <param name="ChangesFacts">Of a case that was here before.</param>
    private sealed record TakenCase(
        ReadRecord Read,
        Case Case,
        CaseRecord Record,
        Court Court,
        IReadOnlyList<CaseChange> Changes,
        IReadOnlyList<CaseNode> NewNodes,
        IReadOnlyList<CaseNode> HiddenNodes,
        bool ChangesFacts
    )
    {
        public IReadOnlyList<CasePersonChange> People { get; init; } = [];

        /// <summary>Who was in the case and is no more, by the key of their ID number.</summary>
        public IReadOnlyList<string> Left { get; init; } = [];
    }
}
