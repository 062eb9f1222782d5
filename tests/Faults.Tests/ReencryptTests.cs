using System.Security.Cryptography;
using Given;
using Infrastructure.Files;

namespace Faults.Tests;

/// <summary>The command that brings stored files under the current key, as a process.</summary>
public sealed class ReencryptTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Plain_files_and_those_of_a_former_key_are_brought_under_the_current_one_once()
    {
        var folder = Directory.CreateTempSubdirectory("court-reencrypt-").FullName;
        var plain = RandomNumberGenerator.GetBytes(300_000);
        var disk = new DiskFiles(folder);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(plain));
        Directory.CreateDirectory(Path.GetDirectoryName(disk.PathOf(sha256))!);
        await File.WriteAllBytesAsync(disk.PathOf(sha256), plain);
        var former = await FileStores.In(folder).Kept([1, 2, 3]);

        var (code, said) = await Portal(folder).Run("migrate");
        Assert.True(code == 0, said);
        (code, said) = await Portal(folder).Run("reencrypt-files");
        Assert.True(code == 0, said);
        Assert.Equal(-1, File.ReadAllBytes(disk.PathOf(sha256)).AsSpan().IndexOf(plain.AsSpan(0, 64)));
        Assert.Equal("new", await FileStores.In(folder).KeyIdOf(former, default));
        (code, said) = await Portal(folder).Run("reencrypt-files");
        Assert.True(code == 0, said);
        Assert.Contains("0 files encrypted anew", said, StringComparison.Ordinal);

        var damaged = await File.ReadAllBytesAsync(disk.PathOf(former));
        damaged[^1] ^= 1;
        await File.WriteAllBytesAsync(disk.PathOf(former), damaged);
        (code, said) = await Portal(folder, current: "newer").Run("reencrypt-files");
        Assert.Equal(1, code);
        Assert.Contains(former, said, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private HostProcess Portal(string files, string current = "new") =>
        new(
            "Portal",
            new Dictionary<string, string>
            {
                ["ConnectionStrings__Court"] = database.ConnectionString(),
                ["Files__Root"] = files,
                ["Files__Keys__Current"] = current,
                ["Files__Keys__Ring__new"] = Convert.ToBase64String(new byte[32]),
                ["Files__Keys__Ring__newer"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),
                ["Files__Keys__Ring__development"] = Convert.ToBase64String(SHA256.HashData("only for development: files"u8)),
            }
        );
}
