using System.Data;
using System.Data.Common;
using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.Tracing.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Infrastructure.Tracing;

/// <summary>
/// A page of records of one kind: their chains, and whether what is stored of them is what the chains sealed. Read past EF Core's objects,
/// since columns are sealed, and in one snapshot, so that a save in between looks like no break.
/// </summary>
/// <param name="areNeighbours">The ids of a page follow each other in the key, so that their rows are one stretch of it.</param>
internal sealed class RecordCheck(CourtDb db, ITraceMac mac, SealedRecord record, TraceFindings findings, bool areNeighbours)
{
    private readonly Dictionary<Guid, Checked> _page = [];

    /// <param name="ids">In the order of the table's key.</param>
    /// <returns>How many rows of the trace they have.</returns>
    public async Task<int> Run(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        foreach (var id in ids)
            _page[id] = new Checked(new TraceChain(mac));
        var rows = await Walk(ids, ct);
        await Read(snapshot, record.Table, "id", ids, ["version", "trace_hash"], CheckRecord, ct);
        foreach (var part in record.Parts)
            await Read(
                snapshot,
                part.Table,
                part.Parent.GetColumnName(),
                ids,
                [],
                (of, reader, columns) => CheckSeal(of, part.Table, reader, columns),
                ct
            );
        await snapshot.CommitAsync(ct);
        foreach (var (id, of) in _page)
            Tell(id, of);
        return rows;
    }

    private async Task<int> Walk(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var count = 0;
        var rows = db.Set<TraceRow>()
            .AsNoTracking()
            .Where(t => ids.Contains(t.SubjectId))
            .OrderBy(t => t.SubjectId)
            .ThenBy(t => t.Sequence);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            _page[row.SubjectId].Chain.Add(row);
            count++;
        }

        return count;
    }

    private void CheckRecord(Checked of, DbDataReader reader, IReadOnlyDictionary<string, int> columns)
    {
        of.IsThere = true;
        of.Name = record.Table.NameOf(reader, columns);
        of.Chain.End(reader.GetInt64(columns["version"]), reader.GetString(columns["trace_hash"]));
        CheckSeal(of, record.Table, reader, columns);
    }

    private static void CheckSeal(Checked of, SealedTable table, DbDataReader reader, IReadOnlyDictionary<string, int> columns)
    {
        var key = table.KeyOf(reader, columns);
        of.Seen.Add((table.Name, key));
        if (of.Chain.Last is null)
            return; // without any row: that is said already
        if (of.Chain.Find(table.Name, key) is not { } part)
            of.Problems.Add((of.Chain.Last?.Sequence ?? 1, $"{table.Name} {key}: no row of the trace speaks of it"));
        else if (part.Row.Hash != table.HashOf(reader, part.Row.Form, columns))
            of.Problems.Add((part.Sequence, $"{table.Name} {key}: is not as this row left it"));
    }

    private void Tell(Guid id, Checked of)
    {
        if (!of.IsThere)
            return; // gone since the page was made: the search for rows without a record names it
        var name = SealedRow.Called(of.Name, record.Table.Name, id);
        foreach (var problem in of.Chain.Breaks)
            findings.Add(name, problem.Sequence, problem.Problem);
        foreach (var (sequence, problem) in of.Problems)
            findings.Add(name, sequence, problem);
        foreach (var part in of.Chain.Sealed.Where(p => !p.Row.IsGone && !of.Seen.Contains((p.Row.Table, p.Row.Key))))
            findings.Add(name, part.Sequence, $"{part.Row.Table} {part.Row.Key}: is gone");
    }

    private async Task Read(
        IDbContextTransaction snapshot,
        SealedTable table,
        string owner,
        IReadOnlyList<Guid> ids,
        string[] more,
        Action<Checked, DbDataReader, IReadOnlyDictionary<string, int>> check,
        CancellationToken ct
    )
    {
        List<string> names = [.. table.Columns.Append(owner).Concat(more).Distinct()];
        var columns = names.Index().ToDictionary(c => c.Item, c => c.Index);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = snapshot.GetDbTransaction();
        command.CommandTimeout = (int)TimeSpan.FromMinutes(10).TotalSeconds;
        // Column names are the model's own; “from” is one of them.
        command.CommandText = $"""
            SELECT {string.Join(", ", names.Select(Quoted))} FROM {table.Name} WHERE {owner} {Among(command, ids)}
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (_page.TryGetValue(reader.GetGuid(columns[owner]), out var of))
                check(of, reader, columns);
        }
    }

    private string Among(DbCommand command, IReadOnlyList<Guid> ids)
    {
        List<Guid> named = areNeighbours ? [ids[0], ids[^1]] : [.. ids];
        foreach (var (at, id) in named.Index())
            Add(command, $"id{at}", id);
        return areNeighbours ? "BETWEEN @id0 AND @id1" : $"IN ({string.Join(", ", named.Select((_, at) => $"@id{at}"))})";
    }

    private string Quoted(string column) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(column);

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private sealed class Checked(TraceChain chain)
    {
        public TraceChain Chain { get; } = chain;
        public bool IsThere { get; set; }
        public string Name { get; set; } = "";
        public HashSet<(string Table, string Key)> Seen { get; } = [];
        public List<(long Sequence, string Problem)> Problems { get; } = [];
    }
}
