namespace Domain.DocumentService;

/// <summary>Who signs for a document on paper, by their relation to the recipient (CPL 88, JI 130–132).</summary>
public enum SignerRelation
{
    /// <summary>本人.</summary>
    Self,

    /// <summary>同住成年家属: of a natural person.</summary>
    AdultCoResident,

    /// <summary>法定代表人、主要负责人: of an organisation.</summary>
    LegalRepresentative,

    /// <summary>负责收件的人: of an organisation.</summary>
    MailRoom,

    /// <summary>诉讼代理人.</summary>
    Agent,

    /// <summary>受送达人指定的代收人.</summary>
    NamedReceiver,

    /// <summary>法定代理人: of a minor and others without capacity (MAIL 9).</summary>
    StatutoryAgent,
}

/// <summary>Why the post brought it back.</summary>
public enum ReturnReason
{
    /// <summary>By the recipient or the named receiver (MAIL 11).</summary>
    Refused,

    /// <summary>地址不准确.</summary>
    WrongAddress,

    /// <summary>迁移新址不明.</summary>
    Moved,

    /// <summary>多次投递无人接收.</summary>
    NobodyThere,

    /// <summary>邮政原因.</summary>
    Postal,

    /// <summary>By somebody else, or nobody wrote down by whom.</summary>
    RefusedByOther,
}

public static class PaperWords
{
    public static string Chinese(this SignerRelation relation) =>
        relation switch
        {
            SignerRelation.Self => "本人",
            SignerRelation.AdultCoResident => "同住成年家属",
            SignerRelation.LegalRepresentative => "法定代表人或者主要负责人",
            SignerRelation.MailRoom => "负责收件的人",
            SignerRelation.Agent => "诉讼代理人",
            SignerRelation.NamedReceiver => "指定的代收人",
            SignerRelation.StatutoryAgent => "法定代理人",
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
        };

    public static string Chinese(this ReturnReason reason) =>
        reason switch
        {
            ReturnReason.Refused => "受送达人或者指定的代收人拒收",
            ReturnReason.RefusedByOther => "拒收，不是本人或者不知道是谁",
            ReturnReason.WrongAddress => "地址不准确",
            ReturnReason.Moved => "迁移新址不明",
            ReturnReason.NobodyThere => "多次投递无人接收",
            ReturnReason.Postal => "邮政原因",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };

    /// <summary>The stable word that an attempt keeps as its failure.</summary>
    public static string Code(this ReturnReason reason) =>
        reason switch
        {
            ReturnReason.Refused => "mail_refused",
            ReturnReason.RefusedByOther => "mail_refused_by_other",
            ReturnReason.WrongAddress => "mail_wrong_address",
            ReturnReason.Moved => "mail_moved",
            ReturnReason.NobodyThere => "mail_nobody_there",
            ReturnReason.Postal => "mail_postal",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };

    public static ReturnReason? ReasonOf(string code) =>
        Enum.GetValues<ReturnReason>().Cast<ReturnReason?>().FirstOrDefault(r => r!.Value.Code() == code);

    /// <summary>
    /// The day of the return is the day of service (MAIL 11): refused at an address that is the recipient's; or the recipient gave or
    /// confirmed an address that is wrong, or did not tell the new one. Who refused at an unverified address nobody knows. Refused by
    /// others, nobody there, and the post's own faults, serve nobody.
    /// </summary>
    public static bool ServesByReturn(this ReturnReason reason, AddressBasis basis) =>
        reason switch
        {
            ReturnReason.Refused => basis != AddressBasis.Unconfirmed,
            ReturnReason.WrongAddress or ReturnReason.Moved => basis is AddressBasis.Provided or AddressBasis.Confirmed,
            _ => false,
        };

    /// <summary>Carried by people: somebody enters what became of it.</summary>
    public static bool IsByHand(this ServiceChannel channel) =>
        channel is ServiceChannel.Post or ServiceChannel.InPerson or ServiceChannel.Fax or ServiceChannel.PublicNotice;
}
