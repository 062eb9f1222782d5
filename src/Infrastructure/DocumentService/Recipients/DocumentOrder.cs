using Domain.DocumentService;
using Infrastructure.Paging;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>The order of a recipient's documents, and where a page of it ends.</summary>
internal static class DocumentOrder
{
    private const int Rank = 1_000;

    /// <param name="notices">Services that hold nothing but these come last.</param>
    public static IQueryable<ReadableCopy> ImportantFirst(
        this IQueryable<ReadableCopy> copies,
        Cursor? after,
        List<DocumentKind> notices,
        int size
    ) =>
        copies.NewestFirst(
            after,
            r => r.Service.Copies.Any(c => c.WithdrawnAt == null && !notices.Contains(c.Kind)) ? 1 : 0,
            r => r.Service.BegunAt,
            r => r.Service.Id,
            r => -r.Copy.Position,
            c => ((int)(c.Position / Rank), -(int)(c.Position % Rank)),
            size
        );

    /// <param name="asks">The document's service holds more than notices.</param>
    /// <param name="position">Of the document in its service, below <see cref="Rank"/>.</param>
    public static Cursor After(bool asks, DateTimeOffset begunAt, Guid serviceId, int position) =>
        new(begunAt, serviceId, (asks ? Rank : 0) + position);
}
