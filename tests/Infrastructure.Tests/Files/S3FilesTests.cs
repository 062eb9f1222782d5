using System.Security.Cryptography;
using Domain.Attachments;
using Domain.Shared;
using Given;
using Infrastructure.Files;
using Infrastructure.Files.S3;
using Infrastructure.Files.Sealing;

namespace Infrastructure.Tests.Files;

/// <summary>Against s3rver, a server program of the protocol: parts, ranges, lists. Signatures it only reads; Amazon's examples hold them.</summary>
public sealed class S3FilesTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("court-s3-");
    private S3Server _server = null!;
    private S3Files _s3 = null!;
    private FileStore _files = null!;

    public async Task InitializeAsync()
    {
        _server = await S3Server.Start(Path.Combine(_folder.FullName, "bucket"));
        _s3 = S3Setup.Open(_server.Settings with { PartBytes = 5 * 1024 * 1024 });
        _files = FileStores.In(Path.Combine(_folder.FullName, "spool"), FileKeys.ForDevelopment, _s3);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    [InlineData(17_000_000)] // in four parts
    public async Task A_file_is_kept_read_from_anywhere_found_listed_and_deleted(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var sha256 = await _files.Kept(bytes);
        Assert.Equal(bytes, await _files.Read(sha256));
        await using (var stored = await _files.Open(sha256, default))
        {
            foreach (var at in new[] { length - 1, length / 2, 0 }.Where(a => a >= 0 && a < length))
            {
                stored.Position = at;
                var some = new byte[Math.Min(100, length - at)];
                await stored.ReadExactlyAsync(some);
                Assert.Equal(bytes.AsSpan(at, some.Length).ToArray(), some);
            }
        }

        Assert.Equal(sha256, Assert.Single(await Listed()).Name);
        Assert.InRange(
            (await _s3.Find(sha256, default))!.WrittenAt,
            DateTimeOffset.UnixEpoch,
            TimeProvider.System.GetUtcNow().AddMinutes(1)
        );
        await _s3.Delete(sha256, default);
        await _s3.Delete(sha256, default);
        Assert.Null(await _s3.Find(sha256, default));
        await Assert.ThrowsAsync<FileNotFoundException>(() => _files.Open(sha256, default));
    }

    [Fact]
    public async Task A_list_of_more_than_a_page_is_whole()
    {
        var path = Path.Combine(_folder.FullName, "one");
        await File.WriteAllTextAsync(path, "x");
        await Parallel.ForAsync(
            0,
            1_050,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, ct) => await _s3.Put($"{i:x64}", path, ct)
        );
        Assert.Equal(1_050, (await Listed()).DistinctBy(f => f.Name).Count());
    }

    [Fact]
    public async Task What_others_laid_into_the_bucket_is_not_listed()
    {
        var path = Path.Combine(_folder.FullName, "one");
        await File.WriteAllTextAsync(path, "x");
        await _s3.Put("readme.txt", path, default);
        await _s3.Put(new string('g', 64), path, default);
        Assert.Empty(await Listed());
    }

    [Fact]
    public async Task While_the_service_is_away_nothing_is_taken_in_or_lost_and_then_it_goes_on()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);
        var before = await _files.Kept(bytes);
        await _server.Stop();
        await using (var received = await _files.Receive(new MemoryStream([1, 2, 3]), default))
        {
            Assert.Equal("attachment.store_unavailable", (await Refused(() => received.Keep(default))).Code);
            Assert.Equal("attachment.store_unavailable", (await Refused(() => _files.Open(before, default))).Code);
            await Assert.ThrowsAsync<IOException>(() => _s3.Check(default));
            await _server.StartAgain();
            await received.Keep(default); // what was received is still there to be kept
        }

        await _s3.Check(default);
        Assert.Equal(bytes, await _files.Read(before));
        Assert.Equal(2, (await Listed()).Count);
    }

    [Fact]
    public async Task A_wrong_key_or_bucket_is_told()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            S3Setup.Open(_server.Settings with { AccessKey = "wrong" }).Find(new string('0', 64), default)
        );
        await Assert.ThrowsAsync<IOException>(() => S3Setup.Open(_server.Settings with { Bucket = "none" }).Check(default));
    }

    private static Task<RefusedException> Refused(Func<Task> act) => Assert.ThrowsAsync<RefusedException>(act);

    private async Task<List<StoredFile>> Listed()
    {
        List<StoredFile> all = [];
        await foreach (var file in _s3.List(default))
            all.Add(file);
        return all;
    }
}
