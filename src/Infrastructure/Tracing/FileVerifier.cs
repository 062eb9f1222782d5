using System.Security.Cryptography;
using Domain.Attachments;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Infrastructure.Tracing;

/// <summary>
/// Whether the file store still holds, byte for byte, what rows name (<see cref="FileColumns"/>). In the order of the hashes, so that a file
/// that many rows name is read once, and only what a row still names is missed: what the sweep takes away, no row names any more.
/// </summary>
public sealed class FileVerifier(CourtDb db, IFileStore files)
{
    private const int PageSize = 1_000;
    private const int AtOnce = 2;

    /// <param name="findings">Gets what was found.</param>
    /// <param name="progress">Told the number of files compared, now and then.</param>
    public async Task Verify(TraceFindings findings, Action<long> progress, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        findings.CountFiles(0);
        var columns = FileColumns.Of(db.Model);
        var after = "";
        List<string> page;
        do
        {
            page = await Page(columns, after, ct);
            var problems = new string?[page.Count];
            await Parallel.ForAsync(
                0,
                page.Count,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
                async (i, stop) => problems[i] = await ProblemOf(page[i], stop)
            );
            foreach (var (i, problem) in problems.Index().Where(p => p.Item is not null))
            {
                foreach (var column in columns)
                    await Name(column, page[i], problem!, findings, ct);
            }

            progress(findings.CountFiles(page.Count));
            after = page.LastOrDefault("");
        } while (page.Count == PageSize);
    }

    /// <summary>The next hashes that any row names: of each column the first by its index, of those the first.</summary>
    private Task<List<string>> Page(IReadOnlyList<FileColumn> columns, string after, CancellationToken ct)
    {
        // Tables and columns are the model's own names.
        const string some = "OFFSET 0 ROWS FETCH NEXT {1} ROWS ONLY";
        var each = columns.Select(
            (c, i) =>
                $"SELECT f{i}.file FROM (SELECT DISTINCT {c.Name} AS file FROM {c.Table.Name} WHERE {c.Name} > {{0}} ORDER BY file {some}) f{i}"
        );
        var sql = $"SELECT f.file AS \"Value\" FROM ({string.Join(" UNION ", each)}) f ORDER BY f.file {some}";
        return db.Database.SqlQueryRaw<string>(sql, after, PageSize).ToListAsync(ct);
    }

    /// <returns>Null when the bytes are those of the name.</returns>
    private async Task<string?> ProblemOf(string sha256, CancellationToken ct)
    {
        try
        {
            await using var bytes = await files.Open(sha256, ct);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) == sha256 ? null : "was changed";
        }
        catch (FileNotFoundException)
        {
            return "is missing";
        }
        catch (DamagedFileException)
        {
            return "was changed";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or RefusedException)
        {
            return $"cannot be read ({e.Message})";
        }
    }

    /// <summary>Every row that names the file; none when it was given back meanwhile, and then nothing is missing.</summary>
    private async Task Name(FileColumn column, string sha256, string problem, TraceFindings findings, CancellationToken ct)
    {
        foreach (var (name, key, subject) in await RowsOf(column, sha256, ct))
        {
            var newest = subject is { } id
                ? await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).LastOrDefaultAsync(ct)
                : null;
            var called = newest?.Called() ?? (name.Length > 0 ? name : $"{column.Table.Name} {key}");
            findings.Add(called, newest?.Sequence ?? 0, $"{column.Table.Name} {key}: its file {sha256} ({column.Name}) {problem}");
        }
    }

    private async Task<List<(string Name, string Key, Guid? Subject)>> RowsOf(FileColumn column, string sha256, CancellationToken ct)
    {
        List<string> names = [.. column.Table.Naming.Append(column.Subject).OfType<string>().Distinct()];
        var columns = names.Index().ToDictionary(c => c.Item, c => c.Index);
        var quote = db.GetService<ISqlGenerationHelper>();
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"""
            SELECT {string.Join(", ", names.Select(quote.DelimitIdentifier))} FROM {column.Table.Name} WHERE {column.Name} = @file
            """;
        var file = command.CreateParameter();
        (file.ParameterName, file.Value) = ("file", sha256);
        command.Parameters.Add(file);
        List<(string, string, Guid?)> rows = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var subject = column.Subject is { } parent && !reader.IsDBNull(columns[parent]) ? reader.GetGuid(columns[parent]) : (Guid?)null;
            rows.Add((column.Table.NameOf(reader, columns), column.Table.KeyOf(reader, columns), subject));
        }

        return rows;
    }
}
