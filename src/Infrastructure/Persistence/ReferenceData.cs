using Domain.Calendar;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Persistence;

/// <summary>
/// What every installation starts with: the courts and their divisions, the official calendar, common reply templates, what litigants agree to. Adds what is
/// missing, changes nothing that is there.
/// </summary>
public static class ReferenceData
{
    public static Task Install(CourtDb db, DateTimeOffset now, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                await AddCourts(db, now, ct);
                await AddCalendar(db, ct);
                await AddTemplates(db, ct);
                await AddAgreements(db, now, ct);
            },
            ct
        );

    private static async Task AddCourts(CourtDb db, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Set<Court>().Select(c => c.Slug).ToListAsync(ct);
        var position = 0;
        foreach (var fact in CourtFacts.All.Where(c => c.InScope).OrderBy(c => c.Level))
        {
            position++;
            if (known.Contains(fact.Slug))
                continue;
            var court = new Court
            {
                Id = Guid.CreateVersion7(),
                Slug = fact.Slug,
                FullName = fact.FullName,
                ShortName = fact.ShortName,
                Level = fact.Level,
                Codes = [.. fact.Codes],
                Position = position,
            };
            db.Set<Court>().Add(court);
            db.Set<Division>()
                .AddRange(
                    DivisionFacts
                        .Of(fact)
                        .Select(
                            (division, i) =>
                                new Division
                                {
                                    Id = Guid.CreateVersion7(),
                                    CourtId = court.Id,
                                    Name = division.Name,
                                    ShortName = division.ShortName,
                                    Kind = division.Kind,
                                    Position = i,
                                }.Entered(Actor.System, now)
                        )
                );
        }
    }

    private static async Task AddCalendar(CourtDb db, CancellationToken ct)
    {
        var known = await db.Set<CalendarDay>().Where(d => !d.IsManual).Select(d => d.Year).Distinct().ToListAsync(ct);
        foreach (var year in OfficialCalendar.Years.Where(y => !known.Contains(y.Year)))
            db.Set<CalendarDay>().AddRange(OfficialCalendar.RowsOf(year));
    }

    private static async Task AddAgreements(CourtDb db, DateTimeOffset now, CancellationToken ct)
    {
        (AgreementKind Kind, string Resource)[] first =
        [
            (AgreementKind.PrivacyPolicy, "privacy-policy.md"),
            (AgreementKind.UserAgreement, "user-agreement.md"),
        ];
        var known = await db.Set<Agreement>().Select(a => a.Kind).Distinct().ToListAsync(ct);
        foreach (var (kind, resource) in first.Where(f => !known.Contains(f.Kind)))
        {
            using var stream = new StreamReader(typeof(ReferenceData).Assembly.GetManifestResourceStream(resource)!);
            var (title, text) =
                Agreement.Read(await stream.ReadToEndAsync(ct)) ?? throw new InvalidDataException($"{resource} is no agreement.");
            db.Set<Agreement>()
                .Add(
                    new Agreement
                    {
                        Id = Guid.CreateVersion7(now),
                        Kind = kind,
                        Version = 1,
                        Title = title,
                        Text = text,
                        PublishedAt = now,
                    }
                );
        }
    }

    private static async Task AddTemplates(CourtDb db, CancellationToken ct)
    {
        if (await db.Set<ReplyTemplate>().AnyAsync(t => t.StaffId == null, ct))
            return;
        (string Name, string Text)[] common =
        [
            ("材料已收到", "{当事人}您好：您提交的材料已收到并入卷。如需再次开庭，会另行通知。"),
            ("开庭安排", "{当事人}您好：您的案件开庭时间确定后，本院会以传票书面通知，请保持电话畅通。"),
            ("需补充材料", "{当事人}您好：您的案件还需要补充以下材料："),
            ("审限说明", "{当事人}您好：您的案件正在法定审理期限内办理，有新的进展会及时告知。"),
        ];
        db.Set<ReplyTemplate>()
            .AddRange(
                common.Select(
                    (t, i) =>
                        new ReplyTemplate
                        {
                            Id = Guid.CreateVersion7(),
                            Name = t.Name,
                            Text = t.Text,
                            Position = i,
                        }
                )
            );
    }
}
