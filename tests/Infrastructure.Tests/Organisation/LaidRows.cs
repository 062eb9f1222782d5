using System.Collections;
using System.Data.Common;
using Domain.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Infrastructure.Tests.Organisation;

/// <summary>
/// Rows that have a court and a division and for the rest what the columns need, past use cases and foreign keys: for tests of who
/// sees them.
/// </summary>
internal static class LaidRows
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);

    /// <param name="more">Columns that must say something else, by the name of the property.</param>
    public static async Task<Guid> Lay<T>(this CourtDb db, Division at, Dictionary<string, object?>? more = null)
    {
        var id = Guid.CreateVersion7();
        var type = db.Model.FindEntityType(typeof(T))!;
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("SET LOCAL session_replication_role = replica");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        List<string> columns = [];
        foreach (var property in type.GetFlattenedProperties().Where(p => p.ValueGenerated == ValueGenerated.Never || p.IsPrimaryKey()))
        {
            var value = property.Name switch
            {
                _ when more?.TryGetValue(property.Name, out var given) == true => given,
                "Id" => id,
                "CourtId" => at.CourtId,
                "DivisionId" => at.Id,
                _ when property.IsNullable => null,
                _ => Something(property),
            };
            command.Parameters.Add(Parameter(command, $"p{columns.Count}", property, value));
            columns.Add(property.GetColumnName());
        }

        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var values = string.Join(", ", columns.Select((_, n) => $"@p{n}"));
#pragma warning disable CA2100 // of the model, not of anybody
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({values})";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return id;
    }

    private static DbParameter Parameter(DbCommand command, string name, IProperty property, object? value) =>
        property.GetRelationalTypeMapping().CreateParameter(command, name, value, property.IsNullable);

    private static object Something(IProperty property)
    {
        var type = property.ClrType;
        if (type == typeof(string))
            return Guid.CreateVersion7().ToString("N")[^Math.Min(property.GetMaxLength() ?? 32, 20)..];
        if (type == typeof(Guid))
            return Guid.CreateVersion7();
        if (type == typeof(DateTimeOffset))
            return s_at;
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 11, 20);
        if (type.IsValueType)
            return Activator.CreateInstance(type)!;
        if (type.IsArray)
            return Array.CreateInstance(type.GetElementType()!, 0);
        if (!type.IsInterface)
            return Activator.CreateInstance(type)!;
        var made =
            type.IsAssignableTo(typeof(IDictionary)) || type.Name.Contains("Dictionary", StringComparison.Ordinal)
                ? typeof(Dictionary<,>)
                : typeof(List<>);
        return Activator.CreateInstance(made.MakeGenericType(type.GetGenericArguments()))!;
    }
}
