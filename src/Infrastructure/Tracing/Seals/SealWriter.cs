using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Infrastructure.Tracing.Seals;

/// <summary>
/// The canonical text of one stored row, column by column, and its SHA-256: what every engine keeps exactly. Instants count to the
/// millisecond, texts carry their length before them, so that no two different rows give the same text.
/// </summary>
internal sealed class SealWriter
{
    [ThreadStatic]
    private static SealWriter? s_mine;

    private byte[] _text = new byte[2_048];
    private int _length;

    /// <summary>An empty one; each thread has its own.</summary>
    public static SealWriter Begin()
    {
        var writer = s_mine ??= new SealWriter();
        writer._length = 0;
        return writer;
    }

    public void Null(string column)
    {
        Ascii(column);
        Ascii("~\n");
    }

    public void Text(string column, string? value)
    {
        if (value is null)
        {
            Null(column);
            return;
        }

        Ascii(column);
        Counted(value);
    }

    public void Texts(string column, IEnumerable<string>? values)
    {
        if (values is null)
        {
            Null(column);
            return;
        }

        Ascii(column);
        foreach (var value in values)
            Counted(value);
        Ascii(".\n");
    }

    public void Id(string column, Guid value) => Value(column, value, "N");

    public void Number(string column, long value) => Value(column, value, "D");

    public void Flag(string column, bool value) => Value(column, value ? 1 : 0, "D");

    public void Day(string column, DateOnly value) => Value(column, value, "yyyy-MM-dd");

    public void Instant(string column, DateTimeOffset value) => Value(column, value.ToUnixTimeMilliseconds(), "D");

    /// <returns>64 hex digits.</returns>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(_text.AsSpan(0, _length)));

    private void Value<T>(string column, T value, string format)
        where T : IUtf8SpanFormattable
    {
        Ascii(column);
        Ascii("=");
        Room(64);
        value.TryFormat(_text.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
        Ascii("\n");
    }

    private void Counted(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        Value("", bytes, "D");
        Room(bytes + 1);
        _length += Encoding.UTF8.GetBytes(value, _text.AsSpan(_length));
        Ascii("\n");
    }

    private void Ascii(string text)
    {
        Room(text.Length);
        _length += Encoding.ASCII.GetBytes(text, _text.AsSpan(_length));
    }

    private void Room(int bytes)
    {
        if (_length + bytes > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + bytes));
    }
}
