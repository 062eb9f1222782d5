using Domain.Cases;

namespace Infrastructure.Demo.AtCounter;

/// <summary>Two of the drawn litigant's cases that are over, as the trial system handed them over: one appealed these days, one in effect.</summary>
internal sealed class DemoClosedCases(DemoCounter counter, DemoCases cases, DemoVolumes volumes)
{
    private readonly DateOnly _today = counter.Calendar.Today;
    private CaseNumber? _judged;
    private CaseNumber? _effective;

    /// <summary>Judged lately.</summary>
    public string Judged => (_judged ??= Number(_today.AddDays(-170), 6031)).Key;

    /// <summary>Whose judgment is in effect.</summary>
    public string Effective => (_effective ??= Number(_today.AddDays(-250), 3807)).Key;

    public void Plan(DemoTimeline timeline)
    {
        var judged = Record(Judged, _today.AddDays(-170), counter.Calendar.Workday(_today, -9), CaseKinds.Loan.Cause) with
        {
            Parties = [Chen(), new("p2", "黄伟杰", PartyRole.Defendant)],
        };
        timeline.At(counter.On(-9, 16 * 60), () => TakeOver(judged));
        var (filed, closed) = (_today.AddDays(-250), _today.AddDays(-120));
        var effective = Record(Effective, filed, closed, "买卖合同纠纷");
        effective = effective with
        {
            Parties = [Chen(), new("p2", "广州越声电器有限公司", PartyRole.Defendant) { IsOrganisation = true }],
            Nodes = [.. effective.Nodes, Node(9, CaseNodeKind.Effective, closed.AddDays(24))],
            Files =
            [
                File(1, "买卖合同和收货单", CaseFileKind.Evidence, filed),
                File(2, "庭审笔录", CaseFileKind.Transcript, filed.AddDays(70)),
            ],
            // Paid in full before it went by summary procedure, and most of it is borne by the other side.
            Fees =
            [
                new("fee1", CaseFeeKind.Acceptance, 1_800m, filed.AddDays(3))
                {
                    Payer = "p1",
                    Claimed = 80_000m,
                    Borne = 300m,
                },
            ],
        };
        timeline.At(DemoCalendar.At(counter.Calendar.Workday(_today.AddDays(-60), 0), 9 * 60), () => TakeOver(effective));
    }

    private TrialRecord Record(string number, DateOnly filed, DateOnly closed, string cause) =>
        new()
        {
            Number = CaseNumber.DisplayOf(number),
            Version = 1,
            Division = counter.Court.Division("民一庭").Name,
            Cause = cause,
            State = CaseState.Closed,
            Secrecy = TrialSecrecy.None,
            Procedure = TrialProcedure.Summary,
            FiledOn = filed,
            ClosedOn = closed,
            Judge = counter.Judge.Staff.LoginName,
            Clerk = counter.Clerk.Staff.LoginName,
            Hearings =
            [
                new("h1", DemoCalendar.At(counter.Calendar.Workday(filed, 45), 9 * 60 + 30))
                {
                    Room = "第三法庭",
                    State = HearingState.Held,
                },
            ],
            Nodes =
            [
                Node(1, CaseNodeKind.Filed, filed),
                Node(2, CaseNodeKind.PanelFormed, filed.AddDays(2)),
                Node(3, CaseNodeKind.HearingSet, filed.AddDays(30)),
                Node(4, CaseNodeKind.Closed, closed),
            ],
        };

    private TrialParty Chen() =>
        new("p1", counter.Chen.Name, PartyRole.Plaintiff) { IdNumber = counter.Chen.IdNumber, Phone = counter.Chen.Phone };

    private TrialFile File(int n, string title, CaseFileKind kind, DateOnly day) => DemoVolumes.File(n, volumes.Of(title)!, kind, day);

    private static TrialNode Node(int n, CaseNodeKind kind, DateOnly day) => new($"n{n}", kind, DemoCalendar.At(day, 10 * 60));

    private Task TakeOver(TrialRecord record) =>
        counter.Do<TakeOverCases>(async take =>
        {
            var answers = await take.Handle([new RecordLine(1, record)], RecordSender.Folder, counter.Ct);
            if (answers[0].Outcome == RecordOutcome.Refused)
                throw new InvalidOperationException($"{record.Number} was refused: {answers[0].Faults[0].Message}");
        });

    /// <param name="sequence">The next free one.</param>
    private CaseNumber Number(DateOnly filed, int sequence)
    {
        CaseNumber number;
        do number = new CaseNumber(filed.Year, counter.Court.Court.Codes[0], null, CaseKinds.Loan.TypeCode, sequence);
        while (cases.IsTaken(number.Key) && (sequence += 2) > 0);
        return number;
    }
}
