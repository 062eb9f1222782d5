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

    /// <summary>By which addresses, told before a person agrees.</summary>
    ConsentTold,

    /// <summary>Left with an agent: only one who is the named receiver.</summary>
    LienOnAgent,

    /// <summary>Nobody of the other side signs for a party.</summary>
    OpponentSigns,

    /// <summary>The 法定代理人 acts for a minor.</summary>
    StatutoryAgent,

    /// <summary>Who is in custody is served through the institution.</summary>
    ThroughInstitution,

    // Agents ad litem.

    /// <summary>One or two for a party, and who may be one.</summary>
    AgentsOfParty,

    /// <summary>What an agent does only by special authority.</summary>
    SpecialAuthority,

    /// <summary>What each kind of agent brings.</summary>
    AgentPapers,

    /// <summary>全权代理 without items.</summary>
    FullAuthority,

    // File reading.

    /// <summary>Agents and parties read the main volume.</summary>
    FileReading,

    /// <summary>They sign the 阅卷单.</summary>
    ReadingSlip,

    /// <summary>They keep secret what is secret.</summary>
    ReadingSecrecy,
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
    PaymentObjection,

    /// <summary>More time for who has no domicile in China.</summary>
    Extension,

    /// <summary>耽误期限: who was kept from it asks for more time.</summary>
    Delay,

    /// <summary>A paper posted within the period is in time.</summary>
    PostedInTime,

    /// <summary>When a judgment that nobody appealed takes effect.</summary>
    TakesEffect,

    // Whom an appeal goes to.
    AppealToNextLevel,
    AppealToIpCourt,
    AppealFromInternetCourt,

    // What people of a case hand in, and what it costs.
    /// <summary>Of the second instance: final when it is served.</summary>
    FinalOfSecond,

    /// <summary>小额诉讼: one instance decides.</summary>
    FinalOfSmallClaims,

    /// <summary>What an appeal says, and that it goes through the court that decided.</summary>
    AppealPetition,

    /// <summary>The copy goes to the other side in five days; the file goes up in five days after the answer.</summary>
    AppealForward,
    AppealWithdrawal,
    DefenceSent,
    Counterclaim,
    Argument,

    /// <summary>Numbered, each with its source and what it proves.</summary>
    EvidenceList,
    EvidenceExtension,
    EvidenceCollection,
    Appraisal,
    WitnessAttendance,
    HearingExtension,

    /// <summary>Who may be asked to step aside, until when, who decides, within three days.</summary>
    Recusal,
    Withdrawal,
    Preservation,
    IdentityPapers,
    Enforcement,
    EnforcementCourt,

    /// <summary>Two years from the last day to perform; from the effect where no day was set.</summary>
    EnforcementPeriod,
    EnforceableText,

    /// <summary>Brackets by what is claimed.</summary>
    FeeAmount,

    /// <summary>Of enforcement and of preservation.</summary>
    FeeOfApplication,
    FeeSettled,
    FeeSummary,
    FeeOnAppeal,
    FeeMerged,
    FeeHalvedOnce,

    /// <summary>The fee of enforcement is paid after it.</summary>
    FeeLater,

    /// <summary>Appeals against some rulings cost nothing.</summary>
    FeeNone,
    FeeSentBack,
    FeeDismissed,
    FeeOfWinner,
    FeeReturn,
    FeeRelief,
}
