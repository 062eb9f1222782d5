using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Domain.WorkOrders;

namespace Portal.Intake;

/// <summary>
/// One call as it is being written down. Kept as the agent's draft, with the order's id, so that pressing twice or coming back after a lost
/// connection registers once.
/// </summary>
public sealed class IntakeForm
{
    public const string DraftKey = "intake";

    private const string CallBackWish = "来电人希望电话答复。";

    // Chinese as it is: escaped it would not fit the draft.
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public Guid OrderId { get; init; } = Guid.CreateVersion7();
    public Channel Channel { get; set; } = Channel.Hotline;

    /// <summary>As typed until it is recognised, then in normal form.</summary>
    public string Phone { get; set; } = "";

    /// <summary>When the number was recognised: the call's timer runs from here.</summary>
    public DateTimeOffset? Since { get; set; }

    public string Name { get; set; } = "";
    public string Role { get; set; } = "";

    /// <summary>How the identity was checked; null until it is.</summary>
    public string? Verified { get; set; }

    public string CaseTyped { get; set; } = "";
    public Guid? CaseId { get; set; }

    /// <summary>Normal form of a number that no case here has.</summary>
    public string? UnconfirmedNumber { get; set; }

    /// <summary>Which court receives it without a case.</summary>
    public Guid? CourtId { get; set; }

    public Category? Category { get; set; }
    public string Text { get; set; } = "";
    public string Answer { get; set; } = "";
    public bool CallBack { get; set; }
    public ReplyWay ReplyWay { get; set; }

    /// <summary>Why it cannot wait; empty where it can.</summary>
    public string UrgentReason { get; set; } = "";

    [JsonIgnore]
    public bool IsEmpty =>
        Phone.Length + Name.Length + CaseTyped.Length + Text.Length + Answer.Length == 0 && Category is null && CaseId is null;

    public string ToDraft() => IsEmpty ? "" : JsonSerializer.Serialize(this, s_json);

    public static IntakeForm? FromDraft(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<IntakeForm>(text, s_json);
        }
        catch (JsonException)
        {
            return null; // of an older release, or cut: an agent must not be kept from the phone by it
        }
    }

    /// <param name="phone">Normal form; empty when none was given.</param>
    /// <param name="atOnce">Answered on the phone; otherwise dispatched.</param>
    public RegisterIntake.Intake ToIntake(string phone, Guid? litigantId, bool atOnce) =>
        new(Channel, Category!.Value, Name, phone, Role, CallBack && !atOnce ? $"{Text.Trim()}\n{CallBackWish}" : Text)
        {
            LitigantId = litigantId,
            CaseId = CaseId,
            UnconfirmedCaseNumber = UnconfirmedNumber,
            CourtId = CourtId,
            ReplyWay = RegisterIntake.MayReplyBy(ReplyWay, phone) ? ReplyWay : ReplyWay.Usual,
            UrgentReason = atOnce ? "" : UrgentReason,
            AnsweredAtOnce = atOnce ? Answer : null,
        };
}
