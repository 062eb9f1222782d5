using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>领导批注: a leader's words to the owner; the litigant never sees them.</summary>
public abstract partial class Handled
{
    public void Remark(Guid entryId, string text, Actor by, string divisionName, DateTimeOffset now)
    {
        Kind.Check(HandledActs.Remark);
        if (!LeaderAccess.Leads(by))
            throw Kind.Errors.NotALeader();
        var words = CheckedText(text);
        Write(EntryKind.Remark, entryId, words, by, divisionName, now);
        Raise(
            FactFor(
                HandlingFacts.Remarked,
                by,
                now,
                content: words,
                entryId: entryId,
                notices: by.Id == OwnerId ? [] : TellOwner(Kind.Notices.Remarked, now, null, SupervisionWords.LeaderFields(by))
            )
        );
    }
}
