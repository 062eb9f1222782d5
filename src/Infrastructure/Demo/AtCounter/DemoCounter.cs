using Domain.Attachments;
using Domain.Cases;
using Domain.Organisation;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo.AtCounter;

/// <summary>What people hand in about their cases and what the drawn judge and clerk do with it, each by its use case.</summary>
internal sealed class DemoCounter(
    IServiceProvider services,
    CourtDb db,
    DemoStaff staff,
    DemoPeople people,
    DemoCalendar calendar,
    CancellationToken ct
)
{
    public CourtDb Db => db;
    public DemoPeople People => people;
    public DemoCalendar Calendar => calendar;
    public CancellationToken Ct => ct;
    public DemoCourt Court { get; } = staff.Courts.Single(c => c.Court.Slug == "yuexiu");
    public DemoPost Judge => Court.Holders(Role.Judge).Single(p => p.Staff.Name == "陈静怡");
    public DemoPost Clerk => Court.Holders(Role.Clerk).Single(p => p.Staff.Name == "吴家乐");
    public DemoPerson Chen => people.Named("陈建华");

    public DemoPapers Papers() => new(Use<PdfPrinter>(), Use<IFileStore>(), ct);

    public T Use<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <param name="instead">Of what it asks for.</param>
    public T UseWith<T>(object instead) => ActivatorUtilities.CreateInstance<T>(services, instead);

    public async Task Do<T>(Func<T, Task> act)
        where T : notnull
    {
        await act(Use<T>());
        db.Forget();
    }

    /// <returns>The attachment, with its preview wanted.</returns>
    public async Task<Guid> Upload(string sha256, string name, DemoPerson by)
    {
        var id = Guid.CreateVersion7();
        await using var bytes = await Use<IFileStore>().Open(sha256, ct);
        await Do<UploadAttachment>(upload => upload.Handle(id, name, bytes, by.Actor, ct));
        return id;
    }

    public Task<Guid> CaseOf(string number) => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync(ct);

    /// <summary>Some minutes after midnight of a working day, counted from today.</summary>
    public DateTimeOffset On(int workdays, int minutes) => DemoCalendar.At(calendar.Workday(calendar.Today, workdays), minutes);
}
