using Domain.Cases;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Cases;

/// <summary>诉讼费 of a record, and records of an older form.</summary>
public class CaseFeeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TrialFee s_fee = new("f1", CaseFeeKind.Acceptance, 1_050.50m, new(2026, 9, 2))
    {
        Payer = "p1",
        Claimed = 50_000,
    };

    [Fact]
    public async Task What_was_paid_comes_with_the_record_and_changes_with_it()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var record = TrialRecords.Of(await data.Division()) with { Fees = [s_fee] };
        Assert.Equal(RecordOutcome.Created, (await Send(data, record)).Outcome);
        var (@case, fee) = await Read(data, record);
        Assert.Equal((1_050.50m, 50_000m, (decimal?)null), (fee.Paid, fee.Claimed, fee.Borne));
        Assert.Equal(@case.Parties.Single(p => p.ExternalId == "p1").Id, fee.PartyId);

        await Send(data, record with { Version = 2, Fees = [s_fee with { Borne = 525, Returned = 100 }] });
        Assert.Equal((525m, 100m), ((await Read(data, record)).Fee.Borne, (await Read(data, record)).Fee.Returned));
        var rows = await data.Use(
            (CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == @case.Id).OrderBy(t => t.Sequence).ToListAsync()
        );
        Assert.Contains("诉讼费：案件受理费 1050.50 元", CaseRecordFacts.Words(rows[^1]), StringComparison.Ordinal);

        await Send(data, record with { Version = 3, Fees = [] });
        Assert.NotNull((await Read(data, record)).Fee.RemovedAt);
    }

    [Fact]
    public async Task A_fee_that_cannot_be_is_told()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var answer = await Send(
            data,
            TrialRecords.Of(await data.Division()) with
            {
                Fees = [s_fee with { Paid = -1 }, s_fee with { Returned = 0.001m }, new("f2", null, null, null)],
            }
        );
        Assert.Equal(
            ["fees", "fees[0].paid", "fees[1].returned", "fees[2].kind", "fees[2].paid", "fees[2].paidOn"],
            answer.Faults.Select(f => f.Field)
        );
    }

    [Fact]
    public async Task The_same_version_whose_digest_was_made_of_an_older_form_is_taken_anew()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var record = TrialRecords.Of(await data.Division(), version: 5);
        await Send(data, record);
        var id = (await Case(data, record)).Id;
        var (digest, form) = (new string('a', 64), ReadRecord.DigestForm - 1);
        await data.Use(
            (CourtDb db) =>
                db.Set<CaseRecord>()
                    .Where(r => r.Id == id)
                    .ExecuteUpdateAsync(s => s.SetProperty(r => r.Digest, digest).SetProperty(r => r.DigestForm, form))
        );

        Assert.Equal(RecordOutcome.Updated, (await Send(data, record)).Outcome);
        Assert.Equal(RecordOutcome.Unchanged, (await Send(data, record)).Outcome);
        Assert.Equal(RecordOutcome.Refused, (await Send(data, record with { Cause = "另一个内容" })).Outcome);
    }

    private static async Task<RecordAnswer> Send(CourtData data, TrialRecord record) =>
        (await data.Use((TakeOverCases u) => u.Handle([new RecordLine(1, record)], RecordSender.Folder, default))).Single();

    private static async Task<(Case Case, CaseFee Fee)> Read(CourtData data, TrialRecord record)
    {
        var @case = await Case(data, record);
        return (@case, @case.Fees.Single());
    }

    private static Task<Case> Case(CourtData data, TrialRecord record)
    {
        var number = CaseNumber.Read(record.Number!, 2026).Number!.CaseKey;
        return data.Use(
            (CourtDb db) => db.Set<Case>().AsNoTracking().Include(c => c.Parties).Include(c => c.Fees).SingleAsync(c => c.Number == number)
        );
    }
}
