using System.Text;

namespace Domain.Attachments;

/// <summary>Where there are several, the first is told.</summary>
internal enum Harm
{
    /// <summary>
    /// A Word, Excel or PowerPoint file with a VBA project in it, of the newer or the older make, by whatever name; or one that fetches a
    /// template with macros from elsewhere.
    /// </summary>
    Macros,

    /// <summary>
    /// A file put into the document whole (Package, OLE1 native data): one double-click runs it. Worksheets, equations and charts in a
    /// document keep their data otherwise.
    /// </summary>
    EmbeddedFile,

    /// <summary>EICAR.</summary>
    TestVirus,
    None,
}

/// <summary>What is refused whatever a scanner says: programs within documents, and the string by which scanners are tried out.</summary>
internal static class HarmfulContent
{
    private const int Block = 64 * 1024;

    /// <summary>Types of parts and of relations. Office goes by these, never by the part's name.</summary>
    private static readonly string[] s_types = ["vnd.ms-office.vbaProject", "relationships/vbaProject", ".macroEnabled."];
    private static readonly byte[] s_compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] s_vbaStream = Encoding.Unicode.GetBytes("_VBA_PROJECT\0");

    private static readonly byte[] s_nativeStream = Encoding.Unicode.GetBytes("\u0001Ole10Native\0");

    // In two parts: whole, it would make scanners stop at this very program.
    private static readonly byte[] s_eicar = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    );

    /// <summary>Every part of a package is unpacked once.</summary>
    public static Harm Of(Stream file)
    {
        var found = In("", file);
        OfficePackage.Any(
            file,
            (name, part) =>
            {
                var harm = In(name, part);
                found = harm < found ? harm : found;
                return found == Harm.Macros; // nothing is told before it
            }
        );
        return found;
    }

    private static Harm In(string name, Stream file) =>
        IsProject(name, file) ? Harm.Macros
        : IsCompoundWith(file, s_nativeStream) ? Harm.EmbeddedFile
        : Holds(file, s_eicar) ? Harm.TestVirus
        : Harm.None;

    private static bool IsCompoundWith(Stream file, byte[] stream)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read].SequenceEqual(s_compound) && CompoundFile.Names(file, stream);
    }

    private static bool Holds(Stream file, byte[] sought)
    {
        var kept = sought.Length - 1; // it may lie across two blocks
        var buffer = new byte[Block + kept];
        var filled = 0;
        file.Position = 0;
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            if (buffer.AsSpan(0, filled + read).IndexOf(sought) >= 0)
                return true;
            if (filled + read < buffer.Length)
                return false;
            buffer.AsSpan(buffer.Length - kept).CopyTo(buffer);
            filled = kept;
        }
    }

    /// <summary>A project's own streams, or the word for one in the package's types and relations.</summary>
    private static bool IsProject(string name, Stream part)
    {
        if (name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || IsCompoundWith(part, s_vbaStream))
            return true;
        if (name != "[Content_Types].xml" && !name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            return false;
        part.Position = 0;
        using var reader = new StreamReader(part, leaveOpen: true);
        var xml = reader.ReadToEnd();
        return s_types.Any(word => xml.Contains(word, StringComparison.OrdinalIgnoreCase))
            || (
                xml.Contains("relationships/attachedTemplate", StringComparison.Ordinal)
                && xml.Contains("Target=\"http", StringComparison.OrdinalIgnoreCase)
            );
    }
}
