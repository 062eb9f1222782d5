using System.IO.Compression;
using Infrastructure.Files;

namespace Infrastructure.Cases.Import;

/// <summary>A file of records: JSON lines, or a zip with one such file and the PDFs of main volumes as <c>&lt;sha256&gt;.pdf</c>.</summary>
public sealed class InboxFile : IDisposable
{
    /// <summary>What a zip may unpack to, and how many times its own size: beyond that it is no delivery.</summary>
    public const long MostUnpacked = 64L * 1024 * 1024 * 1024;

    private const int MostTimes = 200;
    private const int MostEntries = 200_000;
    private readonly FileStream _file;
    private readonly ZipArchive? _zip;
    private readonly ZipArchiveEntry? _lines;

    private InboxFile(FileStream file, ZipArchive? zip, ZipArchiveEntry? lines) => (_file, _zip, _lines) = (file, zip, lines);

    /// <exception cref="InvalidDataException">It is no such file; its message says why.</exception>
    public static InboxFile Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
        try
        {
            if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                return new InboxFile(file, null, null);
            var zip = new ZipArchive(file, ZipArchiveMode.Read);
            return new InboxFile(file, zip, LinesOf(zip, file.Length));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Of the records, unpacked.</summary>
    public long Bytes => _lines?.Length ?? _file.Length;

    public Stream Lines() => _lines is null ? _file : new Bounded(_lines.Open(), _lines.Length);

    /// <summary>The PDFs: what each should be, and its bytes, opened by the caller.</summary>
    public IEnumerable<(string Sha256, Func<Stream> Open)> Pdfs() =>
        from entry in _zip?.Entries ?? (IEnumerable<ZipArchiveEntry>)[]
        where entry.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
        select (
            Path.GetFileNameWithoutExtension(entry.Name).ToLowerInvariant(),
            (Func<Stream>)(() => new Bounded(entry.Open(), entry.Length))
        );

    public void Dispose()
    {
        _zip?.Dispose();
        _file.Dispose();
    }

    private static ZipArchiveEntry LinesOf(ZipArchive zip, long packed)
    {
        if (zip.Entries.Count > MostEntries)
            throw new InvalidDataException($"压缩包里的文件多于 {MostEntries} 个");
        var unpacked = zip.Entries.Sum(e => e.Length);
        if (unpacked > MostUnpacked || unpacked > Math.Max(packed, 1024 * 1024) * MostTimes)
            throw new InvalidDataException("压缩包解开后太大");
        return zip.Entries.Where(e => e.Name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)).ToList() is [var only]
            ? only
            : throw new InvalidDataException("压缩包里应当有而且只有一个 .jsonl 文件");
    }

    /// <summary>An entry that says a smaller length than it unpacks to ends there.</summary>
    private sealed class Bounded(Stream inner, long length) : ReadOnceStream
    {
        private long _read;

        public override long Length => length;
        protected override long Done => _read;

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Count(await inner.ReadAsync(buffer, cancellationToken));

        private int Count(int read) => (_read += read) > length ? throw new InvalidDataException("压缩包里的文件比它写明的大") : read;

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
