using System.IO.Compression;
using System.Text;
using Given;

namespace MiniProgramApi.Tests;

/// <summary>The smallest files of each kind that are what they say; each call gives other bytes.</summary>
internal static class Samples
{
    public static byte[] Png() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Own()];

    public static byte[] Jpeg() => [0xFF, 0xD8, 0xFF, 0xE0, .. Own()];

    public static byte[] Gif() => [.. "GIF89a"u8, .. Own()];

    public static byte[] WebP() => [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8, .. Own()];

    public static byte[] Heic() => [0, 0, 0, 24, .. "ftypmif1"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. Own()];

    public static byte[] Avif() => [0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0, .. "mif1avif"u8, .. Own()];

    public static byte[] Pdf() => [.. "%PDF-1.7\n"u8, .. Own()];

    public static byte[] Doc() => Compound("WordDocument");

    public static byte[] Xls() => Compound("Workbook");

    public static byte[] Docx() => Zip("[Content_Types].xml", "word/document.xml");

    public static byte[] Docm() => Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");

    public static byte[] Html() => Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>");

    private static byte[] Compound(string stream)
    {
        var bytes = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes(stream).CopyTo(bytes, 512 + 128);
        Own().CopyTo(bytes, 1024);
        return bytes;
    }

    private static byte[] Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var text = zip.CreateEntry(entry).Open();
                text.Write(Own());
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Own() => Encoding.ASCII.GetBytes($"-{CourtData.Next()}-{Guid.CreateVersion7()}");
}
