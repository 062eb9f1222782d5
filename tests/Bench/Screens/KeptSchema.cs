using System.Text.RegularExpressions;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bench.Screens;

/// <summary>
/// A kept city follows the model without being filled again: tables, columns and indexes are compared with those of a new empty database and made
/// the same. What is new is empty.
/// </summary>
internal static class KeptSchema
{
    private const string Fresh = "fresh";

    public static async Task Follow(Server server)
    {
        await server.Admin($"DROP DATABASE IF EXISTS {Fresh}");
        var data = await CourtData.Open(server.ConnectionString(Fresh) + ";Pooling=false");
        await using var model = await Open(server.ConnectionString(Fresh));
        await using var city = await Open(server.CityConnectionString);
        var (wanted, there) = (await Columns(model), await Columns(city));
        var script = await data.Use((CourtDb db) => Task.FromResult(db.Database.GenerateCreateScript()));
        foreach (var table in there.Select(c => c.Table).Except(wanted.Select(c => c.Table)).Distinct().ToList())
            await Run(city, $"DROP TABLE {table} CASCADE");
        foreach (var table in wanted.Select(c => c.Table).Except(there.Select(c => c.Table)).Distinct().ToList())
            await Run(city, script.Split(";").Single(s => s.TrimStart().StartsWith($"CREATE TABLE {table} (", StringComparison.Ordinal)));
        there = await Columns(city);
        foreach (var column in there.Except(wanted))
            await Run(city, $"ALTER TABLE {column.Table} DROP COLUMN \"{column.Name}\"");
        foreach (var column in wanted.Except(there))
        {
            await Run(city, $"ALTER TABLE {column.Table} ADD COLUMN \"{column.Name}\" {column.Type}{Required(column)}");
            await Run(city, $"ALTER TABLE {column.Table} ALTER COLUMN \"{column.Name}\" DROP DEFAULT");
        }

        var (indexes, known) = (await Texts(model, Indexes), await Texts(city, Indexes));
        foreach (var index in known.ExceptBy(indexes.Select(Plain), Plain))
            await Run(city, $"DROP INDEX {NameOf(index)}");
        foreach (var index in indexes.ExceptBy(known.Select(Plain), Plain))
            await Filling.Took(NameOf(index), () => Run(city, index));
        await Run(city, "DELETE FROM \"__EFMigrationsHistory\"");
        foreach (var migration in await Texts(model, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\""))
            await Run(city, $"INSERT INTO \"__EFMigrationsHistory\" VALUES ('{migration}', '10')");
        await model.CloseAsync();
        await server.Admin($"DROP DATABASE {Fresh} WITH (FORCE)");
    }

    private const string Indexes = """
        SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)
            AND tablename NOT LIKE 'bench%'
        """;

    private static string NameOf(string index) => index.Split(" INDEX ")[1].Split(' ')[0];

    /// <summary>Without casts and parentheses, which PostgreSQL writes in another way when an index was made from what it wrote itself.</summary>
    private static string Plain(string index) =>
        Regex.Replace(index, @"::character varying|::text(\[\])?|[()]", "", RegexOptions.CultureInvariant);

    private static string Required(Column column) =>
        column.IsNullable
            ? ""
            : column.Type switch
            {
                "uuid" => " NOT NULL DEFAULT gen_random_uuid()",
                "boolean" => " NOT NULL DEFAULT false",
                "date" or "timestamp with time zone" => " NOT NULL DEFAULT '2026-01-01'",
                "integer" or "bigint" or "smallint" => " NOT NULL DEFAULT 0",
                _ when column.Type.EndsWith("[]", StringComparison.Ordinal) => " NOT NULL DEFAULT '{}'",
                _ => " NOT NULL DEFAULT ''",
            };

    private static async Task<List<Column>> Columns(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname NOT LIKE 'bench%'
            """,
            connection
        );
        List<Column> columns = [];
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            columns.Add(new Column(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetBoolean(3)));
        return columns;
    }

    private static async Task<List<string>> Texts(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        List<string> texts = [];
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            texts.Add(rows.GetString(0));
        return texts;
    }

    private static async Task<NpgsqlConnection> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        await Run(connection, "SET maintenance_work_mem = '1GB'");
        return connection;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Column(string Table, string Name, string Type, bool IsNullable);
}
