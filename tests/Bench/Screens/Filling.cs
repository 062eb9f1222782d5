using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Bench.Screens;

/// <summary>
/// Millions of rows by INSERT … SELECT, past the use cases. A column that is not named gets what the model's type has for nothing,
/// so that none is forgotten when one is added. Indexes and foreign keys are put aside and made anew at the end: sorted once
/// instead of five million times.
/// </summary>
internal sealed class Filling(string connectionString, IModel model)
{
    private readonly List<string> _indexes = [];

    /// <summary>Of the tables that will be large.</summary>
    public async Task PutIndexesAside(IEnumerable<string> tables)
    {
        var names = string.Join(',', tables.Select(t => $"'{t}'"));
        await using var connection = await Open();
        await using var look = new NpgsqlCommand(
            $"""
            SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename IN ({names})
                AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype = 'p')
            """,
            connection
        );
        List<string> drops = [];
        await using (var rows = await look.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                drops.Add($"DROP INDEX {rows.GetString(0)}");
                _indexes.Add(rows.GetString(1));
            }
        }

        foreach (var drop in drops)
            await Run(connection, drop);
    }

    /// <summary>Two at a time, as the machine has cores; each sorts with what memory it is given.</summary>
    public Task MakeIndexes() =>
        Took(
            $"{_indexes.Count} indexes",
            () => Parallel.ForEachAsync(_indexes, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (index, _) => await Sql(index))
        );

    /// <summary>Says how long it took.</summary>
    public static async Task Took(string what, Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {what, -30}{Stopwatch.GetElapsedTime(begun).TotalSeconds, 10:N1} s")
        );
    }

    /// <param name="from">What follows FROM; its columns may be used in the values.</param>
    /// <param name="values">SQL by column.</param>
    public Task Rows<T>(string from, params (string Column, string Value)[] values)
    {
        var entity = model.FindEntityType(typeof(T))!;
        var given = values.ToDictionary(v => v.Column, v => v.Value);
        List<(string Column, string Value)> all = [];
        foreach (var property in entity.GetProperties())
        {
            var column = property.GetColumnName();
            if (given.Remove(column, out var value))
                all.Add((column, value));
            else if (!property.IsNullable)
                all.Add((column, Nothing(property)));
        }

        if (given.Count > 0)
            throw new InvalidOperationException($"{entity.GetTableName()} has no column {string.Join(", ", given.Keys)}.");
        var insert =
            $"INSERT INTO {entity.GetTableName()} ({string.Join(", ", all.Select(a => $"\"{a.Column}\""))}) "
            + $"SELECT {string.Join(", ", all.Select(a => a.Value))} FROM {from}";
        return Took(entity.GetTableName()!, () => Sql(insert));
    }

    public async Task Sql(string sql)
    {
        await using var connection = await Open();
        await Run(connection, sql);
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(connectionString + ";Command Timeout=0");
        await connection.OpenAsync();
        // Foreign keys are triggers: whoever fills knows that they hold.
        await Run(
            connection,
            "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'; SET jit = off"
        );
        return connection;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Nothing(IProperty property)
    {
        var type = property.ClrType;
        if (type.IsEnum)
            return property.GetTypeMapping().Converter?.ProviderClrType == typeof(string) ? $"'{Enum.GetValues(type).GetValue(0)}'" : "0";
        var store = property.GetColumnType();
        return store switch
        {
            "uuid" => "gen_random_uuid()",
            "boolean" => "false",
            "timestamp with time zone" => "timestamptz '2026-01-01'",
            "date" => "date '2026-01-01'",
            "integer" or "bigint" or "smallint" => "0",
            _ when store.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
            _ when type == typeof(string) => "''",
            _ when typeof(System.Collections.IDictionary).IsAssignableFrom(type) => "'{}'",
            _ when property.GetTypeMapping().Converter is not null && property.GetMaxLength() is not null => "''",
            _ => "'[]'",
        };
    }
}
