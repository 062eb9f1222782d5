using Domain.Bindings;
using Domain.Cases;
using Domain.Contacts;
using Domain.DocumentService;
using Domain.EarlyWarnings;
using Domain.InboundMessages;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Partners;
using Domain.Reading;
using Domain.Shared;
using Domain.Submissions;
using Domain.WorkOrders;
using Given;
using Infrastructure.Cases;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Organisation;

/// <summary>What the queries of each feature give to each role of a basic court and of the Intermediate Court: as the table of reach says.</summary>
public sealed class ReachTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private sealed record Look(
        Func<CourtDb, Division, Task<Guid>> Lay,
        Func<CourtData, IReadOnlyCollection<Guid>, Actor, Task<List<Guid>>> See
    );

    private static readonly Dictionary<Feature, Look> s_looks = new()
    {
        [Feature.WorkOrders] = Of<WorkOrder>((db, by) => db.VisibleTo(by).Select(o => o.Id)),
        [Feature.Proof] = Of<WorkOrder>((db, by) => db.ProvableTo(by).Select(o => o.Id)),
        [Feature.Reviews] = Of<WorkOrder>(
            (db, by) => db.ReviewableBy(by).Select(o => o.Id),
            new() { ["ReviewSince"] = DateTimeOffset.UnixEpoch }
        ),
        [Feature.EarlyWarnings] = Of<EarlyWarning>((db, by) => db.WarningsVisibleTo(by).Select(w => w.Id)),
        [Feature.WarningCandidates] = Of<WarningCandidate>((db, by) => db.CandidatesOf(by).Select(c => c.Id)),
        [Feature.Services] = Of<Service>((db, by) => db.ServicesVisibleTo(by).Select(s => s.Id)),
        [Feature.ServiceTasks] = Of<ServiceTask>((db, by) => db.ServiceTasksVisibleTo(by).Select(t => t.Id)),
        [Feature.Serving] = Of<Case>((db, by) => db.ServableBy(by).Select(c => c.Id)),
        [Feature.Bindings] = Of<CaseBinding>((db, by) => db.BindingsVisibleTo(by).Select(b => b.Id)),
        [Feature.Reading] = Of<ReadingRequest>((db, by) => db.ReadingsVisibleTo(by).Select(r => r.Id)),
        [Feature.Submissions] = Of<Submission>((db, by) => db.SubmissionsVisibleTo(by).Select(s => s.Id)),
        [Feature.ServiceDuties] = Of<ServiceDuty>((db, by) => db.ServiceDutiesVisibleTo(by).Select(d => d.Id)),
        [Feature.Confirmations] = Of<AddressConfirmation>((db, by) => db.ConfirmationsVisibleTo(by).Select(c => c.Id)),
        [Feature.ContactChanges] = Of<ContactChange>((db, by) => db.ContactChangesVisibleTo(by).Select(c => c.Id)),
        [Feature.InboundSms] = Of<InboundSms>((db, by) => db.InboundSmsVisibleTo(by).Select(s => s.Id)),
        [Feature.Undelivered] = Of<UndeliveredNotice>((db, by) => db.UndeliveredFor(by).Select(u => u.Id)),
        [Feature.Partners] = Of<Partner>((db, by) => db.PartnersVisibleTo(by).Select(p => p.Id)),
        [Feature.ContactReports] = new(
            async (db, at) =>
            {
                var id = await db.Lay<Staff>(at, new() { ["IsActive"] = true });
                await db.Lay<Post>(at, new() { ["StaffId"] = id, ["IsActive"] = true });
                return id;
            },
            (data, _, by) => data.Use((CourtDb db) => db.ReportableBy(by).Select(s => s.Id).ToListAsync())
        ),
        [Feature.Cases] = new(
            (db, at) => db.Lay<Case>(at),
            async (data, ids, by) =>
            {
                List<Guid> seen = [];
                foreach (var id in ids)
                {
                    if (await data.Use((CaseQueries q) => q.Card(id, "", by, default)) is not null)
                        seen.Add(id);
                }

                return seen;
            }
        ),
        [Feature.MyCases] = new(
            (db, at) => db.Lay<Case>(at),
            async (data, _, by) => [.. (await data.Use((MyCaseQueries q) => q.List(new(), null, by, default))).Page.Rows.Select(c => c.Id)]
        ),
        [Feature.CaseConflicts] = new(
            async (db, at) => await db.Lay<CaseConflict>(at, new() { ["CaseId"] = await db.Lay<Case>(at), ["State"] = ConflictState.Open }),
            async (data, _, by) => [.. (await data.Use((ConflictQueries q) => q.Open(null, by, default))).Rows.Select(c => c.Id)]
        ),
        [Feature.Effects] = new(
            (db, at) => db.Lay<EffectiveJudgment>(at),
            async (data, _, by) =>
                [.. (await data.Use((EffectQueries q) => q.List(EffectFilter.NotAllServed, null, by, default))).Rows.Select(j => j.Id)]
        ),
    };

    public static TheoryData<Feature> Features => [.. s_looks.Keys];

    [Theory]
    [MemberData(nameof(Features))]
    public async Task Each_role_sees_what_the_table_says(Feature feature)
    {
        var data = await CourtData.Open(database.ConnectionString($"reach_{feature}".ToLowerInvariant()));
        Dictionary<Guid, Division> rows = [];
        foreach (
            var (court, kind) in new[]
            {
                ("yuexiu", DivisionKind.Civil),
                ("yuexiu", DivisionKind.Criminal),
                ("panyu", DivisionKind.Civil),
                ("gz-zy", DivisionKind.Civil),
                ("gz-zy", DivisionKind.Criminal),
            }
        )
        {
            var division = await data.Division(kind, court);
            rows.Add(await data.Use((CourtDb db) => s_looks[feature].Lay(db, division)), division);
        }

        foreach (var (court, level) in new[] { ("yuexiu", CourtLevel.Basic), ("gz-zy", CourtLevel.Intermediate) })
        {
            var mine = await data.Division(DivisionKind.Civil, court);
            foreach (var role in Enum.GetValues<Role>())
            {
                var post = new StaffPost(Guid.CreateVersion7(), role, mine.CourtId, mine.Id, level);
                var by = Actor.Staff(Guid.CreateVersion7(), "某某", post);
                var expected = rows.Where(r => Reaches(by.ExtentOf(feature), r.Value, mine)).Select(r => r.Key).Order();
                var seen = (await s_looks[feature].See(data, rows.Keys, by)).Where(rows.ContainsKey).Order();
                Assert.Equal(
                    $"{role} at {court}: {string.Join(", ", expected.Select(Name))}",
                    $"{role} at {court}: {string.Join(", ", seen.Select(Name))}"
                );
            }
        }

        string Name(Guid id) => $"{rows[id].CourtId} {rows[id].ShortName}";
    }

    private static bool Reaches(Extent extent, Division row, Division mine) =>
        extent switch
        {
            Extent.All => true,
            Extent.Court => row.CourtId == mine.CourtId,
            Extent.Division => row.Id == mine.Id,
            _ => false, // none of the rows is the person's own, or of their cases
        };

    private static Look Of<T>(Func<CourtDb, Actor, IQueryable<Guid>> query, Dictionary<string, object?>? more = null)
        where T : class => new((db, at) => db.Lay<T>(at, more), (data, _, by) => data.Use((CourtDb db) => query(db, by).ToListAsync()));
}
