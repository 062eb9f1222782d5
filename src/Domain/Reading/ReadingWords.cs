namespace Domain.Reading;

public enum ReadingState
{
    ToReview,

    /// <summary>可以看了: released, until its last day.</summary>
    Open,
    Refused,
    Ended,
}

public enum ReadingEnd
{
    TakenBack,
    ByCourt,
    Expired,

    /// <summary>The reader is of the case no more, or the case allows it no more.</summary>
    LeftCase,
}

/// <summary>Who releases: the court's to choose.</summary>
public enum ReleasedBy
{
    ClerkOrJudge,
    Judge,
    Clerk,
}

public static class ReadingWords
{
    public static string Chinese(this ReadingState state) =>
        state switch
        {
            ReadingState.ToReview => "待审查",
            ReadingState.Open => "在看",
            ReadingState.Refused => "未批准",
            ReadingState.Ended => "已关闭",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static string Chinese(this ReadingEnd end) =>
        end switch
        {
            ReadingEnd.TakenBack => "申请人撤回",
            ReadingEnd.ByCourt => "法院提前收回",
            ReadingEnd.Expired => "到期关闭",
            ReadingEnd.LeftCase => "已不在本案，或者案件改为不公开",
            _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
        };

    public static string Chinese(this ReleasedBy who) =>
        who switch
        {
            ReleasedBy.ClerkOrJudge => "书记员或者承办法官",
            ReleasedBy.Judge => "承办法官",
            ReleasedBy.Clerk => "书记员",
            _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
        };

    public static string Chinese(this MaskKind kind) =>
        kind switch
        {
            MaskKind.IdNumber => "身份证号",
            MaskKind.BankCard => "银行卡号",
            MaskKind.Phone => "电话",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}

/// <summary>阅卷单: what the reader signs before the first page. Another text is another version.</summary>
public static class ReadingDuty
{
    public const string Version = "2026-11";

    public static IReadOnlyList<string> Lines { get; } =
    [
        "我只为这个案件看案卷，不作别的用途。",
        "看到的国家秘密、商业秘密和个人隐私，我会保密。",
        "我不拍照、不录屏外传，不把账号和手机交给别人看。",
        "我知道每一页都有我的姓名和时间水印，看了哪些页都有记录。",
    ];
}
