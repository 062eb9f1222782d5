namespace Infrastructure.DocumentService.Recipients;

/// <summary>A served document in a recipient's list.</summary>
/// <param name="Title">民事裁定书; where the case has another of that title, 民事裁定书（编号末尾 0001-02）. Everywhere the same.</param>
/// <param name="CourtName">天河区人民法院.</param>
/// <param name="CaseNumber">（2026）粤0106民初20871号.</param>
/// <param name="ArrivedText">今天 8:30 送到, 11 月 10 日.</param>
/// <param name="Plain">What it is, in plain words.</param>
/// <param name="State">toSign, signed, forwarded, withdrawn.</param>
/// <param name="LimitText">上诉期至 12 月 7 日（周一），还有 17 天; null where none runs.</param>
public sealed record DocumentRow(
    string Title,
    string CourtName,
    string CaseNumber,
    string ArrivedText,
    string Plain,
    string State,
    string? LimitText
)
{
    public required Guid Id { get; init; }
    public required Guid ServiceId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>您告李*强借钱不还.</summary>
    public required string CaseTitle { get; init; }

    /// <summary>民间借贷纠纷.</summary>
    public required string Cause { get; init; }

    /// <summary>SD20261120-0042-0001-01.</summary>
    public required string Serial { get; init; }
}

/// <param name="Verified">False: nothing is found until the identity is verified.</param>
/// <param name="ToSign">Of all, not of this page.</param>
public sealed record DocumentPage(IReadOnlyList<DocumentRow> Items, string? NextCursor, int ToSign, bool Verified);

public sealed record DocumentCase(Guid CaseId, string Number, string Title, string CourtName, int Documents, int ToSign, string LastText);

/// <summary>A served document as its recipient reads about it, before and after opening.</summary>
/// <param name="CourtFullName">广州市天河区人民法院.</param>
/// <param name="ArrivedAtText">2026 年 11 月 20 日 8:30: when it arrived, or was sent; see <c>HasArrived</c>.</param>
/// <param name="After">签收以后, line by line; <c>**…**</c> stands out.</param>
/// <param name="Unopened">不打开会怎样; null once it was opened.</param>
/// <param name="AppealTo">The second-instance court, where one may appeal.</param>
/// <param name="Statement">我是陈建华本人，收到天河区人民法院的: the titles follow.</param>
/// <param name="SignName">The own name, to write by hand.</param>
/// <param name="Together">Other documents of the same service that wait for a signature, as the clerk put them.</param>
/// <param name="OpenedText">When the recipient first opened it; null before, and then it cannot be signed for.</param>
/// <param name="ReadText">The button that opens it: 看判决书.</param>
/// <param name="Agents">Own agents with running authority, to whom it can be forwarded.</param>
/// <param name="PaperText">Null where paper was not asked for.</param>
public sealed record DocumentView(
    string Title,
    string CourtName,
    string CourtFullName,
    string CaseNumber,
    string CaseTitle,
    string ArrivedText,
    string ArrivedAtText,
    string Plain,
    string State,
    string StateText,
    IReadOnlyList<string> After,
    string? Unopened,
    string? AppealTo,
    LimitView? Limit,
    NextStep? Next,
    string Statement,
    string SignName,
    IReadOnlyList<TitledDocument> Together,
    SignedView? Signed,
    string? OpenedText,
    string ReadText,
    string? EffectiveText,
    string? RuleText,
    string Serial,
    string VerifyCode,
    string Sha256,
    long Size,
    int Pages,
    string FileName,
    bool CanSign,
    bool CanForward,
    IReadOnlyList<AgentRow> Agents,
    bool CanAskPaper,
    string? PaperText,
    ObjectionView? Objection,
    IReadOnlyList<HistoryRow> History,
    long Version
)
{
    public required Guid Id { get; init; }
    public required Guid ServiceId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>False: only sent, and nothing shows that it arrived; who opened it elsewhere does not either.</summary>
    public required bool HasArrived { get; init; }

    /// <summary>Why <c>EffectiveText</c> is its day: 从您打开看的那天算（在线诉讼规则第 31 条第 2 款第 2 项）; null while nothing has served it.</summary>
    public required string? ServedText { get; init; }

    /// <summary>民间借贷纠纷.</summary>
    public required string Cause { get; init; }

    /// <summary>The newest of each kind that the clerk issued for this service; none for whom it was only forwarded to.</summary>
    public required IReadOnlyList<CertificateLink> Certificates { get; init; }

    /// <summary>The court's electronic seal is in the very file that was served.</summary>
    public required bool Sealed { get; init; }
}

/// <param name="KindText">送达回证, 电子送达凭证.</param>
/// <param name="Number">SDHZ20261120-000042.</param>
public sealed record CertificateLink(Guid Id, string KindText, string Number, string IssuedText, string FileName);

/// <param name="Opened">By the recipient: it can be signed for.</param>
public sealed record TitledDocument(Guid Id, string Title, string FileName, bool Opened);

/// <param name="Date">The last day.</param>
/// <param name="DayText">12 月 7 日.</param>
/// <param name="LeftText">还有 17 天.</param>
/// <param name="DaysLeft">0 on the last day; negative when it is over.</param>
/// <param name="Projected">It does not run yet: the day if it were signed for today.</param>
public sealed record LimitView(
    string Name,
    DateOnly Date,
    string DayText,
    string WeekdayText,
    int DaysLeft,
    string LeftText,
    string Law,
    bool Projected
);

/// <param name="Title">下一步：要不要上诉.</param>
/// <param name="By">要上诉，最晚 12 月 7 日; null where no limit runs.</param>
public sealed record NextStep(string Title, string? By);

/// <param name="AtText">2026 年 11 月 20 日 09:41.</param>
public sealed record SignedView(DateTimeOffset At, string AtText, bool Handwritten);

/// <param name="Name">周*律师.</param>
public sealed record AgentRow(Guid Id, string Name, bool Forwarded);

public sealed record ObjectionView(string Text, string AtText);

public sealed record HistoryRow(string Title, string? Note, string AtText);

/// <param name="Channel">sms or email.</param>
/// <param name="Address">Masked.</param>
public sealed record DocumentLinkView(string Channel, string Address);
