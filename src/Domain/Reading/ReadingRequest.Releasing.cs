using Domain.Handling;
using Domain.Shared;

namespace Domain.Reading;

/// <summary>What the court decides, the duty that the reader signs, and the end.</summary>
public sealed partial class ReadingRequest
{
    /// <summary>Only the owner's first look counts.</summary>
    public void OpenedBy(Actor by, DateTimeOffset now)
    {
        if (by.Id != OwnerId || OwnerReadAt is not null || IsClosed)
            return;
        ReadByOwner(now);
        Raise(FactFor(ReadingFacts.Opened, by, now));
    }

    /// <summary>批准: these documents, as they are now, until the end of a day.</summary>
    public void Release(Guid entryId, Release release, Releaser releaser, DateTimeOffset now)
    {
        CheckMayDecide(releaser);
        var today = ChinaTime.DayOf(now);
        if (release.Files.Count == 0)
            throw ReadingErrors.FilesMissing();
        if (release.Files.Any(f => f.CaseId != CaseId || !f.IsReadable))
            throw ReadingErrors.FileNotReadable();
        if (release.Until < today || release.Until > today.AddDays(release.MostDays))
            throw ReadingErrors.UntilOutside(release.MostDays);
        foreach (var file in release.Files)
        {
            var one = Files.Find(f => f.CaseFileId == file.Id);
            if (one is null)
                Files.Add(one = ReadingFile.Of(this, file, isAsked: false));
            one.Release(file);
        }

        (State, Until, IsMasked, ReleasedUnder) = (ReadingState.Open, release.Until, release.IsMasked, release.Under);
        var (by, pages) = (releaser.By, release.Files.Sum(f => f.Pages));
        var words = ReadingNotices.ReleasedWords(release.Files, release.Until);
        Write(EntryKind.Answer, entryId, words, by, releaser.DivisionName, now);
        Close(by, now);
        Raise(
            FactFor(
                ReadingFacts.Released,
                by,
                now,
                new ReadingReleasedData(release.Files.Count, pages, release.Until, release.IsMasked),
                words,
                entryId,
                ToRequester(ReadingNotices.Released, ReadingNotices.ReleasedFields(release.Files, release.Until))
            )
        );
    }

    /// <summary>不批准, with the reason that the reader is told.</summary>
    public void Refuse(Guid entryId, string reason, Releaser releaser, DateTimeOffset now)
    {
        CheckMayDecide(releaser);
        var why = CheckedReason(reason);
        Write(EntryKind.Answer, entryId, why, releaser.By, releaser.DivisionName, now);
        State = ReadingState.Refused;
        Close(releaser.By, now);
        Raise(
            FactFor(
                ReadingFacts.Refused,
                releaser.By,
                now,
                content: why,
                entryId: entryId,
                notices: ToRequester(ReadingNotices.Refused, [])
            )
        );
    }

    /// <summary>The reader signs the 阅卷单; signing again changes nothing.</summary>
    public void Sign(string version, Actor by, DateTimeOffset now)
    {
        if (!IsOpenOn(ChinaTime.DayOf(now)))
            throw ReadingErrors.NotOpen();
        if (version != ReadingDuty.Version)
            throw ReadingErrors.DutyChanged();
        if (SignedAt is not null)
            return;
        (SignedAt, SignedVersion) = (now, version);
        Raise(FactFor(ReadingFacts.Signed, by, now, new ReadingSignedData(version)));
    }

    /// <summary>The reader does not want it any more, before or after it was released.</summary>
    public void TakeBack(Guid entryId, Actor by, DateTimeOffset now)
    {
        if (State == ReadingState.ToReview)
        {
            CheckOpen();
            Write(EntryKind.Explanation, entryId, ReadingEnd.TakenBack.Chinese(), by, by.Name, now);
            Close(by, now);
        }
        else if (State == ReadingState.Open)
        {
            Write(EntryKind.Explanation, entryId, ReadingEnd.TakenBack.Chinese(), by, by.Name, now);
        }
        else
        {
            throw ReadingErrors.NotOpen();
        }

        End(ReadingEnd.TakenBack, "", entryId, by, now);
    }

    /// <summary>提前收回, for a reason that the reader is told.</summary>
    public void EndEarly(Guid entryId, string reason, Releaser releaser, DateTimeOffset now)
    {
        if (!MayBeDecidedBy(releaser))
            throw Kind.Errors.NotYours();
        if (State != ReadingState.Open)
            throw ReadingErrors.NotOpen();
        var why = CheckedReason(reason);
        Write(EntryKind.Explanation, entryId, why, releaser.By, releaser.DivisionName, now);
        End(ReadingEnd.ByCourt, why, entryId, releaser.By, now);
    }

    /// <summary>The last day has passed, or the reader has left the case.</summary>
    /// <returns>False when it has ended before.</returns>
    public bool Lapse(ReadingEnd how, DateTimeOffset now)
    {
        if (State != ReadingState.Open || (how == ReadingEnd.Expired && IsOpenOn(ChinaTime.DayOf(now))))
            return false;
        End(how, "", null, Actor.System, now);
        return true;
    }

    /// <summary>Nobody is told: whoever asked has left the case.</summary>
    public void EndWithCase(DateTimeOffset now)
    {
        CheckOpen();
        Close(Actor.System, now);
        End(ReadingEnd.LeftCase, "", null, Actor.System, now);
    }

    /// <summary>Released, and its last day has not passed. Who reads must besides still be of the case: <see cref="ReadingAccess"/>.</summary>
    public bool IsOpenOn(DateOnly today) => State == ReadingState.Open && Until >= today;

    public bool MayBeDecidedBy(Releaser releaser) =>
        releaser.By.Post is not null && (releaser.IsAllowed || (releaser.CaseHasNobody && releaser.By.Id == OwnerId));

    private void CheckMayDecide(Releaser releaser)
    {
        CheckOpen();
        if (!MayBeDecidedBy(releaser))
            throw Kind.Errors.NotYours();
    }

    private void End(ReadingEnd how, string why, Guid? entryId, Actor by, DateTimeOffset now)
    {
        (State, EndedBy, EndedAt) = (ReadingState.Ended, how, now);
        var isTold = how is ReadingEnd.ByCourt;
        Raise(
            FactFor(
                ReadingFacts.Ended,
                by,
                now,
                new ReadingEndedData(how),
                why,
                entryId,
                isTold ? ToRequester(ReadingNotices.Ended, []) : []
            )
        );
    }
}
