using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Notifications;

namespace Portal.NoticeTemplates;

/// <summary>A new version while it is written.</summary>
public sealed class TemplateChange(TemplateView view)
{
    /// <summary>Of the change to come and of its version, so that asking twice is once.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public int BasedOn { get; } = view.InForce;
    public string Title { get; set; } = view.Current.Title;
    public string Text { get; set; } = view.Current.Text;
    public string Reason { get; set; } = "";

    public bool IsChanged => Title != view.Current.Title || Text != view.Current.Text;

    public bool IsBegun => IsChanged || Reason.Length > 0;

    /// <summary>What a rule says of it as it stands; null when nothing.</summary>
    public string? Problem
    {
        get
        {
            try
            {
                NoticeTemplateRules.Check(view.Kind, view.Channel, TypedText.Storable(Title), TypedText.Storable(Text));
                return null;
            }
            catch (RefusedException refused)
            {
                return refused.Message;
            }
        }
    }

    /// <summary>示例 78 字，拆成 2 条；字段写满最多 140 字，3 条.</summary>
    public string Length
    {
        get
        {
            var (shown, longest) = (
                NoticeTemplateRules.Preview(view.Kind, view.Channel, Text).Length,
                NoticeTemplateRules.LongestLength(view.Kind, view.Channel, Text)
            );
            return view.Channel switch
            {
                NoticeChannel.Sms =>
                    $"连签名 {shown} 字，{SmsLength.Segments(shown)} 条短信；字段写满时 {longest} 字，{SmsLength.Segments(longest)} 条（最多 {view.Kind.MaxSegments} 条）",
                NoticeChannel.WeChat => $"{shown} 字；字段写满时 {longest} 字（最多 {NoticeTemplateRules.WeChatMaxLength} 字）",
                _ => $"{shown} 字（最多 {NoticeTemplate.TextMaxLength} 字）",
            };
        }
    }
}
