using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Tracing.Seals;

/// <summary>Rows that no collection of their record holds, and that are sealed with it all the same: they name it in a column.</summary>
internal static class SealedApart
{
    private const string Annotation = "Court:SealedWith";

    /// <param name="parent">The column; while it is null the row belongs to nothing yet and is not sealed.</param>
    /// <param name="records">What it may name: aggregates.</param>
    public static void IsSealedWith<T>(this EntityTypeBuilder<T> part, Expression<Func<T, object?>> parent, params Type[] records)
        where T : class =>
        part.HasAnnotation(Annotation, string.Join(' ', records.Select(r => r.FullName).Prepend(parent.GetMemberAccess().Name)));

    public static bool Is(IEntityType entity) => entity.FindAnnotation(Annotation) is not null;

    public static (IProperty Parent, string[] Records) Of(IEntityType entity) =>
        ((string)entity[Annotation]!).Split(' ') is [var parent, .. var records]
            ? (entity.FindProperty(parent)!, records)
            : throw new InvalidOperationException($"{entity} names no record.");
}
