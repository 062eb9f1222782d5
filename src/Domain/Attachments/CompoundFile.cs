namespace Domain.Attachments;

/// <summary>The container of the older Office files (OLE).</summary>
internal static class CompoundFile
{
    private const int Entry = 128;

    /// <summary>It names its streams in entries of 128 bytes on boundaries of 128, wherever its directory lies.</summary>
    /// <param name="stream">Name in UTF-16 with the NUL behind it.</param>
    public static bool Names(Stream file, ReadOnlySpan<byte> stream)
    {
        var block = new byte[Entry * 512];
        file.Position = 0;
        while (true)
        {
            var read = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
            for (var at = 0; at + Entry <= read; at += Entry)
            {
                if (block.AsSpan(at).StartsWith(stream))
                    return true;
            }

            if (read < block.Length)
                return false;
        }
    }
}
