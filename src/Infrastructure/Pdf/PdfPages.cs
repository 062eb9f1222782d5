using System.Text.Json;

namespace Infrastructure.Pdf;

/// <summary>A page as readers show it: turned, cut to its trim box. In points.</summary>
public sealed record PdfPage(double Width, double Height)
{
    public static readonly PdfPage A4 = new(595.28, 841.89);
}

/// <summary>Page sizes out of qpdf's description of a file.</summary>
internal static class PdfPages
{
    /// <summary>Most specific first; qpdf fits what it lays over a page into the same box.</summary>
    private static readonly string[] s_boxes = ["/TrimBox", "/CropBox", "/MediaBox"];

    public static IReadOnlyList<PdfPage> Of(JsonElement file)
    {
        var objects = file.GetProperty("qpdf")[1];
        return [.. file.GetProperty("pages").EnumerateArray().Select(p => SizeOf(p.GetProperty("object").GetString()!, objects))];
    }

    private static PdfPage SizeOf(string page, JsonElement objects)
    {
        var box = s_boxes.Select(b => Inherited(page, b, objects)).FirstOrDefault(b => b is { ValueKind: JsonValueKind.Array });
        if (box is not { } array || array.GetArrayLength() != 4 || array.EnumerateArray().Any(n => n.ValueKind != JsonValueKind.Number))
            return PdfPage.A4;
        var sides = array.EnumerateArray().Select(n => n.GetDouble()).ToList();
        var (width, height) = (Math.Abs(sides[2] - sides[0]), Math.Abs(sides[3] - sides[1]));
        if (width < 1 || height < 1)
            return PdfPage.A4;
        var isTurned =
            Inherited(page, "/Rotate", objects) is { ValueKind: JsonValueKind.Number } rotate && Math.Abs(rotate.GetInt32()) % 180 == 90;
        return isTurned ? new PdfPage(height, width) : new PdfPage(width, height);
    }

    /// <summary>Pages inherit from the nodes of the page tree above them.</summary>
    private static JsonElement? Inherited(string node, string key, JsonElement objects)
    {
        for (var depth = 0; depth < 50; depth++)
        {
            if (!Find(node, objects, out var found))
                return null;
            if (found.TryGetProperty(key, out var value))
                return Resolved(value, objects);
            if (!found.TryGetProperty("/Parent", out var parent))
                return null;
            node = parent.GetString()!;
        }

        return null;
    }

    private static JsonElement Resolved(JsonElement value, JsonElement objects) =>
        value.ValueKind == JsonValueKind.String
        && objects.TryGetProperty("obj:" + value.GetString(), out var found)
        && found.TryGetProperty("value", out var direct)
            ? direct
            : value;

    private static bool Find(string node, JsonElement objects, out JsonElement value)
    {
        value = default;
        return objects.TryGetProperty("obj:" + node, out var found)
            && found.TryGetProperty("value", out value)
            && value.ValueKind == JsonValueKind.Object;
    }
}
