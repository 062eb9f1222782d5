using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;

namespace Infrastructure.Litigants;

/// <summary>
/// What a person types to find something among the own: every word must be found. Case numbers are found with the brackets and spaces
/// that people type, or without.
/// </summary>
internal static class SearchWords
{
    public const int MaxLength = 60;

    public static IReadOnlyList<string> Of(string? typed)
    {
        var text = TypedText.Normalise(typed ?? "");
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        char[] between = [' ', '(', ')', '[', ']', '〔', '〕', '【', '】', '、', ','];
        return [.. text.Split(between, StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }

    public static IQueryable<Case> Matching(this IQueryable<Case> cases, CourtDb db, string? typed) =>
        Of(typed)
            .Aggregate(
                cases,
                (left, word) =>
                    left.Where(c =>
                        c.Number.Replace("(", "").Replace(")", "").Contains(word)
                        || c.Cause.Contains(word)
                        || c.Parties.Any(p => p.Name.Contains(word))
                        || db.Set<Court>().Any(court => court.Id == c.CourtId && court.FullName.Contains(word))
                    )
            );

    public static IQueryable<WorkOrder> Matching(this IQueryable<WorkOrder> orders, string? typed) =>
        Of(typed)
            .Aggregate(
                orders,
                (left, word) =>
                    left.Where(o =>
                        o.Title.Contains(word)
                        || o.Text.Contains(word)
                        || o.Number.Contains(word)
                        || (o.CaseNumber != null && o.CaseNumber.Replace("(", "").Replace(")", "").Contains(word))
                    )
            );

    public static IQueryable<ReadableCopy> Matching(this IQueryable<ReadableCopy> copies, CourtDb db, string? typed) =>
        Of(typed)
            .Aggregate(
                copies,
                (left, word) =>
                    left.Where(r =>
                        r.Copy.Title.Contains(word)
                        || r.Service.CaseNumber.Replace("(", "").Replace(")", "").Contains(word)
                        || db.Set<ServedDocument>().Any(d => d.Id == r.Copy.DocumentId && d.Serial.Contains(word))
                        || db.Set<Court>().Any(court => court.Id == r.Service.CourtId && court.FullName.Contains(word))
                    )
            );
}
