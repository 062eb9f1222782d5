using Domain.Shared;

namespace Domain.Cases;

internal sealed partial class CaseTaking
{
    private void TakeHearings()
    {
        foreach (var said in record.Hearings)
        {
            var (hearing, isNew) = Row(@case.Hearings, said.Id, NewHearing);
            var before = isNew ? "" : Words(hearing);
            (hearing.StartsAt, hearing.EndsAt, hearing.State) = (Instant(said.StartsAt!.Value), Instant(said.EndsAt), said.State);
            (hearing.Room, hearing.Address, hearing.VideoLink) = (Clean(said.Room), Clean(said.Address), Clean(said.VideoLink));
            if (Words(hearing) != before)
                Note(CaseField.Hearing, "", before, Words(hearing));
        }

        foreach (var gone in Gone(@case.Hearings.Where(h => h.State == HearingState.Set), record.Hearings.Select(h => h.Id)))
        {
            var before = Words(gone);
            gone.State = HearingState.Cancelled;
            Note(CaseField.Hearing, "", before, Words(gone));
        }

        // The next one; of those that were held the last.
        @case.HearingAt =
            @case.Hearings.Where(h => h.State == HearingState.Set && h.StartsAt >= now).MinBy(h => h.StartsAt)?.StartsAt
            ?? @case.Hearings.Where(h => h.State != HearingState.Cancelled).MaxBy(h => h.StartsAt)?.StartsAt;
    }

    private void TakeLimits()
    {
        foreach (var said in record.Limits)
        {
            var (limit, isNew) = Row(@case.Limits, said.Id, NewLimit);
            var before = isNew ? "" : Words(limit);
            (limit.Kind, limit.StartsOn, limit.EndsOn, limit.EndedOn) = (
                said.Kind!.Value,
                said.StartsOn!.Value,
                said.EndsOn!.Value,
                said.EndedOn
            );
            (limit.ExtendedDays, limit.DeductedDays, limit.Rule) = (said.ExtendedDays, said.DeductedDays, Clean(said.Rule));
            if (Words(limit) != before)
                Note(CaseField.Limit, "", before, Words(limit));
        }

        foreach (var gone in Gone(@case.Limits.Where(l => l.EndedOn is null), record.Limits.Select(l => l.Id)))
        {
            Note(CaseField.Limit, "", Words(gone), $"{gone.Kind.Chinese()}结束");
            gone.EndedOn = ChinaTime.DayOf(now);
        }

        @case.TrialPeriodEnds = @case
            .Limits.Where(l => l.EndedOn is null && l.Kind is CaseLimitKind.Trial or CaseLimitKind.Enforcement)
            .Max(l => (DateOnly?)l.EndsOn);
    }

    private void TakeNodes()
    {
        foreach (var said in record.Nodes)
        {
            var (node, _) = Row(@case.Nodes, said.Id, NewNode);
            var wasShown = node.IsShown;
            (node.Kind, node.At, node.Words, node.IsPublic) = (said.Kind!.Value, Instant(said.At!.Value), Clean(said.Words), said.Public);
            node.WithdrawnAt = said.Withdrawn ? node.WithdrawnAt ?? now : null;
            Noted(node, wasShown);
        }

        foreach (var gone in Gone(@case.Nodes.Where(n => n.WithdrawnAt is null), record.Nodes.Select(n => n.Id)))
        {
            var wasShown = gone.IsShown;
            gone.WithdrawnAt = now;
            Noted(gone, wasShown);
        }
    }

    private void Noted(CaseNode node, bool wasShown)
    {
        if (node.IsShown == wasShown)
            return;
        Note(CaseField.Node, "", "", node.Kind.Chinese() + (wasShown ? "已撤回" : ""));
        (node.IsShown ? NewNodes : HiddenNodes).Add(node);
    }

    private void TakeFiles()
    {
        foreach (var said in record.Files)
        {
            var (file, isNew) = Row(@case.Files, said.Id, NewFile);
            isNew |= file.RemovedAt is not null || file.ExpectedHash != (said.Sha256 ?? "");
            (file.Title, file.Kind, file.Volume, file.Position) = (Clean(said.Title), said.Kind!.Value, said.Volume, said.Position);
            (file.Pages, file.IsSecret, file.FiledOn, file.RemovedAt) = (said.Pages, said.Secret, said.FiledOn ?? @case.FiledOn, null);
            if (file.ExpectedHash != (said.Sha256 ?? ""))
                (file.ExpectedHash, file.Sha256) = (said.Sha256 ?? "", "");
            if (isNew)
                Note(CaseField.File, "", "", file.Title);
        }

        foreach (var gone in Gone(@case.Files.Where(f => f.RemovedAt is null), record.Files.Select(f => f.Id)))
        {
            gone.RemovedAt = now;
            Note(CaseField.File, "", "", $"{gone.Title}已移出");
        }
    }

    private CaseHearing NewHearing(string id) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CaseId = @case.Id,
            ExternalId = id,
        };

    private CaseLimit NewLimit(string id) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CaseId = @case.Id,
            ExternalId = id,
        };

    /// <summary>Not public before it is said to be.</summary>
    private CaseNode NewNode(string id) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CaseId = @case.Id,
            ExternalId = id,
        };

    private CaseFile NewFile(string id) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CaseId = @case.Id,
            ExternalId = id,
            Title = "",
        };

    private static DateTimeOffset Instant(DateTimeOffset said) => said.ToUniversalTime();

    private static DateTimeOffset? Instant(DateTimeOffset? said) => said?.ToUniversalTime();

    private static string Words(CaseHearing hearing) =>
        hearing.State == HearingState.Cancelled
            ? $"{ChinaTime.DayWithYear(ChinaTime.DayOf(hearing.StartsAt))}的开庭取消"
            : $"{ChinaTime.DayWithYear(ChinaTime.DayOf(hearing.StartsAt))} {ChinaTime.Clock(hearing.StartsAt)} {hearing.Room}".Trim()
                + (hearing.VideoLink.Length > 0 ? "（视频）" : "");

    private static string Words(CaseLimit limit) =>
        $"{limit.Kind.Chinese()} {ChinaTime.DayWithYear(limit.EndsOn)}"
        + (limit.ExtendedDays > 0 ? $"，延长 {limit.ExtendedDays} 天" : "")
        + (limit.DeductedDays > 0 ? $"，扣除 {limit.DeductedDays} 天" : "")
        + (limit.EndedOn is null ? "" : "，已结束");
}
