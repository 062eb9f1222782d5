using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Numbers;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo;

/// <summary>Sixty days of documents served over both levels, the drawn task and documents, and what the drawn clerk has still to serve.</summary>
internal sealed class DemoServices(
    IServiceProvider services,
    CourtDb db,
    DemoStaff staff,
    DemoPeople people,
    DemoCases cases,
    DemoCalendar calendar,
    ServiceLaw law,
    CancellationToken ct
)
{
    private const int Days = 60;

    private readonly DemoDice _dice = new(20_260_404);
    private readonly DemoPapers _papers = new(services.GetRequiredService<PdfPrinter>(), services.GetRequiredService<IFileStore>(), ct);
    private readonly DemoServing _serving = new(db, services.GetRequiredService<ServiceLinks>(), law, calendar, ct);
    private readonly Dictionary<DateOnly, int> _taken = [];

    private static readonly (DemoPaper[] Papers, int Weight)[] s_beforeHearing =
    [
        ([DemoPapers.Complaint, DemoPapers.Evidence], 5),
        ([DemoPapers.Summons], 5),
        ([DemoPapers.Ruling], 3),
        ([DemoPapers.Acceptance], 2),
        ([DemoPapers.Evidence, DemoPapers.Summons], 2),
    ];

    private static readonly (DemoPaper[] Papers, int Weight)[] s_afterHearing =
    [
        ([DemoPapers.Judgment, DemoPapers.AppealGuide], 6),
        ([DemoPapers.Judgment, DemoPapers.AppealGuide, DemoPapers.Fees], 2),
    ];

    public async Task Load()
    {
        var faces = new DemoFaces(people, calendar);
        var busy = cases
            .All.Where(c =>
                c.Case.ClerkId is not null && c.Division.Kind == DivisionKind.Civil && !c.Callers.Any(p => people.IsDrawn(p.Person))
            )
            .ToList();
        var drawnDivision = busy.Where(c => DemoInbox.LaysOut(c.Court, c.Division)).ToList();
        for (var day = calendar.Today.AddDays(-Days); day <= calendar.Today; day = day.AddDays(1))
        {
            if (!calendar.Works(day))
                continue;
            for (var i = _dice.Between(3, 5); i > 0; i--)
                await Serve(_dice.Of(_dice.Chance(0.25) ? drawnDivision : busy), day, faces);
        }

        await new DrawnServices(db, staff, people, cases, calendar, _papers, _serving, ct).Load();
        await Waiting(drawnDivision);
        await ToServe(drawnDivision, faces);
        _taken[calendar.Today] = DrawnServices.TaskToday;
        db.AddRange(
            _taken.Select(t => new NumberBlock
            {
                Series = ServiceTask.Numbers.Prefix,
                Day = t.Key,
                Taken = t.Value,
            })
        );
        await db.SaveChangesAsync(ct);
        db.Forget();
        await _serving.FailNotices();
    }

    private async Task Serve(DemoCase @case, DateOnly day, DemoFaces faces)
    {
        var at = calendar.AtWork(day, DateTimeOffset.MinValue);
        if (@case.Case.FiledOn >= day || at > calendar.Now)
            return;
        var clerk = ClerkOf(@case);
        List<StoredPaper> papers = [];
        foreach (var paper in _dice.Weighted(IsHeardBefore(@case, day) ? s_afterHearing : s_beforeHearing))
            papers.Add(await _papers.Shared(paper, @case.Court.Court));
        var withdrawn = _dice.Chance(0.03);
        var recipients = faces.Of(@case, clerk, at, withdrawn).ToList();
        await _serving.Serve(NextNumber(day), @case, clerk, at, papers, recipients);
    }

    /// <summary>Only then there is something to judge.</summary>
    private static bool IsHeardBefore(DemoCase @case, DateOnly day) =>
        @case.Case is { State: CaseState.Heard or CaseState.Closed, HearingAt: { } hearing } && ChinaTime.DayOf(hearing) < day;

    /// <summary>Known facts that are no service yet: a public notice in its period, a mediation statement that one party has signed, a number
    /// that takes neither SMS nor call.</summary>
    private async Task Waiting(IEnumerable<DemoCase> division)
    {
        var day = calendar.Workday(calendar.Today, -8);
        var some = division
            .Where(c =>
                c.Case.Parties.Count == 2
                && c.Case.FiledOn < day
                && c.Case.Parties.TrueForAll(p => p.Agents.TrueForAll(a => a.EndedAt is not null))
            )
            .Where(c => c.Case.ClerkId != Clerk.Staff.Id)
            .ToList();
        var at = DemoCalendar.At(day, 600);
        var mediated = some.First(c => IsHeardBefore(c, day));
        some.RemoveAll(c => c == mediated || IsHeardBefore(c, day));
        var noticed = some.First(c => c.Case.TrialProcedure == TrialProcedure.Ordinary);
        var unreached = some.First(c => c != noticed);
        await _serving.Serve(
            NextNumber(day),
            noticed,
            ClerkOf(noticed),
            at,
            [
                await _papers.Shared(DemoPapers.Complaint, noticed.Court.Court),
                await _papers.Shared(DemoPapers.Evidence, noticed.Court.Court),
            ],
            [
                By(
                    noticed.Case.Parties[1],
                    ServiceChannel.Post,
                    life =>
                    {
                        life.Sent(0, at.AddHours(1), "EY202611101CN");
                        life.Noticed(0, at.AddDays(3), at.AddDays(4));
                    }
                ),
            ]
        );
        await _serving.Serve(
            NextNumber(day),
            mediated,
            ClerkOf(mediated),
            at,
            [await _papers.Shared(DemoPapers.Mediation, mediated.Court.Court)],
            [
                By(mediated.Case.Parties[0], ServiceChannel.InPerson, life => life.SignOnPaper(ServiceChannel.InPerson, at.AddHours(2))),
                By(mediated.Case.Parties[1], ServiceChannel.Post, life => life.Sent(0, at.AddHours(3), "EY202611102CN")),
            ]
        );

        var hourAgo = calendar.Now.AddHours(-1);
        await _serving.Serve(
            NextNumber(ChinaTime.DayOf(hourAgo)),
            unreached,
            ClerkOf(unreached),
            hourAgo,
            [await _papers.Shared(DemoPapers.Evidence, unreached.Court.Court)],
            [By(unreached.Case.Parties[1], ServiceChannel.SmsLink, life => life.Failed(0, hourAgo.AddSeconds(40), "EMPTY"))]
        );

        static DemoRecipient By(CaseParty party, ServiceChannel channel, Action<DemoServiceLife> lives)
        {
            var address =
                channel == ServiceChannel.Post ? DemoFaces.PostalOf(party)
                : channel == ServiceChannel.SmsLink ? DemoFaces.PhoneOf(party)
                : "";
            var planned = new PlannedRecipient(
                party.Name,
                party.Role.Chinese(),
                "",
                [
                    new PlannedWay(
                        channel,
                        address,
                        AddressBasis.Found,
                        channel == ServiceChannel.Post ? "户籍地址"
                            : channel == ServiceChannel.SmsLink ? "运营商查得"
                            : ""
                    ),
                ]
            )
            {
                ServiceId = Guid.CreateVersion7(),
                PartyId = party.Id,
            };
            return new(planned, new RecipientAccount(party.IdentityKey, DemoFaces.PhoneOf(party), null, false), lives);
        }
    }

    /// <summary>Handed over by the trial system and not served yet: the drawn clerk's, and a notice for many cases of the division.</summary>
    private async Task ToServe(List<DemoCase> division, DemoFaces faces)
    {
        var mine = cases
            .All.Where(c => c.Case.ClerkId == Clerk.Staff.Id && c.Case.IsOpen && !c.Callers.Any(p => people.IsDrawn(p.Person)))
            .Take(14)
            .ToList();
        foreach (var (i, @case) in mine.Index())
        {
            var day = calendar.Workday(calendar.Today, -1 - i % 4);
            DemoPaper[] papers =
                IsHeardBefore(@case, day) ? [DemoPapers.Judgment, DemoPapers.AppealGuide, DemoPapers.Fees]
                : i % 2 == 0 ? [DemoPapers.Ruling]
                : [DemoPapers.Evidence];
            await HandOver(@case, papers, day);
        }

        foreach (var @case in division.Where(c => c.Case.State == CaseState.HearingScheduled && !mine.Contains(c)))
            await HandOver(@case, [DemoPapers.Summons], calendar.Workday(calendar.Today, -1));
        foreach (var (i, @case) in mine.Index())
        {
            var first = @case.Case.Parties[0];
            db.Set<ServiceAddress>().AddRange(DemoFaces.AddressesOf(@case, designates: i % 3 != 1));
            if (i % 3 != 2 && !first.IsOrganisation && !faces.HasRecord(first.Id))
                db.AddRange(
                    DemoConfirmations
                        .Noted(@case, first, null, "", DemoFaces.PostalOf(first), @case.Case.FiledOn.AddDays(4), Clerk)
                        .WithAddresses(Clerk)
                );
        }

        await db.SaveChangesAsync(ct);
        db.Forget();
    }

    private async Task HandOver(DemoCase @case, IReadOnlyList<DemoPaper> papers, DateOnly signedOff)
    {
        foreach (var (i, paper) in papers.Index())
        {
            var stored = await _papers.Shared(paper, @case.Court.Court);
            db.Set<CaseDocument>().Add(DrawnServices.Handed(@case, stored, i + 1, signedOff, null));
        }
    }

    private DemoPost Clerk => staff.Courts.SelectMany(c => c.Holders(Role.Clerk)).Single(p => p.Staff.Name == "吴家乐");

    private static DemoPost ClerkOf(DemoCase @case) =>
        @case.Court.Posts.First(p => p.Staff.Id == @case.Case.ClerkId && p.Post.Role == Role.Clerk);

    private string NextNumber(DateOnly day)
    {
        var number = _taken.GetValueOrDefault(day) + 1;
        _taken[day] = number;
        return ServiceTask.Numbers.Number(day, number);
    }
}
