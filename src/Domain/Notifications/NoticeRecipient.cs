namespace Domain.Notifications;

public enum RecipientKind
{
    Staff,
    Litigant,

    /// <summary>Somebody known by phone number only, e.g. a caller.</summary>
    Phone,
}

/// <summary>Whom a notice is for and which ways there are to them.</summary>
/// <param name="Mobile">Null for staff, whose number is looked up when it is sent, and where none is known.</param>
public sealed record NoticeRecipient(RecipientKind Kind, Guid? Id, string? Mobile, bool UsesWeChat)
{
    public static NoticeRecipient Staff(Guid id) => new(RecipientKind.Staff, id, null, UsesWeChat: false);

    public static NoticeRecipient Litigant(Guid id, string? mobile, bool usesWeChat) => new(RecipientKind.Litigant, id, mobile, usesWeChat);

    public static NoticeRecipient Phone(string mobile) => new(RecipientKind.Phone, null, mobile, UsesWeChat: false);

    /// <summary>Rings, and takes no SMS; only where there is no mobile.</summary>
    public string? Landline { get; init; }

    public bool CanBeReachedBy(NoticeChannel channel) =>
        channel switch
        {
            NoticeChannel.Sms => Kind == RecipientKind.Staff || Mobile is not null,
            NoticeChannel.WeChat => UsesWeChat,
            NoticeChannel.Voice => (Mobile ?? Landline) is not null,
            NoticeChannel.Email => Kind == RecipientKind.Staff,
            _ => Id is not null,
        };
}
