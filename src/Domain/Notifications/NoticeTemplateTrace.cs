using Domain.Shared;

namespace Domain.Notifications;

/// <summary>What happened to the wording of one kind of notice on one channel.</summary>
public static class NoticeTemplateFacts
{
    public const string Saved = "template_saved";
    public const string Used = "template_used";
}

/// <summary>A new version, in force from now on; its text is the fact's content.</summary>
public sealed record TemplateSavedData(string Kind, NoticeChannel Channel, int Number, string Title, string Note, ApprovalData Approval)
    : FactData;

/// <param name="Number">0 is the built-in version.</param>
/// <param name="Before">The version that was in force.</param>
public sealed record TemplateUsedData(string Kind, NoticeChannel Channel, int Before, int Number, string Note, ApprovalData Approval)
    : FactData;

public static class NoticeTemplateTrace
{
    public static string Words(TraceRow row)
    {
        var (number, note) = row.Kind switch
        {
            NoticeTemplateFacts.Saved when row.Read<TemplateSavedData>() is var data => (data.Number, data.Note),
            NoticeTemplateFacts.Used when row.Read<TemplateUsedData>() is var data => (data.Number, data.Note),
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, null),
        };
        return $"第 {number} 版：{note}";
    }
}
