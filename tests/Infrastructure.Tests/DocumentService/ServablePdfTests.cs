using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Infrastructure.Tests.DocumentService;

/// <summary>What a clerk uploads and what the trial system hands over is what can be served.</summary>
public sealed class ServablePdfTests : IAsyncLifetime
{
    private const string Schemas = "http://schemas.openxmlformats.org";
    private readonly TestDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("servable-").FullName;
    private CourtData _data = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(
            _database.ConnectionString(),
            new StoppedClock(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero))
        );
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return _database.DisposeAsync();
    }

    [Fact]
    public async Task A_pdf_is_counted_and_kept_as_it_is_and_sending_it_again_changes_nothing()
    {
        var clerk = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division()));
        var (id, bytes) = (Guid.CreateVersion7(), await Pdf());
        var first = await Upload(id, "民事判决书.pdf", bytes, clerk);
        Assert.Equal(
            (1, "民事判决书.pdf", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))),
            (first.Pages!.Value, first.Name, first.Sha256)
        );
        Assert.Equal(first.Sha256, (await Upload(id, "民事判决书.pdf", bytes, clerk)).Sha256);
        var other = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division()));
        Assert.Equal(
            "service_document.id_reused",
            (await Assert.ThrowsAsync<RefusedException>(() => Upload(id, "民事判决书.pdf", bytes, other))).Code
        );
    }

    [Fact]
    public async Task What_is_encrypted_broken_or_no_document_is_refused()
    {
        var pdf = await Pdf();
        var (plain, locked) = (Path.Combine(_folder, "plain.pdf"), Path.Combine(_folder, "locked.pdf"));
        await File.WriteAllBytesAsync(plain, pdf);
        using (var qpdf = Process.Start("qpdf", ["--encrypt", "open", "own", "256", "--", plain, locked]))
            await qpdf.WaitForExitAsync();
        Assert.Equal("serving.pdf_encrypted", await Refused(await File.ReadAllBytesAsync(locked)));
        Assert.Equal("serving.pdf_unreadable", await Refused([.. "%PDF-1.7\nnothing more"u8]));
        Assert.Equal("serving.type_not_allowed", await Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]));
        Assert.Equal("attachment.empty", await Refused([]));
    }

    [Fact]
    public async Task A_word_file_becomes_a_pdf_where_the_conversion_is_installed_and_is_refused_where_not()
    {
        var word = Word();
        Assert.Equal("serving.no_word_conversion", await Refused(word, soffice: null));

        await File.WriteAllBytesAsync(Path.Combine(_folder, "made.pdf"), await Pdf());
        var soffice = await Script($"cp '{_folder}/made.pdf' \"$7/document.pdf\"");
        await using var made = (await Servable(soffice).Make(await Received(word), default)).Pdf;
        Assert.Equal(FileKind.Pdf, FileKind.Of(made.OpenRead()));

        Assert.Equal("serving.word_not_converted", await Refused(word, await Script("exit 1")));
        Assert.Equal("serving.word_not_converted", await Refused(word, await Script("sleep 600"), seconds: 1));
    }

    /// <summary>The program itself, where the machine has it: a recorded script cannot show that its options still mean the same.</summary>
    [Fact]
    public async Task LibreOffice_itself_makes_a_pdf_of_a_word_file()
    {
        if (WordToPdf.Find("soffice") is not { } soffice)
        {
            Console.WriteLine("SKIPPED: soffice is not installed, no Word file was converted");
            return;
        }

        var (pdf, pages) = await Servable(soffice).Make(await Received(WordSaying("送达回证")), default);
        await using (pdf)
            Assert.Equal((FileKind.Pdf, 1), (FileKind.Of(pdf.OpenRead()), pages));
    }

    [Fact]
    public async Task The_trial_systems_documents_are_taken_over_once_and_bad_entries_are_told_and_skipped()
    {
        var @case = await _data.Case();
        await File.WriteAllBytesAsync(Path.Combine(_folder, "a.pdf"), await Pdf());
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.pdf"), "no pdf");
        object[] entries =
        [
            Entry("T-1", CaseNumber.DisplayOf(@case.Number), "a.pdf"),
            Entry("T-2", "(2026)粤0104民初999999号", "a.pdf"),
            Entry("T-3", @case.Number, "../a.pdf"),
            Entry("T-4", @case.Number, "b.pdf"),
            Entry("T-5", @case.Number, "missing.pdf"),
            new { externalId = "T-6", kind = "poem" },
        ];
        await File.WriteAllTextAsync(
            Path.Combine(_folder, CaseDocumentImport.ManifestName),
            JsonSerializer.Serialize(new { documents = entries })
        );

        var first = await Import();
        Assert.Equal((1, 0, 5), (first.Taken, first.Known, first.Bad.Count));
        var taken = await _data.Use((CourtDb db) => db.Set<CaseDocument>().AsNoTracking().SingleAsync());
        Assert.Equal(
            (@case.Id, "T-1", DocumentKind.Judgment, "民事判决书", 1, new DateOnly(2026, 11, 19)),
            (taken.CaseId, taken.ExternalId, taken.Kind, taken.Title, taken.Pages, taken.SignedOffOn)
        );
        Assert.Equal((0, 1), ((await Import()) is var again ? (again.Taken, again.Known) : default));

        static object Entry(string id, string number, string file) =>
            new
            {
                externalId = id,
                caseNumber = number,
                kind = "judgment",
                title = "民事判决书",
                position = 1,
                file,
                signedOffOn = "2026-11-19",
            };
    }

    private Task<CaseDocumentImport.Result> Import() => _data.Use((CaseDocumentImport import) => import.Run(_folder, default));

    private async Task<byte[]> Pdf()
    {
        await using var bytes = await _data.Pdf() is var sha256
            ? await _data.Use((IFileStore files) => files.Open(sha256, default))
            : Stream.Null;
        using var copy = new MemoryStream();
        await bytes.CopyToAsync(copy);
        return copy.ToArray();
    }

    private Task<Attachment> Upload(Guid id, string name, byte[] bytes, Actor by) =>
        _data.Use((UploadServiceDocument upload) => upload.Handle(id, name, new MemoryStream(bytes), by, default));

    private async Task<string> Refused(byte[] bytes)
    {
        var clerk = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division()));
        return (await Assert.ThrowsAsync<RefusedException>(() => Upload(Guid.CreateVersion7(), "文书.pdf", bytes, clerk))).Code;
    }

    private async Task<string> Refused(byte[] bytes, string? soffice, int seconds = 60) =>
        (
            await Assert.ThrowsAsync<RefusedException>(async () => await Servable(soffice, seconds).Make(await Received(bytes), default))
        ).Code;

    private Task<ReceivedFile> Received(byte[] bytes) => _data.Use((IFileStore files) => files.Receive(new MemoryStream(bytes), default));

    private ServablePdf Servable(string? soffice, int seconds = 60)
    {
        Dictionary<string, string?> settings = new()
        {
            ["DocumentService:Soffice"] = soffice ?? Path.Combine(_folder, "none"),
            ["DocumentService:WordSeconds"] = $"{seconds}",
        };
        return _data
            .Use(
                (IFileStore files) =>
                    Task.FromResult(
                        new ServablePdf(files, new WordToPdf(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()))
                    )
            )
            .Result;
    }

    private async Task<string> Script(string body)
    {
        var path = Path.Combine(_folder, Guid.CreateVersion7().ToString("N"));
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>The least that Word itself would open.</summary>
    private static byte[] WordSaying(string words)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                "[Content_Types].xml",
                $"""
                <Types xmlns="{Schemas}/package/2006/content-types">
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                  <Override PartName="/word/document.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>
                """
            );
            Write(
                "_rels/.rels",
                $"""
                <Relationships xmlns="{Schemas}/package/2006/relationships">
                  <Relationship Id="r" Type="{Schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """
            );
            Write(
                "word/document.xml",
                $"""
                <w:document xmlns:w="{Schemas}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>
                """
            );

            void Write(string name, string xml)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(xml);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Word()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("word/document.xml");
        return bytes.ToArray();
    }
}
