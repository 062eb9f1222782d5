namespace Domain.Shared;

/// <summary>
/// Two people stand behind a change that holds for the whole city (全市变更): one asked, another approved. Whatever changes such a thing
/// takes one, and only an approved change makes it: no page, endpoint or test comes by another way.
/// </summary>
public sealed class Approval
{
    internal Approval(Guid changeId, Actor askedBy, Guid approvedById, string approvedByName, string reason) =>
        (ChangeId, AskedBy, Reason, Data) = (changeId, askedBy, reason, new ApprovalData(changeId, approvedById, approvedByName));

    /// <summary>Of the approved change; no two rows are made for one.</summary>
    public Guid ChangeId { get; }

    /// <summary>Whose change it is.</summary>
    public Actor AskedBy { get; }

    public string Reason { get; }

    /// <summary>For the traces of what was changed.</summary>
    public ApprovalData Data { get; }
}

/// <param name="ChangeId">The change whose own trace has who asked and who decided.</param>
public sealed record ApprovalData(Guid ChangeId, Guid ById, string ByName);

/// <summary>What a change for the whole city would do, foreseen without doing it: for whoever approves.</summary>
/// <param name="What">登记停工 2026-11-23 至 2026-11-24; at most <see cref="WhatMaxLength"/> characters.</param>
/// <param name="Effect">1 件在办工单的期限会移动; empty where there is nothing more to say.</param>
public sealed record Foreseen(string What, IReadOnlyList<Difference> Differences, string Effect)
{
    public const int WhatMaxLength = 60;
    public const int EffectMaxLength = 100;

    /// <summary>The first day it concerns; null where it is no matter of days.</summary>
    public DateOnly? From { get; init; }
}

/// <param name="Of">内容; 2026-11-23 周一; 全部法院·投诉.</param>
public sealed record Difference(string Of, string Before, string After);
