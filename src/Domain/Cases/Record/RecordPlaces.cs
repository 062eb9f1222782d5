using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Cases;

/// <summary>Courts, divisions and people that records name, as this platform has them.</summary>
public sealed class RecordPlaces(ICourtDb db)
{
    public async Task<KnownPlaces> Of(IReadOnlyCollection<ReadRecord> records, CancellationToken ct)
    {
        List<string> slugs = [.. records.Select(r => r.CourtSlug).Distinct()];
        List<string> accounts =
        [
            .. records
                .SelectMany(r => r.Record.Panel.Append(r.Record.Judge).Append(r.Record.Clerk))
                .OfType<string>()
                .Select(Login)
                .Distinct(),
        ];
        var courts = await db.Set<Court>().AsNoTracking().Where(c => slugs.Contains(c.Slug)).ToListAsync(ct);
        List<Guid> ids = [.. courts.Select(c => c.Id)];
        var divisions = await db.Set<Division>()
            .AsNoTracking()
            .Where(d => ids.Contains(d.CourtId))
            .Select(d => new KnownDivision(d.Id, d.CourtId, d.Name, d.ShortName))
            .ToListAsync(ct);
        var staff = await db.Set<Staff>()
            .AsNoTracking()
            .Where(s => accounts.Contains(s.LoginName))
            .Select(s => new { s.LoginName, Name = new RecordName(s.Id, s.Name) })
            .ToDictionaryAsync(s => s.LoginName, s => s.Name, ct);
        return new KnownPlaces(courts.ToDictionary(c => c.Slug), divisions.ToLookup(d => d.CourtId), staff);
    }

    internal static string Login(string account) => TypedText.Fold(account).ToLowerInvariant();
}

public sealed record KnownDivision(Guid Id, Guid CourtId, string Name, string ShortName);

public sealed class KnownPlaces(
    IReadOnlyDictionary<string, Court> courts,
    ILookup<Guid, KnownDivision> divisions,
    IReadOnlyDictionary<string, RecordName> staff
)
{
    public Court CourtOf(ReadRecord read) => courts[read.CourtSlug];

    /// <returns>Null with why not; people who are not known are left out with a warning.</returns>
    /// <param name="only">The court whose cases may be sent; null for all.</param>
    public (RecordPlace? Place, IReadOnlyList<RecordFault> Warnings) Find(ReadRecord read, Guid? only)
    {
        if (only is not null && only != CourtOf(read).Id)
            return (null, [new(RecordFaults.CourtNotYours, "number", "这个法院的案件不由您的系统发送")]);
        var name = TypedText.Normalise(read.Record.Division!);
        if (divisions[CourtOf(read).Id].FirstOrDefault(d => d.Name == name || d.ShortName == name) is not { } division)
            return (null, [new(RecordFaults.DivisionUnknown, "division", $"{CourtOf(read).ShortName}没有这个庭室：{name}")]);
        List<RecordFault> warnings = [];
        var place = new RecordPlace(
            new RecordName(division.Id, division.Name),
            Person("judge", read.Record.Judge),
            Person("clerk", read.Record.Clerk),
            Panel()
        );
        return (place, warnings);

        IReadOnlyList<RecordName>? Panel()
        {
            List<RecordName> known =
            [
                .. read.Record.Panel.Index().Select(p => Person($"panel[{p.Index}]", p.Item)).OfType<RecordName>().DistinctBy(p => p.Id),
            ];
            return known.Count == 0 && read.Record.Panel.Count > 0 ? null : known;
        }

        RecordName? Person(string field, string? account)
        {
            if (string.IsNullOrWhiteSpace(account))
                return null;
            if (staff.TryGetValue(RecordPlaces.Login(account), out var known))
                return known;
            warnings.Add(new(RecordFaults.StaffUnknown, field, $"没有这个账号：{account[..Math.Min(account.Length, 40)]}"));
            return null;
        }
    }
}
