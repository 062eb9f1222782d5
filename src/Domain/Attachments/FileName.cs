using System.Globalization;
using System.Text;
using Domain.Shared;

namespace Domain.Attachments;

public static class FileName
{
    /// <summary>A name that can be shown and saved anywhere: no folders, no control or direction characters, the extension of what it is.</summary>
    public static string Clean(string raw, FileKind kind)
    {
        var last = raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..];
        var text = new StringBuilder();
        foreach (var rune in TypedText.Valid(last).Normalize().EnumerateRunes())
        {
            if (
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
            )
                continue;
            text.Append("<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        var name = text.ToString().Trim(' ', '.');
        var extension = Path.GetExtension(name);
        if (!kind.Fits(extension))
            extension = kind.Extension;
        else
            name = name[..^extension.Length];
        if (name.Length == 0)
            name = "附件";
        var room = Attachment.NameMaxLength - extension.Length;
        if (name.Length > room)
            name = name[..(char.IsHighSurrogate(name[room - 1]) ? room - 1 : room)];
        return name + extension;
    }
}
