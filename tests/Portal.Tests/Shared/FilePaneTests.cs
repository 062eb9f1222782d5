using Bunit;
using Domain.Attachments;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Shared.Panes;

namespace Portal.Tests.Shared;

public sealed class FilePaneTests(TestDatabase database) : DeskTest(database)
{
    private static readonly byte[] s_pdf = "%PDF-1.4\n%%EOF\n"u8.ToArray();
    private FileComparison? _compared;

    [Fact]
    public async Task A_document_is_turned_page_by_page_and_can_be_made_larger()
    {
        var me = await Somebody(Role.Judge);
        var file = await Uploaded(me, "上诉状.pdf", s_pdf);
        await Made(file, FileKind.Pdf, pages: 3);
        var page = Opened(me, As(file, "上诉状"));
        page.WaitForAssertion(() => Assert.Equal($"/files/{file.Id}/preview/pages/1", page.Find(".c-sheet img").GetAttribute("src")));
        Assert.Equal(3, page.FindAll(".c-thumbs button").Count);
        await On(page, "[data-key=PageDown]", b => b.Click());
        Assert.Equal($"/files/{file.Id}/preview/pages/2", page.Find(".c-sheet img").GetAttribute("src"));
        Assert.Contains("第 2 / 3 页", page.Markup, StringComparison.Ordinal);
        await On(page, "[aria-label=旋转]", b => b.Click());
        await On(page, "[aria-label=放大]", b => b.Click());
        Assert.Contains("* 1.25);aspect-ratio:1414/1000", page.Find(".c-sheet").GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains("rotate(90deg)", page.Find(".c-sheet img").GetAttribute("style"), StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("", _compared?.WhyNot));
    }

    [Fact]
    public async Task Pictures_of_one_thing_are_a_wall_from_which_one_is_enlarged()
    {
        var me = await Somebody(Role.Judge);
        var (first, second) = (await Data.UploadedPaper(me), await Data.UploadedPaper(me));
        var paper = await Uploaded(me, "申请书.pdf", s_pdf);
        await Made(first, FileKind.Png, pages: 1);
        var page = Opened(me, As(first, "缴费单"), As(second, "缴费单"), As(paper, "申请书"));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".c-wall img").Count));
        Assert.Equal(["缴费单", "申请书"], page.FindAll(".c-media b").Select(b => b.TextContent.Trim()));
        await On(page, ".c-wall button:nth-child(2)", b => b.Click());
        Assert.Equal($"/files/{second.Id}/preview/pages/1", page.Find(".c-sheet img").GetAttribute("src"));
        await On(page, $"[data-open='{paper.Id}']", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("正在生成预览", page.Find(".stage").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recording_is_played_from_where_its_parts_lie()
    {
        var me = await Somebody(Role.Judge);
        var file = await Uploaded(me, "单位说明.mp3", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0]);
        await Made(file, FileKind.Mp3, pages: 0);
        var page = Opened(me, As(file, "单位说明"));
        page.WaitForAssertion(() => Assert.Equal($"/files/{file.Id}/preview/media", page.Find("audio").GetAttribute("src")));
        Assert.Empty(page.FindAll("[aria-label=放大]"));
    }

    [Fact]
    public async Task What_is_not_what_the_submitter_sent_cannot_be_decided_on_and_is_not_their_fault()
    {
        var me = await Somebody(Role.Judge);
        var file = await Uploaded(me, "合同扫描.pdf", s_pdf);
        var page = Opened(me, As(file, "合同") with { Sha256 = new string('0', 64) });
        page.WaitForAssertion(() => Assert.Contains("这不怪提交人", page.Find(".c-note.bad").TextContent, StringComparison.Ordinal));
        Assert.Equal(["00000000…00000000", FileFingerprint.Of(file.Sha256)], page.FindAll(".c-hash code").Select(c => c.TextContent));
        Assert.Equal("收到的和提交人传的不一样，还不能审收", _compared!.WhyNot);
    }

    private static PaneFile As(Attachment file, string what) => new(file.Id, what, file.Name, file.ContentType, file.Size, file.Sha256);

    private IRenderedComponent<FilePane<OpenAttachment>> Opened(Actor me, params PaneFile[] files) =>
        Render<FilePane<OpenAttachment>>(p =>
            p.AddCascadingValue(me).Add(x => x.Path, "/files").Add(x => x.Files, files).Add(x => x.OnCompared, c => _compared = c)
        );

    private Task<Attachment> Uploaded(Actor by, string name, byte[] content) =>
        Data.Use(
            async (UploadAttachment upload) =>
            {
                await using var bytes = new MemoryStream(content);
                return (await upload.Handle(Guid.CreateVersion7(), name, bytes, by, default)).Attachment;
            }
        );

    private Task Made(Attachment file, FileKind kind, int pages) =>
        Data.Use(
            async (CourtDb db) =>
            {
                await db.WantPreview(file.Sha256, kind.ContentType, Clock.GetUtcNow(), default);
                await db.SaveChangesAsync();
                var preview = await db.Set<FilePreview>().SingleAsync(p => p.FileHash == file.Sha256);
                (preview.State, preview.Pages) = (PreviewState.Ready, pages);
                for (var i = 1; i <= Math.Max(1, pages); i++)
                    db.Add(
                        new PreviewPart
                        {
                            FileHash = file.Sha256,
                            Kind = pages == 0 ? PreviewPartKind.Media : PreviewPartKind.Page,
                            Number = i,
                            StoredHash = file.Sha256,
                            ContentType = pages == 0 ? FileKind.M4a.ContentType : FileKind.Jpeg.ContentType,
                            Width = 1000,
                            Height = 1414,
                        }
                    );
                await db.SaveChangesAsync();
                return true;
            }
        );
}
