using System.IO.Compression;
using System.Text;
using Domain.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace MiniProgramApi.Tests;

/// <summary>What may not come in, by the door it comes through.</summary>
[Collection(ApiTest.Name)]
public sealed class HarmfulFileTests(ApiHost host)
{
    private static readonly byte[] s_eicar = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    );

    [Fact]
    public async Task A_document_with_macros_is_refused_by_its_code()
    {
        var phone = await host.SignedInByWeChat();
        foreach (var part in new[] { "word/vbaProject.bin", "word/VBAPROJECT.BIN", "elsewhere/vbaProject.bin" })
            (await phone.Upload(Guid.CreateVersion7(), Package("word/document.xml", part), "起诉状.docx")).IsRefused(
                415,
                "attachment.macros"
            );
        (await phone.Upload(Guid.CreateVersion7(), Package("xl/workbook.xml", "xl/vbaProject.bin"), "表.xlsm")).IsRefused(
            415,
            "attachment.macros"
        );
        (await phone.Upload(Guid.CreateVersion7(), Compound("WordDocument", "_VBA_PROJECT"), "起诉状.doc")).IsRefused(
            415,
            "attachment.macros"
        );
        (await phone.Upload(Guid.CreateVersion7(), Compound("WordDocument"), "起诉状.doc")).Is(201);
        (await phone.Upload(Guid.CreateVersion7(), Package("word/document.xml"), "起诉状.docx")).Is(201);
    }

    /// <summary>Office goes by the types of parts and of relations, whatever the part is called.</summary>
    [Theory]
    [InlineData(
        "word/_rels/document.xml.rels",
        "<Relationships><Relationship Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"macros.bin\"/></Relationships>"
    )]
    [InlineData("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")]
    [InlineData(
        "word/_rels/settings.xml.rels",
        "<Relationships><Relationship TargetMode=\"External\" Target=\"http://evil.example/t.dotm\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\"/></Relationships>"
    )]
    public async Task Macros_under_another_name_are_refused(string part, string xml)
    {
        var phone = await host.SignedInByWeChat();
        byte[] file = Package(("word/document.xml", "<x/>"u8.ToArray()), (part, Encoding.UTF8.GetBytes(xml)));
        (await phone.Upload(Guid.CreateVersion7(), file, "起诉状.docx")).IsRefused(415, "attachment.macros");
        file = Package(("word/document.xml", "<x/>"u8.ToArray()), ("word/macros.bin", Compound("_VBA_PROJECT")));
        (await phone.Upload(Guid.CreateVersion7(), file, "起诉状.docx")).IsRefused(415, "attachment.macros");
    }

    [Theory]
    [InlineData("word/document.xml", "起诉状.docx")]
    [InlineData("xl/worksheets/sheet1.xml", "表.xlsx")]
    [InlineData("ppt/slides/slide1.xml", "讲稿.pptx")]
    public async Task A_small_file_that_unpacks_to_a_huge_one_is_refused(string part, string name)
    {
        var phone = await host.SignedInByWeChat();
        var file = Package(("word/document.xml", "<x/>"u8.ToArray()), (part + "1", new byte[65 * 1024 * 1024]));
        Assert.True(file.Length < 100_000);
        (await phone.Upload(Guid.CreateVersion7(), file, name)).IsRefused(413, "attachment.unpacks_too_large");
        file = Package(("word/document.xml", "<x/>"u8.ToArray()), ("word/embeddings/a.docx", file));
        (await phone.Upload(Guid.CreateVersion7(), file, name)).IsRefused(413, "attachment.unpacks_too_large");
        file = Package([.. Enumerable.Range(0, 5).Select(i => ($"{part}{i}", new byte[60 * 1024 * 1024]))]);
        (await phone.Upload(Guid.CreateVersion7(), file, name)).IsRefused(413, "attachment.unpacks_too_large");
    }

    [Fact]
    public async Task A_package_that_lies_about_the_size_of_a_part_is_refused()
    {
        var phone = await host.SignedInByWeChat();
        var file = Package(("word/document.xml", new byte[600_000]));
        var size = BitConverter.GetBytes(600_000);
        for (var at = 0; (at = file.AsSpan().IndexOf(size)) >= 0; )
            BitConverter.GetBytes(1_000).CopyTo(file, at);
        (await phone.Upload(Guid.CreateVersion7(), file, "起诉状.docx")).IsRefused(422, "attachment.damaged");
    }

    [Fact]
    public async Task A_document_with_a_file_put_into_it_whole_is_refused_and_one_with_a_worksheet_or_an_equation_is_not()
    {
        var phone = await host.SignedInByWeChat();
        (await phone.Upload(Guid.CreateVersion7(), With(Compound("\u0001CompObj", "\u0001Ole10Native")), "起诉状.docx")).IsRefused(
            415,
            "attachment.embedded_file"
        );
        (await phone.Upload(Guid.CreateVersion7(), Compound("WordDocument", "\u0001Ole10Native"), "起诉状.doc")).IsRefused(
            415,
            "attachment.embedded_file"
        );
        (await phone.Upload(Guid.CreateVersion7(), With(Compound("\u0001CompObj", "Equation Native")), "起诉状.docx")).Is(201);
        (await phone.Upload(Guid.CreateVersion7(), With(Compound("\u0001CompObj", "Workbook")), "起诉状.docx")).Is(201);

        static byte[] With(byte[] embedded) =>
            Package(("word/document.xml", "<x/>"u8.ToArray()), ("word/embeddings/oleObject1.bin", embedded));
    }

    [Fact]
    public async Task The_test_virus_is_refused_when_it_is_packed_too()
    {
        var phone = await host.SignedInByWeChat();
        var file = Package(("word/document.xml", "<x/>"u8.ToArray()), ("word/media/a.txt", s_eicar));
        (await phone.Upload(Guid.CreateVersion7(), file, "证据.docx")).IsRefused(415, "attachment.infected");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64 * 1024 - 30)]
    [InlineData(64 * 1024 + 40)]
    public async Task The_test_virus_is_refused_wherever_it_lies(int behind)
    {
        var phone = await host.SignedInByWeChat();
        byte[] file = [.. "%PDF-1.7\n"u8, .. new byte[behind], .. s_eicar, .. "\n%%EOF"u8];
        (await phone.Upload(Guid.CreateVersion7(), file, "证据.pdf")).IsRefused(415, "attachment.infected");
        (await phone.Upload(Guid.CreateVersion7(), s_eicar, "eicar.com")).IsRefused(415, "attachment.infected");
    }

    [Fact]
    public async Task What_the_scanner_finds_is_refused_and_without_a_verdict_nothing_is_taken()
    {
        foreach (
            var (verdict, status, code) in new[]
            {
                (ScanVerdict.Infected, 415, "attachment.infected"),
                (ScanVerdict.Unavailable, 503, "attachment.scan_unavailable"),
            }
        )
        {
            var api = host.AnotherWith(s => s.AddSingleton<IFileScanner>(new Says(verdict)));
            var phone = await host.SignedInByWeChat(on: api);
            (await phone.Upload(Guid.CreateVersion7(), Samples.Png())).IsRefused(status, code);
        }
    }

    [Fact]
    public async Task Who_has_not_said_who_it_is_uploads_and_writes_so_much_a_day()
    {
        var api = host.Another(null, ("Unverified:UploadsADay", "2"), ("Unverified:MessagesADay", "2"));
        var phone = await host.SignedInByWeChat(on: api);
        var (first, picture) = (Guid.CreateVersion7(), Samples.Png());
        (await phone.Upload(first, picture)).Is(201);
        (await phone.Upload(Guid.CreateVersion7(), Samples.Png())).Is(201);
        (await phone.Upload(Guid.CreateVersion7(), Samples.Png())).IsRefused(429, "litigant.too_many_uploads");
        (await phone.Upload(first, picture)).Is(200); // the same again is the same

        var sent = Guid.CreateVersion7();
        (await Leave(phone, sent)).Is(201);
        (await Leave(phone, Guid.CreateVersion7())).Is(201);
        (await Leave(phone, Guid.CreateVersion7())).IsRefused(429, "litigant.too_many_messages");
        (await Leave(phone, sent)).Is(200);

        var verified = await host.SignedIn(await host.Data.Litigant(), api);
        for (var i = 0; i < 3; i++)
            (await verified.Upload(Guid.CreateVersion7(), Samples.Png())).Is(201);
    }

    private async Task<Answer> Leave(Phone phone, Guid id) =>
        await phone.Post(
            "/work-orders",
            new
            {
                id,
                category = "suggestion",
                text = "台阶太高。",
                courtId = (await host.Data.Court()).Id,
            }
        );

    private static byte[] Package(params string[] parts) => Package([.. parts.Select(p => (p, "x"u8.ToArray()))]);

    private static byte[] Package(params (string Name, byte[] Bytes)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A header, then a sector of directory entries of 128 bytes.</summary>
    private static byte[] Compound(params string[] streams)
    {
        var file = new byte[2048];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        for (var i = 0; i < streams.Length; i++)
            Encoding.Unicode.GetBytes(streams[i]).CopyTo(file, 1024 + i * 128);
        return file;
    }

    private sealed class Says(ScanVerdict verdict) : IFileScanner
    {
        public Task<ScanVerdict> Scan(Stream bytes, CancellationToken ct) => Task.FromResult(verdict);
    }
}
