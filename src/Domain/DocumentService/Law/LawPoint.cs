namespace Domain.DocumentService;

/// <summary>What notices, certificates, pages and refusals cite the law for; each is a row of <see cref="LawTable"/>.</summary>
public enum LawPoint
{
    // The day of service.
    Arrival,
    ReplyOrAct,
    Read,
    Signature,

    /// <summary>Signed for by the agent: that serves the party.</summary>
    AgentSignature,
    PostReceipt,
    LastSignature,
    Left,
    LeftElsewhere,
    Returned,
    NoticeExpired,
    NoticeExpiredAbroad,

    // Conditions and limits of the ways.
    SentDate,
    Consent,
    SeveralWays,
    NoticeConditions,
    NoticeParts,
    NoticeDate,
    NoNoticeInSummary,
    MediationToPerson,
    NamedReceiver,
    ReturnReceipt,
    Voucher,

    // Periods that service starts.
    Defence,
    DefenceAbroad,
    AppealReply,
    AppealReplyAbroad,
    AppealJudgment,
    AppealRuling,
    AppealAbroad,
    AppealFee,

    /// <summary>A paper posted within the period is in time.</summary>
    PostedInTime,

    /// <summary>When a judgment that nobody appealed takes effect.</summary>
    TakesEffect,

    // Whom an appeal goes to.
    AppealToNextLevel,
    AppealToIpCourt,
    AppealFromInternetCourt,
}
