using Domain.Attachments;
using Domain.Shared;
using Infrastructure.Files.Sealing;

namespace Infrastructure.Files;

/// <summary>
/// Brings every stored file under the current key, those that lie plain too, while the hosts run. What is done says so itself: a run that
/// was cut off is simply begun again.
/// </summary>
public sealed class ReencryptFiles(FileStore files, IStorage storage, FileKeys keys)
{
    /// <param name="progress">Told how many were changed after each one.</param>
    /// <returns>How many were changed, and what is wrong with those that were left as they are.</returns>
    public async Task<(int Changed, IReadOnlyList<string> Broken)> Run(Action<int> progress, CancellationToken ct)
    {
        var changed = 0;
        List<string> broken = [];
        await foreach (var file in storage.List(ct))
        {
            try
            {
                if (await files.KeyIdOf(file.Name, ct) == keys.Current.Id)
                    continue;
                await Reencrypt(file.Name, ct);
                progress(++changed);
            }
            catch (FileNotFoundException)
            {
                // Swept meanwhile.
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or RefusedException)
            {
                broken.Add($"{file.Name}: {e.Message}");
            }
        }

        return (changed, broken);
    }

    private async Task Reencrypt(string sha256, CancellationToken ct)
    {
        await using var plain = await files.Open(sha256, ct);
        await using var received = await files.Receive(plain, long.MaxValue, ct);
        if (received.Sha256 != sha256)
            throw new DamagedFileException("It was changed.");
        await received.Keep(ct);
    }
}
