using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Given;

/// <summary>Cases as the trial system hands them over.</summary>
public static class CourtDataCases
{
    /// <summary>A record with something in every part, about the moment that the clock shows.</summary>
    public static TrialRecord Whole(this CourtData data, Division division, Staff judge, Staff clerk)
    {
        var today = ChinaTime.DayOf(data.Now());
        var hearing = ChinaTime.At(today.AddDays(3), new TimeOnly(9, 30));
        return TrialRecords.Of(division) with
        {
            Judge = judge.LoginName,
            Clerk = clerk.LoginName,
            Panel = [judge.LoginName],
            Parties =
            [
                new("p1", "欧阳娜娜", PartyRole.Plaintiff)
                {
                    Agents =
                    [
                        new("周文博")
                        {
                            Kind = AgentKind.Lawyer,
                            Authority = AgentAuthority.Special,
                            Items = [AuthorityItems.Admit, AuthorityItems.Settle],
                        },
                        new("谭志远"),
                    ],
                },
                new("p2", "李大强", PartyRole.Defendant),
            ],
            Hearings = [new("h1", hearing) { Room = "第三法庭" }],
            Limits =
            [
                new("l1", CaseLimitKind.Trial, today.AddDays(-100), today.AddDays(80)) { Rule = "民事诉讼法第一百五十二条" },
                new("l2", CaseLimitKind.Evidence, today.AddDays(-10), today.AddDays(5)) { Rule = "举证通知书" },
            ],
            Nodes =
            [
                new("n1", CaseNodeKind.Filed, data.Now().AddDays(-80)),
                new("n2", CaseNodeKind.Other, data.Now().AddDays(-70)) { Words = "内部合议", Public = false },
                new("n3", CaseNodeKind.Extended, data.Now().AddDays(-60)) { Withdrawn = true },
            ],
            Files = [new("f1", "欧阳娜娜起诉状", CaseFileKind.Complaint, 1, 1, 4), new("f2", "借条", CaseFileKind.Evidence, 1, 2, 2)],
        };
    }

    /// <returns>The case as it stands then.</returns>
    public static async Task<Case> TakeOver(this CourtData data, TrialRecord record)
    {
        var answers = await data.Use(
            (TakeOverCases take) => take.Handle([new RecordLine(1, record)], RecordSender.Folder, CancellationToken.None)
        );
        if (answers[0].Outcome == RecordOutcome.Refused)
            throw new InvalidOperationException(string.Join("; ", answers[0].Faults.Select(f => $"{f.Field}: {f.Message}")));
        var number = CaseNumber.Read(record.Number!, 2026).CaseKey;
        return await data.Use((CourtDb db) => db.Set<Case>().AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Number == number));
    }

    /// <summary>Somebody enters by which procedure it is tried; the trial system then says another one.</summary>
    public static async Task<CaseConflict> Disagree(this CourtData data, Case @case, TrialRecord record, Actor by)
    {
        await data.Use(
            (NoteCaseFacts note) =>
                note.Handle(
                    new NewCaseFacts(new NotedFacts("立案登记表") { TrialProcedure = TrialProcedure.Summary })
                    {
                        Id = Guid.CreateVersion7(),
                        CaseId = @case.Id,
                    },
                    by,
                    CancellationToken.None
                )
        );
        await data.TakeOver(record with { Version = record.Version + 1, Cause = "买卖合同纠纷" });
        return await data.Use((CourtDb db) => db.Set<CaseConflict>().AsNoTracking().SingleAsync(c => c.CaseId == @case.Id));
    }
}
