using System.Linq.Expressions;

namespace Domain.DocumentService;

/// <summary>How a task stands towards 撤回.</summary>
public enum TaskWithdrawal
{
    /// <summary>Something of it has not gone out or has served nobody.</summary>
    Possible,

    /// <summary>Everything has been served.</summary>
    NothingLeft,

    /// <summary>Withdrawn, and an interruption left services that are not.</summary>
    Unfinished,
    Done,
}

/// <summary>The one rule of what can be withdrawn: the button, the refusal, the hint and the words before a confirmation all say it.</summary>
public static class TaskWithdrawals
{
    /// <summary>What withdrawing ends, and what an interrupted withdrawal has left.</summary>
    public static readonly Expression<Func<Service, bool>> Ends = s =>
        s.State != ServiceState.Withdrawn
        && ((s.State != ServiceState.Effective && s.State != ServiceState.Presumed) || s.Attempts.Any(a => a.State == AttemptState.Queued));

    /// <param name="endsSomething">It has services that <see cref="Ends"/> tells, or cases that have not begun.</param>
    public static TaskWithdrawal Of(ServiceTaskState state, bool endsSomething) =>
        (state == ServiceTaskState.Withdrawn, endsSomething) switch
        {
            (true, true) => TaskWithdrawal.Unfinished,
            (true, false) => TaskWithdrawal.Done,
            (false, true) => TaskWithdrawal.Possible,
            _ => TaskWithdrawal.NothingLeft,
        };

    /// <summary>What stays whatever is withdrawn.</summary>
    public const string Stays = "已经发出的收不回，文书不能替换，已经送达的仍然有效";

    /// <summary>Before a confirmation, and before a withdrawal.</summary>
    public const string Rule = $"还没有送达的可以撤回；{Stays}";

    public const string AllServed = "文书都已经送达，不能撤回；发现错误，请另行送达更正文书";
}
