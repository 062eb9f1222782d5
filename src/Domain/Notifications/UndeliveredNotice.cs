using Domain.Shared;

namespace Domain.Notifications;

public enum UndeliveredState
{
    Open,

    /// <summary>Sent once more.</summary>
    Resent,

    /// <summary>The recipient was told in another way.</summary>
    ToldOtherwise,
}

/// <summary>A notice that failed on every channel: somebody has to see to it that the recipient learns of it (未送达通知).</summary>
public sealed class UndeliveredNotice
{
    public const int RemarkMaxLength = 200;

    /// <summary>The notice that failed last.</summary>
    public Guid Id { get; init; }

    public SubjectKind? SubjectKind { get; private init; }
    public Guid? SubjectId { get; private init; }

    /// <summary>What the notice was about; null where it was about nothing.</summary>
    public (SubjectKind Kind, Guid Id)? About => SubjectKind is { } kind ? (kind, SubjectId!.Value) : null;

    /// <summary>Whose people look after it; null for the Intermediate Court's alone.</summary>
    public Guid? CourtId { get; private init; }

    public Guid? DivisionId { get; private init; }
    public DateTimeOffset At { get; private init; }

    /// <summary>The gateway's code, or our word for it.</summary>
    public string Code { get; init; } = "";

    public UndeliveredState State { get; private set; }
    public Guid? HandledById { get; private set; }
    public string HandledBy { get; private set; } = "";
    public DateTimeOffset? HandledAt { get; private set; }
    public string Remark { get; private set; } = "";
    public Guid? ResentAsId { get; private set; }

    public static UndeliveredNotice Of(Notice failed, Guid? courtId, Guid? divisionId, string code, DateTimeOffset now) =>
        new()
        {
            Id = failed.Id,
            SubjectKind = failed.SubjectKind,
            SubjectId = failed.SubjectId,
            CourtId = courtId,
            DivisionId = divisionId,
            At = now,
            Code = code,
        };

    /// <param name="number">A corrected number as typed, of a mobile phone unless it is a call; empty for the one it had.</param>
    /// <returns>The notice that goes out.</returns>
    public Notice Resend(Notice failed, string number, string reason, Actor by, DateTimeOffset now)
    {
        var again = failed.Again(Corrected(failed, number), now);
        Handle(UndeliveredState.Resent, reason, by, now);
        ResentAsId = again.Id;
        return again;
    }

    public void TellOtherwise(string remark, Actor by, DateTimeOffset now) => Handle(UndeliveredState.ToldOtherwise, remark, by, now);

    /// <summary>The number of staff is in their file and corrected there.</summary>
    private static string? Corrected(Notice failed, string number)
    {
        if (string.IsNullOrWhiteSpace(number))
            return failed.RecipientKind == RecipientKind.Staff || failed.Address is not null
                ? null
                : throw UndeliveredErrors.NumberMissing();
        if (failed.RecipientKind == RecipientKind.Staff)
            throw UndeliveredErrors.NumberOfStaff();
        if (!PhoneNumber.TryRead(number, out var normal, out var isMobile))
            throw UndeliveredErrors.NumberInvalid();
        return isMobile || failed.Channel == NoticeChannel.Voice ? normal : throw UndeliveredErrors.NumberInvalid();
    }

    private void Handle(UndeliveredState state, string remark, Actor by, DateTimeOffset now)
    {
        if (State != UndeliveredState.Open)
            throw UndeliveredErrors.Handled(HandledBy);
        var words = TypedText.Storable(remark);
        if (words.Length == 0)
            throw UndeliveredErrors.RemarkMissing();
        if (words.Length > RemarkMaxLength)
            throw UndeliveredErrors.RemarkTooLong();
        (State, HandledById, HandledBy, HandledAt, Remark) = (state, by.Id, by.Name, now, words);
    }
}
