using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Infrastructure.Demo.AtCounter;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo;

/// <summary>The drawn case as the trial system hands it over; of one thing it says otherwise than the clerk entered here.</summary>
internal sealed class DemoRecord(
    IServiceProvider services,
    DemoStaff staff,
    DemoCases cases,
    DemoCalendar calendar,
    DemoVolumes volumes,
    CancellationToken ct
)
{
    public async Task TakeOver()
    {
        var drawn = cases.All.Single(c => c.Case.Number == DemoProceedings.Drawn);
        var second = drawn.Case.Parties[1];
        await services
            .GetRequiredService<NoteCaseFacts>()
            .Handle(
                new NewCaseFacts(new NotedFacts("身份证复印件") { Domicile = Domicile.Mainland })
                {
                    Id = Guid.CreateVersion7(calendar.Now),
                    CaseId = drawn.Case.Id,
                    PartyId = second.Id,
                },
                Of(drawn.Case.ClerkId).Actor,
                ct
            );
        var answers = await services
            .GetRequiredService<TakeOverCases>()
            .Handle([new RecordLine(1, Record(drawn))], RecordSender.Folder, ct);
        if (answers[0].Outcome == RecordOutcome.Refused)
            throw new InvalidOperationException($"The drawn case was refused: {answers[0].Faults[0].Message}");
    }

    private TrialRecord Record(DemoCase drawn)
    {
        var (@case, filed, today) = (drawn.Case, drawn.Case.FiledOn, calendar.Today);
        var heard = calendar.Workday(today, -25);
        return new TrialRecord
        {
            Number = CaseNumber.DisplayOf(@case.Number),
            Version = 1,
            Division = drawn.Division.Name,
            Cause = @case.Cause,
            State = @case.State,
            Secrecy = TrialSecrecy.None,
            Procedure = @case.TrialProcedure,
            FiledOn = filed,
            Judge = Of(@case.JudgeId).Staff.LoginName,
            Clerk = Of(@case.ClerkId).Staff.LoginName,
            Panel = [.. @case.Panel.OrderBy(m => m.Position).Select(m => Of(m.StaffId).Staff.LoginName)],
            Parties =
            [
                .. @case.Parties.Select(
                    (p, i) =>
                        new TrialParty($"p{i + 1}", p.Name, p.Role)
                        {
                            IsOrganisation = p.IsOrganisation,
                            Domicile = i == 1 ? Domicile.HongKongMacauTaiwan : null,
                            Agents = [.. Agents(p, i)],
                        }
                ),
            ],
            Hearings =
            [
                new("h1", DemoCalendar.At(heard, 14 * 60 + 30)) { Room = "第七法庭", State = HearingState.Held },
                new("h2", @case.HearingAt) { Room = "第七法庭", EndsAt = @case.HearingAt!.Value.AddHours(3) },
            ],
            Limits =
            [
                new("l1", CaseLimitKind.Trial, filed, filed.AddMonths(6).AddDays(41))
                {
                    DeductedDays = 41,
                    Rule = "普通程序 6 个月，鉴定期间不计",
                },
                new("l2", CaseLimitKind.Evidence, today.AddDays(-18), today.AddDays(4)) { Rule = "举证通知书：收到之次日起 22 天" },
                new("l3", CaseLimitKind.Preservation, filed.AddDays(4), today.AddDays(21)) { Rule = "银行存款冻结，到期前可以申请续行" },
            ],
            Nodes =
            [
                Node(1, CaseNodeKind.Filed, filed),
                Node(2, CaseNodeKind.PanelFormed, filed.AddDays(1)),
                Node(3, CaseNodeKind.Deducted, filed.AddDays(20)) with
                {
                    Words = "委托鉴定借条签名，扣除 41 天",
                },
                Node(4, CaseNodeKind.Other, filed.AddDays(22)) with
                {
                    Words = "合议庭评议鉴定范围",
                    Public = false,
                },
                Node(5, CaseNodeKind.Other, filed.AddDays(24)) with
                {
                    Words = "送来时写错了案号",
                    Withdrawn = true,
                },
                Node(6, CaseNodeKind.HearingSet, heard.AddDays(-12)) with
                {
                    Words = "第一次开庭",
                },
                Node(7, CaseNodeKind.MediationBegun, heard.AddDays(2)),
                Node(8, CaseNodeKind.MediationEnded, heard.AddDays(9)) with
                {
                    Words = "调解不成，继续审理",
                },
                Node(9, CaseNodeKind.HearingSet, today.AddDays(-9)) with
                {
                    Words = "第二次开庭",
                },
            ],
            Files =
            [
                File(1, "民事起诉状", CaseFileKind.Complaint, 4, filed),
                File(2, "原告身份证明和授权委托材料", CaseFileKind.Identity, 3, filed),
                File(3, "借条和转账记录", CaseFileKind.Evidence, 12, filed),
                File(4, "答辩状", CaseFileKind.Defence, 6, filed.AddDays(14)),
                File(5, "笔迹鉴定意见书", CaseFileKind.Evidence, 18, heard.AddDays(-14)),
                File(6, "第一次开庭笔录", CaseFileKind.Transcript, 14, heard),
                File(7, "评议后的询问提纲", CaseFileKind.Other, 2, heard.AddDays(1)) with
                {
                    Secret = true,
                },
            ],
        };
    }

    /// <summary>Whom the party has, and for the second a lawyer with special authority.</summary>
    private static IEnumerable<TrialAgent> Agents(CaseParty party, int position)
    {
        foreach (var agent in party.Agents.Where(a => a.EndedAt is null).Take(1))
            yield return new TrialAgent(agent.Name) { Kind = AgentKind.Lawyer, Authority = AgentAuthority.General };
        if (position == 1)
            yield return new TrialAgent("王慕贤")
            {
                Kind = AgentKind.Lawyer,
                Authority = AgentAuthority.Special,
                Items =
                [
                    AuthorityItems.Admit,
                    AuthorityItems.Waive,
                    AuthorityItems.ChangeClaims,
                    AuthorityItems.Settle,
                    AuthorityItems.Appeal,
                ],
                Firm = "广东云岭律师事务所",
            };
    }

    private static TrialNode Node(int n, CaseNodeKind kind, DateOnly day) => new($"n{n}", kind, DemoCalendar.At(day, 10 * 60));

    /// <param name="pages">Where the PDF has not come.</param>
    private TrialFile File(int n, string title, CaseFileKind kind, int pages, DateOnly day) =>
        volumes.Of(title) is { } pdf ? DemoVolumes.File(n, pdf, kind, day) : new($"f{n}", title, kind, 1, n, pages) { FiledOn = day };

    private DemoPost Of(Guid? id) =>
        staff.Courts.SelectMany(c => c.Posts).First(p => p.Staff.Id == id && p.Post.Role is Role.Judge or Role.Clerk);
}
