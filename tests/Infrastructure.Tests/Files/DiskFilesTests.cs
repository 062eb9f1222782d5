using System.Security.Cryptography;
using Domain.Attachments;
using Domain.Shared;
using Given;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tests.Files;

public sealed class DiskFilesTests : IDisposable
{
    private readonly DiskFiles _disk = new(Path.Combine(Path.GetTempPath(), $"court-files-{Guid.CreateVersion7()}"));
    private readonly FileStore _files;

    public DiskFilesTests() => _files = FileStores.In(_disk.Root);

    public void Dispose() => Directory.Delete(_disk.Root, recursive: true);

    [Fact]
    public async Task A_kept_file_lies_under_its_hash_and_nothing_is_left_behind()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        string sha256;
        await using (var received = await _files.Receive(new MemoryStream(bytes), default))
        {
            Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (received.Size, received.Sha256));
            await received.Keep(default);
            sha256 = received.Sha256;
        }

        await using var kept = await _files.Open(sha256, default);
        using var copy = new MemoryStream();
        await kept.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Empty(Directory.GetFiles(_disk.Incoming));
    }

    [Fact]
    public async Task A_file_not_kept_is_gone()
    {
        string sha256;
        await using (var received = await _files.Receive(new MemoryStream([1, 2, 3]), default))
            sha256 = received.Sha256;
        Assert.False(File.Exists(_disk.PathOf(sha256)));
        Assert.Empty(Directory.GetFiles(_disk.Incoming));
    }

    [Fact]
    public async Task A_stream_that_breaks_or_never_ends_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => _files.Receive(new Source(breaksAfter: 200_000), default));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _files.Receive(new Source(breaksAfter: long.MaxValue), default));
        Assert.Equal("attachment.too_large", refused.Code);
        Assert.Empty(Directory.GetFiles(_disk.Incoming));
    }

    [Fact]
    public async Task The_same_bytes_twice_are_one_file()
    {
        var kept = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    await using var received = await _files.Receive(new MemoryStream([.. "同样的"u8]), default);
                    await received.Keep(default);
                    return received.Sha256;
                })
        );
        Assert.Single(kept.Distinct());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_disk.PathOf(kept[0]))!));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public Task Only_a_hash_names_a_file(string name) => Assert.ThrowsAsync<ArgumentException>(() => _files.Open(name, default));

    private sealed class Source(long breaksAfter) : Stream
    {
        private long _given;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => _given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_given > breaksAfter)
                throw new IOException("the phone lost its network");
            _given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

public sealed class FileSweepTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_a_crash_left_and_what_no_row_names_is_swept_and_the_rest_stays()
    {
        var root = Path.Combine(Path.GetTempPath(), $"court-sweep-{Guid.CreateVersion7()}");
        var data = await CourtData.Open(database.ConnectionString());
        var files = new DiskFiles(root);
        var litigant = await data.Litigant();
        var named = await Keep(files, "named"u8.ToArray());
        await data.Use(
            async (CourtDb db) =>
            {
                db.Set<Attachment>()
                    .Add(
                        new Attachment
                        {
                            Id = Guid.CreateVersion7(),
                            UploadedById = litigant.Id,
                            Name = "a.png",
                            ContentType = "image/png",
                            Size = 5,
                            Sha256 = Path.GetFileName(named),
                        }
                    );
                await db.SaveChangesAsync();
            }
        );
        var (unnamed, fresh) = (await Keep(files, "unnamed"u8.ToArray()), await Keep(files, "fresh"u8.ToArray()));
        var (rest, arriving) = (Path.Combine(files.Incoming, "rest"), Path.Combine(files.Incoming, "arriving"));
        foreach (var path in new[] { rest, arriving })
            await File.WriteAllTextAsync(path, "half");
        var aside = Path.Combine(files.Incoming, $"aside-{Guid.CreateVersion7():N}-{Path.GetFileName(named)}");
        File.Move(named, aside); // whoever took it away died before it was put back
        foreach (var old in new[] { aside, unnamed, rest })
            File.SetLastWriteTimeUtc(old, File.GetLastWriteTimeUtc(old).AddDays(-2));

        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" });
        builder.Configuration["ConnectionStrings:Court"] = database.ConnectionString();
        builder.Configuration["Files:Root"] = root;
        await builder.AddCourtDb(new PostgreSqlEngine());
        using (var host = builder.Build())
        {
            await host.StartAsync();
            await Wait.Until("the sweep has run", () => !File.Exists(unnamed) && !File.Exists(rest) && !File.Exists(aside));
            await host.StopAsync();
        }

        Assert.True(File.Exists(named) && File.Exists(fresh) && File.Exists(arriving));
        Directory.Delete(root, recursive: true);
    }

    private static async Task<string> Keep(DiskFiles files, byte[] bytes)
    {
        await using var received = await FileStores.In(files.Root).Receive(new MemoryStream(bytes), default);
        await received.Keep(default);
        return files.PathOf(received.Sha256);
    }
}
