using Domain.Supervision;

namespace Domain.EarlyWarnings;

/// <summary>The words of a warning's trace. None of them says what it is about.</summary>
public static class EarlyWarningFacts
{
    public const string Raised = "warning_raised";
    public const string StepDone = "warning_step";
    public const string Closed = "warning_closed";
    public const string Dismissed = "warning_dismissed";
    public const string LevelChanged = "warning_level_changed";
    public const string HandedOver = "warning_handed_over";
    public const string Opened = "warning_opened";
    public const string CalledAgain = "warning_called_again";
    public const string CandidateFound = "warning_candidate_found";
    public const string CandidateConfirmed = "warning_candidate_confirmed";
    public const string CandidateRejected = "warning_candidate_rejected";
    public const string WordsSaved = "warning_words_saved";

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Raised => "报预警",
            StepDone => "办理",
            Closed => "反馈并办结",
            Dismissed => "不构成预警",
            LevelChanged => "调整级别",
            HandedOver => "换办理人",
            Opened => "查看内容",
            CalledAgain => "无人接单，再次呼叫",
            CandidateFound => "发现线索",
            CandidateConfirmed => "确认预警",
            CandidateRejected => "不构成预警",
            WordsSaved => "预警词",
            _ => SupervisionFacts.Chinese(kind) ?? kind,
        };
}
