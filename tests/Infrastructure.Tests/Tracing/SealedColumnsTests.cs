using Infrastructure.PostgreSql;
using Infrastructure.Tracing;
using Infrastructure.Tracing.Seals;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Tracing;

public class SealedColumnsTests
{
    /// <summary>A new column, or table, is decided on: sealed from a new form on, or named as one that carries no responsibility.</summary>
    [Fact]
    public void Every_column_of_every_table_is_either_sealed_or_named_as_unsealed()
    {
        List<string> problems = [];
        var (tables, records) = Tables();
        foreach (var (table, columns) in tables)
        {
            var forms = SealedColumns.FormsOf(table);
            string[] newest = forms.Count > 0 ? forms.Last().Value : [];
            foreach (var column in columns)
            {
                var (isSealed, isUnsealed) = (newest.Contains(column), SealedColumns.IsUnsealed(table, column));
                if (isSealed == isUnsealed)
                    problems.Add($"{table}.{column}: {(isSealed ? "both sealed and unsealed" : "neither sealed nor unsealed")}");
            }

            problems.AddRange(forms.SelectMany(f => f.Value.Except(columns).Select(c => $"{table} {f.Key}: {c} is not there any more")));
            if (forms.Count > 0 != records.Contains(table))
                problems.Add(
                    $"{table} is {(forms.Count > 0 ? "no record and no part of one" : "a record or part of one, and has no form")}"
                );
        }

        problems.AddRange(SealedColumns.Tables.Except(tables.Keys).Select(t => $"{t} is no table"));
        Assert.True(problems.Count == 0, "sealed-columns.txt:\n" + string.Join('\n', problems));
    }

    [Fact]
    public void Forms_are_counted_from_one_and_each_covers_at_least_what_the_one_before_did()
    {
        foreach (var table in SealedColumns.Tables)
        {
            var forms = SealedColumns.FormsOf(table);
            Assert.Equal(Enumerable.Range(1, forms.Count), forms.Keys);
            Assert.All(forms.Keys.Skip(1), form => Assert.Empty(forms[form - 1].Except(forms[form])));
        }
    }

    /// <summary>A file that a column names is compared with its hash, and found by it, or there is a reason why not.</summary>
    [Fact]
    public void Every_column_with_the_hash_of_a_file_is_compared_or_excused()
    {
        using var db = Nowhere();
        var named = Tables().Tables.SelectMany(t => t.Value.Where(c => c.Contains("sha256")).Select(c => $"{t.Key}.{c}")).ToList();
        var compared = FileColumns.Of(db.Model).Select(c => c.ToString()).ToList();
        Assert.Equal(named.Order(), compared.Concat(FileColumns.NamedElsewhere.Keys).Order());
        Assert.Contains("served_documents.source_sha256", compared);

        var indexed = db
            .Model.GetEntityTypes()
            .SelectMany(e => e.GetIndexes().Select(i => $"{e.GetTableName()}.{i.Properties[0].GetColumnName()}"));
        Assert.Empty(compared.Except(indexed));
    }

    private static (Dictionary<string, List<string>> Tables, HashSet<string> Records) Tables()
    {
        using var db = Nowhere();
        return (
            db.Model.GetEntityTypes().ToDictionary(e => e.GetTableName()!, e => e.GetProperties().Select(p => p.GetColumnName()).ToList()),
            [.. SealModel.Of(db.Model).Records.SelectMany(r => r.Parts.Select(p => p.Table.Name).Prepend(r.Table.Name))]
        );
    }

    private static PostgreSqlCourtDb Nowhere() => new(new DbContextOptionsBuilder<PostgreSqlCourtDb>().UseNpgsql("Host=nowhere").Options);
}
