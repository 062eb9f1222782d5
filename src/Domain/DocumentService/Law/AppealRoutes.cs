using Domain.Cases;
using Domain.Organisation;

namespace Domain.DocumentService;

/// <summary>Which court hears the appeal, and by which rule.</summary>
public sealed record AppealRoute(CourtFact To, LawRow Law);

/// <summary>
/// 二审法院 by court, cause and kind of procedure: what 宣告判决 must tell (CPL 151). Rows are asked in their order. Read in 2026 from the
/// provisions that <see cref="LawTable"/> names; the Intermediate Court takes no civil or administrative cases of intellectual property
/// itself (知识产权法院案件管辖规定第三条), and the IP court no criminal ones.
/// </summary>
public static class AppealRoutes
{
    /// <param name="From">Which courts' first-instance judgments and rulings.</param>
    /// <param name="Matters">Of which causes; null for all.</param>
    /// <param name="To">Slug; empty for the court above.</param>
    private sealed record Row(Func<CourtFact, bool> From, bool WithCriminal, Func<string, bool>? Matters, string To, LawPoint Law);

    private static readonly Row[] s_rows =
    [
        new(c => c.Slug == CourtFacts.InternetCourt, false, IpCauses.IsOfInternetCourt, "gz-ip", LawPoint.AppealFromInternetCourt),
        new(c => c.Slug == CourtFacts.InternetCourt, true, null, "gz-zy", LawPoint.AppealFromInternetCourt),
        new(c => c is { Level: CourtLevel.Basic, ParentSlug: "gz-zy" }, false, IpCauses.Has, "gz-ip", LawPoint.AppealToIpCourt),
        new(c => c.ParentSlug is not null, true, null, "", LawPoint.AppealToNextLevel),
    ];

    /// <param name="courtSlug">Of the court that decided in first instance.</param>
    /// <param name="cause">案由.</param>
    /// <returns>Null for a court that is not known, or that has none above it here.</returns>
    public static AppealRoute? Of(string courtSlug, Procedure procedure, string cause)
    {
        if (CourtFacts.All.FirstOrDefault(c => c.Slug == courtSlug) is not { } from)
            return null;
        var row = s_rows.FirstOrDefault(r =>
            r.From(from) && (r.WithCriminal || procedure != Procedure.Criminal) && (r.Matters is null || r.Matters(cause))
        );
        if (row is null)
            return null;
        var to = row.To.Length > 0 ? row.To : from.ParentSlug;
        return new AppealRoute(CourtFacts.All.Single(c => c.Slug == to), LawTable.Of(row.Law, procedure));
    }
}
