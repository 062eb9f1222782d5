namespace Domain.DocumentService;

/// <summary>The words of the traces of tasks and services.</summary>
public static class ServiceFacts
{
    public const string Confirmed = "service_confirmed";
    public const string PlansRetried = "service_plans_retried";
    public const string Started = "service_started";
    public const string Begun = "service_begun";
    public const string Queued = "service_queued";
    public const string Sent = "service_sent";
    public const string Delivered = "service_delivered";
    public const string Failed = "service_failed";
    public const string Opened = "service_opened";
    public const string Signed = "service_signed";
    public const string Replied = "service_replied";
    public const string Concluded = "service_concluded";
    public const string ArrivalProved = "service_arrival_proved";
    public const string Rebutted = "service_rebutted";
    public const string Acted = "service_acted";
    public const string Accepted = "service_accepted";
    public const string NotAccepted = "service_not_accepted";
    public const string LimitRecounted = "service_limit_recounted";
    public const string LimitExtended = "service_limit_extended";
    public const string FactsNoted = "service_facts_noted";
    public const string PaperAsked = "service_paper_asked";
    public const string PaperSent = "service_paper_sent";
    public const string FellBack = "service_fell_back";
    public const string HandedToClerk = "service_handed_to_clerk";
    public const string Withdrawn = "service_withdrawn";
    public const string GivenToPost = "service_given_to_post";
    public const string Left = "service_left";
    public const string Returned = "service_returned";
    public const string NoticeDrafted = "service_notice_drafted";
    public const string Published = "service_published";
    public const string Corrected = "service_entry_corrected";
    public const string DocumentViewed = "service_document_viewed";

    /// <summary>A party's agent read what the party forwarded: no opening by the recipient.</summary>
    public const string ReadByAgent = "service_read_by_agent";
    public const string Forwarded = "service_forwarded";

    /// <summary>The recipient says that it is not theirs, or never came: for the clerk, who decides by law.</summary>
    public const string Objected = "service_objected";

    /// <summary>The word on screens and certificates.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Confirmed => "确认送达",
            PlansRetried => "重新制作文书",
            Started => "开始送达",
            Begun => "开始送达",
            Queued => "已排队",
            Sent => "已发出",
            Delivered => "已到达",
            Failed => "未送达",
            Opened => "已查看",
            Signed => "已签收",
            Replied => "已回复",
            Concluded => "送达结论",
            ArrivalProved => "证明到达时间",
            Rebutted => "推翻推定",
            Acted => "已作出相应诉讼行为",
            Accepted => "认定接受送达",
            NotAccepted => "认定未送达",
            LimitRecounted => "期限重算",
            LimitExtended => "准许延期",
            FactsNoted => "补充案件事实",
            PaperAsked => "要求纸质文书",
            PaperSent => "已寄纸质文书",
            FellBack => "改用下一渠道",
            HandedToClerk => "转书记员送达",
            Withdrawn => "撤回",
            GivenToPost => "交寄批次",
            Left => "留置送达",
            Returned => "邮件退回",
            NoticeDrafted => "拟好公告",
            Published => "公告刊登",
            Corrected => "更正登记",
            DocumentViewed => "工作人员查看",
            ReadByAgent => "代理人已查看",
            Forwarded => "转给代理人",
            Objected => "当事人提出异议",
            _ => kind,
        };
}
