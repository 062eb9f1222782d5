using Domain.Cases;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Bindings;

/// <summary>What happens to a request besides what happens to anything handled (<see cref="HandlingFacts"/>).</summary>
public static class BindingFacts
{
    public const string Asked = "binding_asked";
    public const string Entered = "binding_entered";
    public const string Read = "binding_read";
    public const string MissingAsked = "binding_missing_asked";
    public const string Supplemented = "binding_supplemented";
    public const string SupplementLapsed = "binding_supplement_lapsed";
    public const string Approved = "binding_approved";
    public const string Refused = "binding_refused";
    public const string Ended = "binding_ended";

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Asked => "提交申请",
            Entered => "书记员录入",
            Read => "承办人已读",
            MissingAsked => "要求补充",
            Supplemented => "申请人补充",
            SupplementLapsed => "补充期满，继续审查",
            Approved => "通过",
            Refused => "不通过",
            Ended => "解除",
            _ => SupervisionFacts.Chinese(kind) ?? HandlingFacts.Chinese(kind),
        };
}

/// <summary>A request came in, or the clerk entered an agent. Names stand in the request and stay out of the trace.</summary>
/// <param name="CaseId">Null where number and name fit no case.</param>
public sealed record BindingAskedData(
    string Number,
    string CaseNumber,
    Guid? CaseId,
    AgentKind As,
    PaperAuthority Authority,
    LicenceVerdict Licence,
    DateOnly DueDay
) : FactData;

public sealed record BindingEnteredData(
    string Number,
    string CaseNumber,
    Guid AgentId,
    AgentKind As,
    AgentAuthority Authority,
    string Items
) : FactData;

/// <param name="Until">The last day of the requester.</param>
public sealed record BindingMissingData(int Count, DateOnly Until) : FactData;

/// <param name="Changed">The agent was there already: only the authority is another.</param>
public sealed record BindingApprovedData(Guid AgentId, AgentAuthority Authority, string Items, DateOnly? EndsOn, bool Changed) : FactData;

/// <param name="AgentId">Null of a request that was taken back.</param>
public sealed record BindingEndedData(BindingEnd End, Guid? AgentId) : FactData;
