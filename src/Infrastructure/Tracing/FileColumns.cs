using Infrastructure.Tracing.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Infrastructure.Tracing;

/// <summary>
/// Which columns name a stored file: whatever the model calls <c>…sha256</c>, sealed or compared with the facts. A new one is compared
/// because it is called so.
/// </summary>
internal static class FileColumns
{
    public const string Ending = "sha256";

    /// <summary>Columns whose files other rows name for sure, with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> NamedElsewhere = new Dictionary<string, string>
    {
        ["arrived_files.sha256"] = "the row of the case's file names it once a record does; before that no right hangs on it",
        ["uploads.declared_sha256"] = "what the sender says beforehand; the attachment's row names what came",
        ["uploads.sha256"] = "the attachment's row names the same file",
        ["submitted_files.sha256"] = "the attachment's row names the same file",
        ["effective_judgments.source_sha256"] = "the row of the served document names the same file",
    };

    public static IReadOnlyList<FileColumn> Of(IModel model) =>
        [
            .. from entity in model.GetEntityTypes()
            from property in entity.GetProperties()
            where property.GetColumnName().EndsWith(Ending, StringComparison.Ordinal)
            let column = new FileColumn(new SealedTable(entity), property.GetColumnName(), SubjectOf(model, entity))
            where !NamedElsewhere.ContainsKey(column.ToString())
            orderby column.ToString()
            select column,
        ];

    /// <returns>The column that names the record whose trace speaks of the row; null for what is in no record.</returns>
    private static string? SubjectOf(IModel model, IEntityType entity) =>
        SealModel.Of(model) is var seals && seals.PartOf(entity) is { } part ? part.Parent.GetColumnName()
        : seals.IsRecord(entity) ? "id"
        : null;
}

internal sealed record FileColumn(SealedTable Table, string Name, string? Subject)
{
    public override string ToString() => $"{Table.Name}.{Name}";
}
