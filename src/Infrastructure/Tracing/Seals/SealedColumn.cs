using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Infrastructure.Tracing.Seals;

/// <summary>One column as it is sealed: from the object that is saved, and from the row that is read back; both write the same text.</summary>
internal sealed class SealedColumn
{
    private readonly IProperty _property;
    private readonly ValueConverter? _converter;
    private readonly Type _stored;

    public SealedColumn(IProperty property)
    {
        _property = property;
        Name = property.GetColumnName();
        _converter = property.GetElementType() is null ? property.GetTypeMapping().Converter : null;
        var type = _converter?.ProviderClrType ?? property.ClrType;
        _stored = Nullable.GetUnderlyingType(type) ?? type;
    }

    public string Name { get; }

    private bool IsList => _property.GetElementType() is not null;

    /// <summary>Writes the object's value: <c>writer.Text("number", order.Number)</c>, with the column's conversion.</summary>
    public Expression Write(Expression entity, Expression writer)
    {
        var member = _property.PropertyInfo ?? throw new InvalidOperationException($"{_property} is no property of its class.");
        Expression value = Expression.Property(entity, member);
        var column = Expression.Constant(Name);
        if (IsList)
            return Call(
                nameof(SealWriter.Texts),
                Expression.Call(typeof(SealedColumn), nameof(ToTexts), [ElementOf(member.PropertyType)], value)
            );
        var mayBeNull = !value.Type.IsValueType || Nullable.GetUnderlyingType(value.Type) is not null;
        var known = Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, "Value");
        var written = Call(Method, Widened(Converted(known)));
        return mayBeNull
            ? Expression.IfThenElse(
                Expression.Equal(value, Expression.Constant(null, value.Type)),
                Expression.Call(writer, nameof(SealWriter.Null), null, column),
                written
            )
            : written;

        MethodCallExpression Call(string method, Expression argument) => Expression.Call(writer, method, null, column, argument);
    }

    /// <summary>Writes what the database holds.</summary>
    public void Write(DbDataReader reader, int ordinal, SealWriter writer)
    {
        if (reader.IsDBNull(ordinal))
            writer.Null(Name);
        else if (IsList)
            writer.Texts(
                Name,
                reader.GetValue(ordinal) is string json
                    ? JsonSerializer.Deserialize<string[]>(json)!
                    : reader.GetFieldValue<string[]>(ordinal)
            );
        else if (_stored == typeof(string))
            writer.Text(Name, reader.GetString(ordinal));
        else if (_stored == typeof(Guid))
            writer.Id(Name, reader.GetGuid(ordinal));
        else if (_stored == typeof(bool))
            writer.Flag(Name, reader.GetBoolean(ordinal));
        else if (_stored == typeof(DateOnly))
            writer.Day(Name, reader.GetFieldValue<DateOnly>(ordinal));
        else if (_stored == typeof(DateTimeOffset))
            writer.Instant(Name, reader.GetFieldValue<DateTimeOffset>(ordinal));
        else
            writer.Number(Name, Convert.ToInt64(reader.GetValue(ordinal), CultureInfo.InvariantCulture));
    }

    private string Method =>
        _stored == typeof(string) ? nameof(SealWriter.Text)
        : _stored == typeof(Guid) ? nameof(SealWriter.Id)
        : _stored == typeof(bool) ? nameof(SealWriter.Flag)
        : _stored == typeof(DateOnly) ? nameof(SealWriter.Day)
        : _stored == typeof(DateTimeOffset) ? nameof(SealWriter.Instant)
        : _stored == typeof(int) || _stored == typeof(long) || _stored == typeof(short) ? nameof(SealWriter.Number)
        : throw new InvalidOperationException($"{_property} is kept as {_stored.Name}, which no seal can tell exactly.");

    private Expression Converted(Expression value)
    {
        if (_converter is null)
            return value;
        var conversion = _converter.ConvertToProviderExpression;
        return Expression.Invoke(conversion, Expression.Convert(value, conversion.Parameters[0].Type));
    }

    private Expression Widened(Expression value)
    {
        var known = Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, "Value");
        return Method == nameof(SealWriter.Number) ? Expression.Convert(known, typeof(long)) : known;
    }

    private static Type ElementOf(Type list) =>
        list.GetInterfaces()
            .Append(list)
            .First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .GetGenericArguments()[0];

    private static IEnumerable<string>? ToTexts<T>(IEnumerable<T>? list) =>
        list?.Select(e => Convert.ToString(e, CultureInfo.InvariantCulture) ?? "");
}
