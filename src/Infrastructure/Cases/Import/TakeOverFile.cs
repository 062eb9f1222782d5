using System.Text.Json;
using Domain.Cases;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Cases.Import;

/// <summary>One file of records, with a row that shows how far it is and a report of every line that was not simply taken over.</summary>
public sealed class TakeOverFile(IServiceScopeFactory scopes, CaseInboxFolder folder, TimeProvider clock)
{
    private const string Report = ".report.jsonl";

    /// <summary>Two at a time: while one waits for the database, the other reads and compares.</summary>
    private const int AtOnce = 2;

    private static readonly JsonSerializerOptions s_report = new(RecordJson.Options)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="keep">Keeps the right to go on; false when another host has taken it.</param>
    public async Task<CaseImport> Run(string path, Func<Task<bool>> keep, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        var import = await Begin(name, path, ct);
        var report = path + Report + ".part";
        List<CaseImportFault> faults = [];
        try
        {
            using var file = InboxFile.Open(path);
            await using var told = new StreamWriter(report, append: false);
            await TakeLines(file, import, faults, told, keep, ct);
            await TakePdfs(file, import, told, keep, ct);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            import.Failure = e.Message.Length > CaseImport.FailureMaxLength ? e.Message[..CaseImport.FailureMaxLength] : e.Message;
        }

        await End(import, faults, ct);
        var done = Path.Combine(folder.Done, $"{import.BegunAt:yyyyMMddHHmmssfff}-{name}");
        if (File.Exists(report))
            File.Move(report, done + Report, overwrite: true);
        if (faults.Exists(f => f.Code == RecordFaults.Secret))
            File.Delete(path); // nothing of a secret case is kept
        else
            File.Move(path, done, overwrite: true);
        return import;
    }

    /// <summary>Behind the records: what none of them names is not kept.</summary>
    private async Task TakePdfs(InboxFile file, CaseImport import, StreamWriter told, Func<Task<bool>> keep, CancellationToken ct)
    {
        foreach (var (sha256, open) in file.Pdfs())
        {
            if (!await keep())
                throw new InvalidOperationException("Another host has taken over the folder.");
            await using var scope = scopes.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<CourtDb>().Set<CaseFile>().AnyAsync(f => f.ExpectedHash == sha256, ct))
            {
                await Tell(
                    told,
                    new { file = $"{sha256}.pdf", fault = new RecordFault(RecordFaults.FileUnnamed, "", "没有案件写明这份文件") }
                );
                continue;
            }

            await using var bytes = open();
            var fault = await scope.ServiceProvider.GetRequiredService<KeepCaseFile>().Handle(sha256, bytes, ct);
            if (fault is null)
                import.Files++;
            else
                await Tell(told, new { file = $"{sha256}.pdf", fault });
        }
    }

    private async Task TakeLines(
        InboxFile file,
        CaseImport import,
        List<CaseImportFault> faults,
        StreamWriter told,
        Func<Task<bool>> keep,
        CancellationToken ct
    )
    {
        Queue<(Task<IReadOnlyList<RecordAnswer>> Answers, long End)> running = [];
        await foreach (var (lines, end) in Chunks(file.Lines(), ct))
        {
            running.Enqueue((TakeOver(lines, ct), end));
            if (running.Count == AtOnce)
                await Finish(running.Dequeue());
        }

        while (running.TryDequeue(out var last))
            await Finish(last);

        async Task Finish((Task<IReadOnlyList<RecordAnswer>> Answers, long End) chunk)
        {
            foreach (var answer in await chunk.Answers)
            {
                import.Count(answer);
                if (answer.Faults.Count + answer.Warnings.Count == 0)
                    continue;
                await Tell(told, answer);
                if (faults.Count < CaseImportFault.Most || answer.Faults.Any(f => f.Code == RecordFaults.Secret))
                    faults.Add(CaseImportFault.Of(import.Id, answer));
            }

            import.BytesDone = chunk.End;
            await Save(import, ct);
            if (!await keep())
                throw new InvalidOperationException("Another host has taken over the folder.");
        }
    }

    private static async IAsyncEnumerable<(List<RecordLine> Lines, long End)> Chunks(
        Stream stream,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        List<RecordLine> chunk = [];
        var end = 0L;
        await foreach (var line in BoundedLines.Read(stream, ct))
        {
            end = line.End;
            chunk.Add(
                line.Bytes is { } json
                    ? RecordJson.Read(json, line.Number)
                    : new RecordLine(line.Number, null, new(RecordFaults.TooLong, "", $"一行超过 {BoundedLines.MaxBytes >> 20} MB"))
            );
            if (chunk.Count < TakeOverCases.MostAtOnce)
                continue;
            yield return (chunk, end);
            chunk = [];
        }

        if (chunk.Count > 0)
            yield return (chunk, end);
    }

    /// <summary>Not waiting for the disk: the file stays until the row of the import, which does wait, says that it ended.</summary>
    private async Task<IReadOnlyList<RecordAnswer>> TakeOver(List<RecordLine> lines, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        await db.Database.OpenConnectionAsync(ct);
        await db.DoNotWaitForDisk(ct);
        return await scope.ServiceProvider.GetRequiredService<TakeOverCases>().Handle(lines, RecordSender.Folder, ct);
    }

    /// <summary>Cut off before: the same row begins anew.</summary>
    private async Task<CaseImport> Begin(string name, string path, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        await db.Set<CaseImport>().Where(i => i.Name == name && i.EndedAt == null).ExecuteDeleteAsync(ct);
        var import = new CaseImport
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = name.Length > CaseImport.NameMaxLength ? name[..CaseImport.NameMaxLength] : name,
            BegunAt = clock.GetUtcNow(),
            Bytes = new FileInfo(path).Length,
        };
        db.Set<CaseImport>().Add(import);
        await db.SaveChangesAsync(ct);
        return import;
    }

    private async Task Save(CaseImport import, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        db.Set<CaseImport>().Update(import);
        db.Hint(import.Id, CaseInboxTopics.Imports);
        await db.SaveChangesAsync(ct);
    }

    private async Task End(CaseImport import, List<CaseImportFault> faults, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        import.EndedAt = clock.GetUtcNow();
        db.Set<CaseImport>().Update(import);
        db.Set<CaseImportFault>().AddRange(faults.DistinctBy(f => f.Line));
        db.Hint(import.Id, CaseInboxTopics.Imports);
        await db.SaveChangesAsync(ct);
    }

    private static Task Tell(StreamWriter told, object what) => told.WriteLineAsync(JsonSerializer.Serialize(what, s_report));
}

public static class CaseInboxTopics
{
    /// <summary>The page of imports.</summary>
    public const string Imports = "case-imports";
}
