using Infrastructure.PostgreSql;
using Infrastructure.Tracing.Seals;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Tracing;

public class SealedColumnsTests
{
    /// <summary>A new column is decided on: sealed from a new form on, or named as one that carries no responsibility.</summary>
    [Fact]
    public void Every_column_of_every_record_and_its_parts_is_either_sealed_or_named_as_unsealed()
    {
        List<string> problems = [];
        foreach (var (table, columns) in Tables())
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
        }

        problems.AddRange(SealedColumns.Tables.Except(Tables().Keys).Select(t => $"{t} is no record and no part of one"));
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

    private static Dictionary<string, List<string>> Tables()
    {
        using var db = new PostgreSqlCourtDb(new DbContextOptionsBuilder<PostgreSqlCourtDb>().UseNpgsql("Host=nowhere").Options);
        var tables = SealModel.Of(db.Model).Records.SelectMany(r => r.Parts.Select(p => p.Table.Name).Prepend(r.Table.Name)).ToHashSet();
        return db
            .Model.GetEntityTypes()
            .Where(e => tables.Contains(e.GetTableName()!))
            .ToDictionary(e => e.GetTableName()!, e => e.GetProperties().Select(p => p.GetColumnName()).ToList());
    }
}
