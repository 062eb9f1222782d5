using System.Security.Cryptography;
using Domain.Attachments;
using Given;
using Infrastructure.Files;
using Infrastructure.Files.Sealing;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace Infrastructure.Tests.Files;

public sealed class SealingTests : IDisposable
{
    private const int Chunk = 64 * 1024;
    private readonly DiskFiles _disk = new(Path.Combine(Path.GetTempPath(), $"court-sealing-{Guid.CreateVersion7()}"));
    private readonly FileStore _files;

    public SealingTests() => _files = FileStores.In(_disk.Root);

    public void Dispose() => Directory.Delete(_disk.Root, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(300_000)]
    public async Task What_was_kept_is_read_from_anywhere_and_lies_unreadable_on_the_disk(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var sha256 = await _files.Kept(bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), sha256);
        Assert.Equal(bytes, await _files.Read(sha256));
        if (length > 32)
            Assert.Equal(-1, File.ReadAllBytes(_disk.PathOf(sha256)).AsSpan().IndexOf(bytes.AsSpan(0, 32)));

        await using var stored = await _files.Open(sha256, default);
        Assert.Equal(length, stored.Length);
        foreach (var at in new[] { length - 1, 0, length / 2, Chunk, Chunk - 1 }.Where(a => a >= 0 && a < length))
        {
            stored.Position = at;
            var some = new byte[Math.Min(70_000, length - at)];
            await stored.ReadExactlyAsync(some);
            Assert.Equal(bytes.AsSpan(at, some.Length).ToArray(), some);
        }
    }

    [Fact]
    public async Task Only_the_chunks_that_are_read_are_opened()
    {
        var sha256 = await _files.Kept(new byte[10 * Chunk]);
        Change(sha256, file => file[SealedHeader.Length + 2 * SealedChunk.Size] ^= 1);
        await using var stored = await _files.Open(sha256, default);
        stored.Position = 5 * Chunk;
        await stored.ReadExactlyAsync(new byte[Chunk]);
        stored.Position = 2 * Chunk;
        await Assert.ThrowsAsync<DamagedFileException>(() => stored.ReadExactlyAsync(new byte[1]).AsTask());
    }

    public static TheoryData<string, Func<byte[], byte[]>> Harms =>
        new()
        {
            { "cut off in a chunk", f => f[..^1] },
            { "cut off behind a chunk", f => f[..(SealedHeader.Length + 2 * SealedChunk.Size)] },
            { "only the header", f => f[..SealedHeader.Length] },
            { "longer", f => [.. f, 0] },
            { "a bit of the header", f => At(f, 75) },
            { "a bit of the key's id", f => At(f, 12) },
            { "a bit of the tag", f => At(f, f.Length - 1) },
            { "two chunks exchanged", Exchange },
            { "a chunk twice", f => [.. f[..(SealedHeader.Length + SealedChunk.Size)], .. f[SealedHeader.Length..^SealedChunk.Size]] },
        };

    [Theory]
    [MemberData(nameof(Harms))]
    public async Task Whatever_is_done_to_a_stored_file_is_noticed(string _, Func<byte[], byte[]> harm)
    {
        var sha256 = await _files.Kept(RandomNumberGenerator.GetBytes(3 * Chunk));
        var path = _disk.PathOf(sha256);
        File.WriteAllBytes(path, harm(File.ReadAllBytes(path)));
        await Assert.ThrowsAnyAsync<Exception>(() => _files.Read(sha256));
        Assert.False(await Holds(sha256));
    }

    [Fact]
    public async Task A_whole_file_or_a_chunk_of_another_is_noticed()
    {
        var (one, other) = (await _files.Kept(RandomNumberGenerator.GetBytes(2 * Chunk)), await _files.Kept(new byte[2 * Chunk]));
        var bytes = File.ReadAllBytes(_disk.PathOf(other));
        Change(one, file => bytes.AsSpan(SealedHeader.Length, SealedChunk.Size).CopyTo(file.AsSpan(SealedHeader.Length)));
        await Assert.ThrowsAsync<DamagedFileException>(() => _files.Read(one));
        File.Copy(_disk.PathOf(other), _disk.PathOf(one), overwrite: true);
        await Assert.ThrowsAsync<DamagedFileException>(() => _files.Read(one));
    }

    [Fact]
    public async Task What_was_kept_before_there_were_keys_is_read_as_it_lies()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Directory.CreateDirectory(Path.GetDirectoryName(_disk.PathOf(sha256))!);
        File.WriteAllBytes(_disk.PathOf(sha256), bytes);
        Assert.Equal(bytes, await _files.Read(sha256));
        Assert.Null(await _files.KeyIdOf(sha256, default));
    }

    [Fact]
    public async Task Old_keys_still_read_and_everything_is_brought_under_the_new_one_in_as_many_runs_as_it_takes()
    {
        var (first, second) = (Keys("a", ("a", 1)), Keys("b", ("a", 1), ("b", 2)));
        var old = FileStores.In(_disk.Root, first);
        List<(string Sha256, byte[] Bytes)> all = [];
        for (var i = 0; i < 5; i++)
        {
            var bytes = RandomNumberGenerator.GetBytes(100_000 + i);
            all.Add((await old.Kept(bytes), bytes));
        }

        var plain = "plain"u8.ToArray();
        all.Add((Convert.ToHexStringLower(SHA256.HashData(plain)), plain));
        Directory.CreateDirectory(Path.GetDirectoryName(_disk.PathOf(all[^1].Sha256))!);
        File.WriteAllBytes(_disk.PathOf(all[^1].Sha256), plain);

        var files = FileStores.In(_disk.Root, second);
        foreach (var (sha256, bytes) in all)
            Assert.Equal(bytes, await files.Read(sha256));
        using (var cut = new CancellationTokenSource())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                new ReencryptFiles(files, _disk, second).Run(
                    done =>
                    {
                        if (done == 2)
                            cut.Cancel();
                    },
                    cut.Token
                )
            );
        }

        var (changed, broken) = await new ReencryptFiles(files, _disk, second).Run(_ => { }, default);
        Assert.Equal((4, 0), (changed, broken.Count));
        Assert.Equal(0, (await new ReencryptFiles(files, _disk, second).Run(_ => { }, default)).Changed);
        var onlyNew = FileStores.In(_disk.Root, Keys("b", ("b", 2)));
        foreach (var (sha256, bytes) in all)
            Assert.Equal(bytes, await onlyNew.Read(sha256));
        Assert.Empty(Directory.GetFiles(_disk.Incoming));
    }

    [Fact]
    public async Task A_damaged_file_is_left_as_it_is_and_told()
    {
        var sha256 = await FileStores.In(_disk.Root, Keys("a", ("a", 1))).Kept(new byte[100]);
        Change(sha256, file => file[^1] ^= 1);
        var before = File.ReadAllBytes(_disk.PathOf(sha256));
        var keys = Keys("b", ("a", 1), ("b", 2));
        var (changed, broken) = await new ReencryptFiles(FileStores.In(_disk.Root, keys), _disk, keys).Run(_ => { }, default);
        Assert.Equal(0, changed);
        Assert.StartsWith(sha256, Assert.Single(broken), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_disk.PathOf(sha256)));
    }

    [Theory]
    [InlineData(
        null,
        null,
        "Files:Keys:Current, the id of a key in Files:Keys:Ring:<id> (base64 of 32 bytes), is required outside Development."
    )]
    [InlineData("2", "1", "Files:Keys:Current is 2, but there is no Files:Keys:Ring:2.")]
    [InlineData("a b", "a b", "Files:Keys:Ring:a b: an id is 1 to 20 letters, digits or hyphens.")]
    public void Outside_development_a_key_is_required(string? current, string? id, string refusal)
    {
        var settings = new Dictionary<string, string?> { ["Files:Keys:Current"] = current };
        if (id is not null)
            settings[$"Files:Keys:Ring:{id}"] = Convert.ToBase64String(new byte[32]);
        Assert.Equal(refusal, Assert.Throws<SettingsException>(() => Keys(settings, "Production")).Message);
    }

    private static byte[] At(byte[] file, int at)
    {
        file[at] ^= 1;
        return file;
    }

    private static byte[] Exchange(byte[] file)
    {
        var (first, second) = (SealedHeader.Length, SealedHeader.Length + SealedChunk.Size);
        return
        [
            .. file[..first],
            .. file[second..(second + SealedChunk.Size)],
            .. file[first..second],
            .. file[(second + SealedChunk.Size)..],
        ];
    }

    private async Task<bool> Holds(string sha256)
    {
        try
        {
            return await _files.Holds(sha256, default);
        }
        catch (InvalidOperationException) // a key that is not in the ring
        {
            return false;
        }
    }

    private void Change(string sha256, Action<byte[]> change)
    {
        var file = File.ReadAllBytes(_disk.PathOf(sha256));
        change(file);
        File.WriteAllBytes(_disk.PathOf(sha256), file);
    }

    private static FileKeys Keys(string current, params (string Id, byte Fill)[] ring)
    {
        var settings = ring.ToDictionary(
            k => $"Files:Keys:Ring:{k.Id}",
            k => (string?)Convert.ToBase64String([.. Enumerable.Repeat(k.Fill, 32)])
        );
        settings["Files:Keys:Current"] = current;
        return Keys(settings, "Production");
    }

    private static FileKeys Keys(Dictionary<string, string?> settings, string environment) =>
        FileKeys.From(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            new HostingEnvironment { EnvironmentName = environment }
        );
}
