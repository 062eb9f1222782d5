using Domain.Cases;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.Extensions.Configuration;

namespace Infrastructure.Cases.Import;

/// <summary>The folder in which the trial system drops files of records (<c>Cases:Inbox</c>); null where it sends them by the API alone.</summary>
public sealed class CaseInboxFolder
{
    public CaseInboxFolder(IConfiguration configuration)
    {
        if (configuration["Cases:Inbox"] is not { Length: > 0 } folder)
            return;
        Root = Path.GetFullPath(folder);
        Lease = configuration.GetValue("Cases:InboxLease", Lease);
        Directory.CreateDirectory(Done);
    }

    public string? Root { get; }

    /// <summary>How long a host that said nothing keeps the folder to itself.</summary>
    public TimeSpan Lease { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Where a file goes when it is taken over, with its report.</summary>
    public string Done => Path.Combine(Root!, "done");

    /// <summary>Whole files only: they are written under another name, and renamed.</summary>
    public IEnumerable<string> Waiting() =>
        Root is null
            ? []
            : Directory
                .EnumerateFiles(Root)
                .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".jsonl" or ".zip")
                .Order(StringComparer.Ordinal);
}

/// <summary>
/// Takes over what lies in the folder, file by file in the order of their names; one host at a time. A file stays where it is until all of it
/// is taken over: who is killed in the middle begins it again, and what was taken over is there already.
/// </summary>
public sealed class CaseInbox(CourtDb db, CaseInboxFolder folder, TakeOverFile file)
{
    /// <returns>How many files were taken over.</returns>
    public async Task<int> Run(CancellationToken ct) => (await TakeOver(ct))?.Count ?? 0;

    /// <returns>What came of each file; null while another host is at the folder.</returns>
    public async Task<List<CaseImport>?> TakeOver(CancellationToken ct)
    {
        List<CaseImport> imports = [];
        if (!folder.Waiting().Any())
            return imports;
        return await new WorkerLeases(db).Alone("case-inbox", folder.Lease, TakeAll, ct) is null ? null : imports;

        async Task<int> TakeAll(Func<Task<bool>> keep)
        {
            foreach (var path in folder.Waiting().ToList())
                imports.Add(await file.Run(path, keep, ct));
            return imports.Count;
        }
    }
}
