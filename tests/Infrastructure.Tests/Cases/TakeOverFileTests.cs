using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Domain.Cases;
using Given;
using Infrastructure.Cases.Import;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Cases;

/// <summary>The trial system drops files of records in a folder.</summary>
public sealed class TakeOverFileTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("court-inbox-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_taken_over_with_a_report_of_what_was_not()
    {
        var data = await Open();
        var division = await data.Division();
        var records = Enumerable.Range(0, 450).Select(_ => TrialRecords.Of(division)).ToList();
        var lines = records.Select(Json).ToList();
        lines[10] = "{}";
        lines.Insert(20, "");
        lines[30] = new string('x', BoundedLines.MaxBytes + 10);
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.jsonl"), "\uFEFF" + string.Join("\r\n", lines));
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.jsonl.part"), "not whole yet");

        Assert.Equal(1, await data.Use((CaseInbox inbox) => inbox.Run(default)));

        var import = await data.Use((CourtDb db) => db.Set<CaseImport>().SingleAsync(i => i.Name == "b.jsonl"));
        Assert.Equal((448, 2, ""), (import.Created, import.Refused, import.Failure));
        Assert.Equal(import.Bytes, import.BytesDone);
        var faults = await data.Use((CourtDb db) => db.Set<CaseImportFault>().OrderBy(f => f.Line).ToListAsync());
        Assert.Equal([(11, RecordFaults.Missing), (31, RecordFaults.TooLong)], faults.Select(f => (f.Line, f.Code)));
        var done = Directory.GetFiles(Path.Combine(_folder, "done")).Select(Path.GetFileName).Order().ToList();
        Assert.Equal(2, done.Count);
        Assert.EndsWith("b.jsonl", done[0], StringComparison.Ordinal);
        Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(_folder, "done", done[1]!))).Length);
        Assert.True(File.Exists(Path.Combine(_folder, "a.jsonl.part")));
    }

    [Fact]
    public async Task A_zip_brings_the_files_of_main_volumes_along()
    {
        var data = await Open();
        var pdf = "%PDF-1.7\n起诉状"u8.ToArray();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf));
        var record = TrialRecords.Of(await data.Division()) with
        {
            Files = [new("f1", "起诉状", CaseFileKind.Complaint, 1, 1, 1) { Sha256 = hash }],
        };
        Zip(
            "c.zip",
            ("cases.jsonl", Encoding.UTF8.GetBytes(Json(record))),
            ($"files/{hash}.pdf", pdf),
            ($"files/{new string('0', 64)}.pdf", pdf)
        );

        await data.Use((CaseInbox inbox) => inbox.Run(default));

        var import = await data.Use((CourtDb db) => db.Set<CaseImport>().SingleAsync(i => i.Name == "c.zip"));
        Assert.Equal((1, 1, ""), (import.Created, import.Files, import.Failure));
        Assert.Equal(hash, (await data.Use((CourtDb db) => db.Set<CaseFile>().SingleAsync(f => f.ExpectedHash == hash))).Sha256);
    }

    [Fact]
    public async Task What_is_no_delivery_is_put_aside_with_its_reason()
    {
        var data = await Open();
        await File.WriteAllTextAsync(Path.Combine(_folder, "d.zip"), "no zip");
        Zip("e.zip", ("a.txt", "x"u8.ToArray()));
        Zip("f.zip", ("cases.jsonl", new byte[400 * 1024 * 1024]));
        var good = TrialRecords.Of(await data.Division());
        await File.WriteAllTextAsync(Path.Combine(_folder, "g.jsonl"), Json(good));

        Assert.Equal(4, await data.Use((CaseInbox inbox) => inbox.Run(default)));

        var failures = await data.Use((CourtDb db) => db.Set<CaseImport>().ToDictionaryAsync(i => i.Name, i => i.Failure));
        Assert.NotEqual("", failures["d.zip"]);
        Assert.Equal("压缩包里应当有而且只有一个 .jsonl 文件", failures["e.zip"]);
        Assert.Equal("压缩包解开后太大", failures["f.zip"]);
        Assert.Equal("", failures["g.jsonl"]);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task What_was_cut_off_begins_anew_and_doubles_nothing()
    {
        var data = await Open();
        var division = await data.Division();
        var records = Enumerable.Range(0, 700).Select(_ => TrialRecords.Of(division)).ToList();
        var path = Path.Combine(_folder, "h.jsonl");
        await File.WriteAllLinesAsync(path, records.Select(Json));
        var keeps = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            data.Use((TakeOverFile file) => (Task)file.Run(path, () => Task.FromResult(++keeps < 2), default))
        );
        Assert.True(File.Exists(path));

        Assert.Equal(1, await data.Use((CaseInbox inbox) => inbox.Run(default)));

        var import = await data.Use((CourtDb db) => db.Set<CaseImport>().SingleAsync(i => i.Name == "h.jsonl"));
        Assert.Equal((700, 0), (import.Lines, import.Refused));
        Assert.True(import.Unchanged > 0, "nothing had been taken over before");
        var keys = records.Select(r => CaseNumber.Read(r.Number!, 2026).CaseKey).ToList();
        Assert.Equal(700, await data.Use((CourtDb db) => db.Set<Case>().CountAsync(c => keys.Contains(c.Number))));
    }

    private Task<CourtData> Open() => CourtData.Open(database.ConnectionString(), settings: ("Cases:Inbox", _folder));

    private void Zip(string name, params (string Name, byte[] Bytes)[] entries)
    {
        using var zip = ZipFile.Open(Path.Combine(_folder, name), ZipArchiveMode.Create);
        foreach (var (entry, bytes) in entries)
        {
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(bytes);
        }
    }

    private static string Json(TrialRecord record) => JsonSerializer.Serialize(record, RecordJson.Options);
}
