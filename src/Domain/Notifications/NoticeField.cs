namespace Domain.Notifications;

/// <summary>Where a field's value may be shown.</summary>
public enum FieldMasking
{
    /// <summary>Nothing of a person or a case is in it.</summary>
    Plain,

    /// <summary>It is masked before it is written into a notice (domain facts §10.3).</summary>
    Masked,

    /// <summary>Names people as they are: for the inbox inside the house only.</summary>
    Unmasked,
}

/// <summary>A named value in the text of notices.</summary>
/// <param name="Name">As it stands in braces, e.g. <c>answerBy</c>.</param>
/// <param name="Meaning">For the administrator.</param>
/// <param name="MaxLength">The longest value, in characters as an SMS counts them.</param>
/// <param name="Example">For previews.</param>
public sealed record NoticeField(string Name, string Meaning, int MaxLength, string Example, FieldMasking Masking = FieldMasking.Plain)
{
    /// <summary>Without it the notice is useless: every wording has to name it where the built-in one does.</summary>
    public bool IsEssential { get; init; }
}

/// <summary>The fields that kinds share. One name means the same everywhere.</summary>
public static class NoticeFields
{
    public static IReadOnlyList<NoticeField> All { get; } =
    [
        new("number", "工单号", 20, "GZ20261120-000123") { IsEssential = true },
        new("caseNumber", "案号（敏感案件为空）", 30, "，（2026）粤0104民初12345号"),
        new("category", "诉求类别（敏感案件不写）", 8, "案件查询"),
        new("answerBy", "答复期限", 18, "11 月 25 日（周三）"),
        new("owed", "期限；已经过了的，超期几日", 36, "应于 11 月 25 日（周三）24:00 前答复"),
        new("replyCode", "短信答复码", 6, "0123") { IsEssential = true },
        new("count", "次数", 4, "2"),
        new("code", "验证码、短信编号、答复码", 6, "407216") { IsEssential = true },
        new("link", "链接", 60, "https://localhost/s/x7Kp2Qm9") { IsEssential = true },
        new("serviceLink", "文书链接", 60, "https://localhost/d/x7Kp2Qm9") { IsEssential = true },
        new("court", "法院简称", 12, "越秀区法院"),
        new("surveyLink", "评价链接", 60, "https://localhost/s/x7Kp2Qm9") { IsEssential = true },
        new("message", "当事人所发信息的开头（已遮盖，敏感案件为空）", 32, "，诉求：开庭能不能带手机", FieldMasking.Masked),
        new("orderLink", "打开这条留言的链接（没有账户的为空）", 60, "https://localhost/m/AZqTkE7hcgCDCfBf4QyzKQ"),
        new("mainNumber", "并到的工单号", 20, "GZ20261119-000087") { IsEssential = true },
        new("judge", "承办法官姓名", 12, "陈静怡"),
        new("order", "工单号和案号", 45, "工单 GZ20261120-000123"),
        new("kinds", "有哪几种", 60, "催办 2 件，新工单 3 件"),
        new(
            "replies",
            "每件工单的编号、答复码、案号和诉求（敏感案件只有前两样）",
            190,
            "GZ20261120-000123（0123），（2026）粤0104民初12345号，开庭能不能带手机；GZ20261120-000124（0124）"
        )
        {
            IsEssential = true,
        },
        new(
            "deadline",
            "最早的期限，名下超期和今天到期的件数",
            70,
            "；最早 11 月 25 日（周三）24:00 前答复；您名下已超期 2 件，今天到期 1 件"
        ),
        new("reason", "原因", 120, "短信网关 10 分钟没有应答"),
        new("why", "期限变化的原因（已遮盖）", 60, "需要向鉴定机构核实鉴定进度", FieldMasking.Masked),
        new("dueBefore", "原来的期限", 18, "11 月 24 日（周二）"),
        new("dueBy", "办结期限", 18, "11 月 25 日（周三）"),
        new("days", "工作日数", 3, "3"),
        new("minutes", "分钟数", 4, "15"),
        new("division", "庭室", 16, "民一庭"),
        new("owner", "承办人", 20, "承办法官 陈静怡"),
        new("leader", "领导", 20, "庭长 梁启明"),
        new("person", "联络员姓名", 40, "罗志敏", FieldMasking.Unmasked),
        new("level", "督办级别", 4, "二级"),
        new("risk", "预警级别", 4, "较大"),
        new("step", "预警的步骤", 8, "核实"),
        new("told", "已报的人", 20, "分管院领导"),
        new("numbers", "工单号，最多三个", 64, "GZ20261120-000123、GZ20261120-000124"),
        new("what", "要完成的事", 24, "联络员变更待报告"),
        new("result", "结果", 24, "已公布"),
        new("closedAt", "办结时间", 18, "11-20 周五 10:26"),
    ];

    private const string Screen = "screen:";

    private static readonly Dictionary<string, NoticeField> s_byName = All.ToDictionary(f => f.Name);

    public static NoticeField? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>What a masked field says on the screens of the house, where colleagues and cases stand as they are.</summary>
    /// <param name="name">Of the field that the other channels show.</param>
    public static string OnScreen(string name) => Screen + name;

    /// <summary>The values that one notice carries: whole for the inbox of staff, masked for everything that leaves the house.</summary>
    internal static Dictionary<string, string> Seen(IReadOnlyDictionary<string, string> fields, bool isInside)
    {
        var seen = fields.Where(f => !f.Key.StartsWith(Screen, StringComparison.Ordinal)).ToDictionary();
        if (isInside)
            foreach (var (name, value) in fields.Where(f => f.Key.StartsWith(Screen, StringComparison.Ordinal)))
                seen[name[Screen.Length..]] = value;
        return seen;
    }
}
