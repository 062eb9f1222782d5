using System.Security.Cryptography;
using Domain.Attachments;
using Infrastructure.Files;
using Infrastructure.Files.Sealing;
using Infrastructure.Uploads;
using Microsoft.Extensions.Logging.Abstractions;

namespace Infrastructure.Tests.Uploads;

public sealed class UploadPiecesTests : IDisposable
{
    private const int Most = 64 * 1024;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("court-pieces-");
    private readonly UploadPieces _pieces;
    private readonly Guid _id = Guid.CreateVersion7();

    public UploadPiecesTests() =>
        _pieces = new UploadPieces(new DiskFiles(_folder.FullName), FileKeys.ForDevelopment, NullLogger<UploadPieces>.Instance);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_came_in_pieces_is_read_whole_and_lies_unreadable_on_the_disk()
    {
        var bytes = RandomNumberGenerator.GetBytes(5 * Most + 17);
        await Write(0, bytes[..1]);
        await Write(1, bytes[1..100]);
        await Write(100, bytes[100..(2 * Most)]);
        await Write(2 * Most, bytes[(2 * Most)..]);
        Assert.Equal(bytes.Length, _pieces.LengthOf(_id, long.MaxValue));
        Assert.Equal(bytes, await Read());
        var stored = await File.ReadAllBytesAsync(Path);
        Assert.All([100, Most + 5, 4 * Most], at => Assert.Equal(-1, stored.AsSpan().IndexOf(bytes.AsSpan(at, 32))));
    }

    [Fact]
    public async Task What_nobody_was_told_of_is_written_again()
    {
        var (first, lost, again) = (
            RandomNumberGenerator.GetBytes(1000),
            RandomNumberGenerator.GetBytes(3000),
            RandomNumberGenerator.GetBytes(10)
        );
        await Write(0, first);
        await Write(1000, lost);
        Assert.Equal(1000, _pieces.LengthOf(_id, 1000));
        await Write(1000, again);
        byte[] whole = [.. first, .. again];
        Assert.Equal(whole, await Read());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(1030)]
    public async Task What_a_crash_cut_off_does_not_count(int cut)
    {
        var bytes = RandomNumberGenerator.GetBytes(2000);
        await Write(0, bytes[..1000]);
        await Write(1000, bytes[1000..]);
        using (var file = File.OpenWrite(Path))
            file.SetLength(file.Length - cut);
        Assert.Equal(1000, _pieces.LengthOf(_id, long.MaxValue));
        await Write(1000, bytes[1000..]);
        Assert.Equal(bytes, await Read());
    }

    [Fact]
    public async Task What_was_changed_on_the_disk_is_not_read()
    {
        await Write(0, RandomNumberGenerator.GetBytes(1000));
        var stored = await File.ReadAllBytesAsync(Path);
        stored[^1] ^= 1;
        await File.WriteAllBytesAsync(Path, stored);
        await Assert.ThrowsAsync<DamagedFileException>(Read);
    }

    [Fact]
    public async Task Records_do_not_change_places()
    {
        await Write(0, RandomNumberGenerator.GetBytes(1000));
        var head = new FileInfo(Path).Length - 1032;
        await Write(1000, RandomNumberGenerator.GetBytes(1000));
        var stored = await File.ReadAllBytesAsync(Path);
        await File.WriteAllBytesAsync(Path, [.. stored[..(int)head], .. stored[^1032..], .. stored[(int)head..^1032]]);
        await Assert.ThrowsAsync<DamagedFileException>(Read);
    }

    [Fact]
    public async Task A_file_that_is_not_ours_is_begun_anew()
    {
        await File.WriteAllTextAsync(Path, "what lay there in the open");
        Assert.Equal(0, _pieces.LengthOf(_id, long.MaxValue));
        await Write(0, [1, 2, 3]);
        Assert.Equal(new byte[] { 1, 2, 3 }, await Read());
    }

    private string Path => System.IO.Path.Combine(_folder.FullName, "uploads", _id.ToString("N"));

    private async Task Write(long at, byte[] bytes)
    {
        await using var file = _pieces.Open(_id)!;
        await file.Write(at, bytes, default);
        file.Flush();
    }

    private async Task<byte[]> Read()
    {
        await using var stored = _pieces.Read(_id);
        using var whole = new MemoryStream();
        await stored.CopyToAsync(whole);
        return whole.ToArray();
    }
}
