using System.Security.Cryptography;
using Domain.Attachments;
using Domain.Organisation;
using Domain.WorkOrders;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class AttachmentTests(ApiHost host)
{
    public static TheoryData<string, string> Kinds =>
        new()
        {
            { nameof(Samples.Png), "image/png" },
            { nameof(Samples.Jpeg), "image/jpeg" },
            { nameof(Samples.Gif), "image/gif" },
            { nameof(Samples.WebP), "image/webp" },
            { nameof(Samples.Heic), "image/heic" },
            { nameof(Samples.Pdf), "application/pdf" },
            { nameof(Samples.Doc), "application/msword" },
            { nameof(Samples.Docx), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_may_be_filed_comes_back_as_it_was(string kind, string contentType)
    {
        var bytes = Bytes(kind);
        var phone = await host.SignedInByWeChat();
        var id = Guid.CreateVersion7();
        var row = (await phone.Upload(id, bytes, "wxfile_tmp_0a1b", fileFirst: true)).Is(201);
        Assert.Equal(
            (id, contentType, (long)bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))),
            ((Guid)row["id"]!, (string)row["contentType"]!, (long)row["size"]!, (string)row["sha256"]!)
        );
        Assert.StartsWith("wxfile_tmp_0a1b.", (string)row["name"]!);

        var opened = await phone.Get($"/attachments/{id}");
        Assert.Equal(bytes, opened.IsOk());
        Assert.Equal(contentType, opened.ContentHeaders.ContentType!.MediaType);
        Assert.Equal("nosniff", opened.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", opened.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(
            contentType.StartsWith("image/", StringComparison.Ordinal) || contentType == "application/pdf" ? "inline" : "attachment",
            opened.ContentHeaders.ContentDisposition!.DispositionType
        );
    }

    [Theory]
    [InlineData(nameof(Samples.Html), "attachment.type_not_allowed")]
    [InlineData(nameof(Samples.Xls), "attachment.type_not_allowed")]
    [InlineData(nameof(Samples.Docm), "attachment.macros")]
    [InlineData(nameof(Samples.Avif), "attachment.type_not_allowed")]
    public async Task A_wrong_kind_under_a_right_name_is_refused(string kind, string code) =>
        (await (await host.SignedInByWeChat()).Upload(Guid.CreateVersion7(), Bytes(kind), "证据.pdf")).IsRefused(415, code);

    [Fact]
    public async Task An_empty_file_is_refused() =>
        (await (await host.SignedInByWeChat()).Upload(Guid.CreateVersion7(), [], "空.png")).IsRefused(422, "attachment.empty");

    [Fact]
    public async Task Twenty_megabytes_pass_and_one_byte_more_does_not()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = new byte[Attachment.MaxBytes + 1];
        Samples.Png().CopyTo(bytes, 0);
        (await phone.Upload(Guid.CreateVersion7(), bytes[..^1])).Is(201);
        (await phone.Upload(Guid.CreateVersion7(), bytes)).IsRefused(413, "attachment.too_large");
        (await phone.Upload(Guid.CreateVersion7(), new byte[2 * Attachment.MaxBytes])).IsRefused(413, "attachment.too_large");
    }

    [Fact]
    public async Task The_same_upload_again_is_harmless_and_another_file_under_its_id_is_not()
    {
        var phone = await host.SignedInByWeChat();
        var (id, bytes) = (Guid.CreateVersion7(), Samples.Png());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.Upload(id, bytes)));
        Assert.Single(answers, a => a.Status == 201);
        Assert.Equal(7, answers.Count(a => a.Status == 200));
        (await phone.Upload(id, Samples.Png())).IsRefused(409, "attachment.id_reused");
        (await (await host.SignedInByWeChat()).Upload(id, bytes)).IsRefused(409, "attachment.id_reused");
    }

    [Fact]
    public async Task A_name_with_folders_and_tricks_is_cleaned()
    {
        var phone = await host.SignedInByWeChat();
        var form = new MultipartFormDataContent
        {
            { new StringContent(Guid.CreateVersion7().ToString()), "id" },
            { new StringContent("../../判决‮gnp.exe"), "name" },
            { new ByteArrayContent(Samples.Png()), "file", "x" },
        };
        var row = (await phone.Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/attachments") { Content = form })).Is(201);
        Assert.Equal("判决gnp.exe.png", (string)row["name"]!);
        var opened = await phone.Get($"/attachments/{row["id"]}");
        Assert.Equal("判决gnp.exe.png", opened.ContentHeaders.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task A_file_not_sent_yet_is_its_uploaders_alone()
    {
        var mine = await host.SignedInByWeChat();
        var file = await mine.Uploaded();
        var stranger = await host.SignedInByWeChat();
        await IsHidden(stranger, file);
        var body = new
        {
            id = Guid.CreateVersion7(),
            category = "caseQuery",
            text = "问一下",
            courtId = (await host.Data.Court()).Id,
            attachmentIds = new[] { file },
        };
        (await stranger.Post("/work-orders", body)).IsRefused(404, "attachment.not_found");
        (await stranger.Delete($"/attachments/{file}")).IsRefused(404, "attachment.not_found");
        (await mine.Delete($"/attachments/{file}")).Is(204);
        await IsHidden(mine, file);
    }

    [Fact]
    public async Task A_sent_file_stays_and_is_seen_by_the_requester_and_the_orders_judge_only()
    {
        var division = await host.Data.Division();
        var judge = await host.Data.Staff(Role.Judge, division);
        var otherJudge = await host.Data.Staff(Role.Judge, division);
        var litigant = await host.Data.Litigant();
        var @case = await host.Data.Case(litigant, division, judge);
        var phone = await host.SignedIn(litigant);
        var file = await phone.Uploaded();
        var order = (
            await phone.Post(
                "/work-orders",
                new
                {
                    id = Guid.CreateVersion7(),
                    category = "handOverMaterials",
                    text = "流水",
                    caseId = @case.Id,
                    attachmentIds = new[] { file },
                }
            )
        ).Is(201);
        (await phone.Delete($"/attachments/{file}")).IsRefused(409, "attachment.in_use");
        (await phone.Get($"/attachments/{file}")).IsOk();
        await IsHidden(await host.SignedInByWeChat(), file);

        await host.Data.Use(
            async (OpenAttachment open) =>
            {
                await using var bytes = (await open.Handle(file, await host.Data.ActorOf(judge), default)).Bytes;
                Assert.True(bytes.Length > 0);
                var refused = await Assert.ThrowsAsync<Domain.Shared.RefusedException>(async () =>
                    await open.Handle(file, await host.Data.ActorOf(otherJudge), default)
                );
                Assert.Equal("attachment.not_found", refused.Code);
            }
        );

        var theirs = Guid.CreateVersion7();
        var actor = await host.Data.ActorOf(judge);
        await host.Data.Use(
            (UploadAttachment upload) => upload.Handle(theirs, "说明.pdf", new MemoryStream(Samples.Pdf()), actor, default)
        );
        await IsHidden(phone, theirs);
        await host.Data.Use(
            (AnswerWorkOrder answer) => answer.Handle((Guid)order["id"]!, Guid.CreateVersion7(), "见附件。", [theirs], actor, default)
        );
        (await phone.Get($"/attachments/{theirs}")).IsOk();
    }

    [Fact]
    public async Task Two_people_may_send_the_same_bytes()
    {
        var bytes = Samples.Pdf();
        var (one, two) = (await host.SignedInByWeChat(), await host.SignedInByWeChat());
        var (first, second) = (await one.Uploaded(bytes), await two.Uploaded(bytes));
        (await one.Delete($"/attachments/{first}")).Is(204);
        Assert.Equal(bytes, (await two.Get($"/attachments/{second}")).IsOk());
    }

    [Fact]
    public async Task One_file_goes_into_one_message_even_when_two_take_it_at_once()
    {
        var phone = await host.SignedInByWeChat();
        var file = await phone.Uploaded();
        var court = (await host.Data.Court()).Id;
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    phone.Post(
                        "/work-orders",
                        new
                        {
                            id = Guid.CreateVersion7(),
                            category = "caseQuery",
                            text = "问",
                            courtId = court,
                            attachmentIds = new[] { file },
                        }
                    )
                )
        );
        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status != 201), a => a.IsRefused(404, "attachment.not_found"));
    }

    [Fact]
    public async Task Ten_files_are_too_many()
    {
        var phone = await host.SignedInByWeChat();
        var body = new
        {
            id = Guid.CreateVersion7(),
            category = "caseQuery",
            text = "问",
            courtId = (await host.Data.Court()).Id,
            attachmentIds = Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7()),
        };
        (await phone.Post("/work-orders", body)).IsRefused(422, "work_order.too_many_attachments");
    }

    [Fact]
    public async Task A_broken_upload_is_refused_and_leaves_nothing()
    {
        var phone = await host.SignedInByWeChat();
        var cut = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nabc");
        cut.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        (await phone.Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/attachments") { Content = cut })).IsRefused(
            400,
            "request.invalid"
        );
        (await phone.Post("/attachments", new { id = Guid.CreateVersion7() })).IsRefused(415, "request.content_type");
        var without = new MultipartFormDataContent { { new ByteArrayContent(Samples.Png()), "file", "a.png" } };
        (await phone.Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/attachments") { Content = without })).IsRefused(
            400,
            "request.invalid"
        );
        Assert.Empty(await host.Data.Use((Infrastructure.Files.DiskFiles files) => Task.FromResult(Directory.GetFiles(files.Incoming))));
    }

    private static byte[] Bytes(string kind) => (byte[])typeof(Samples).GetMethod(kind)!.Invoke(null, null)!;

    private static async Task IsHidden(Phone from, Guid file)
    {
        var refused = await from.Get($"/attachments/{file}");
        refused.IsRefused(404, "attachment.not_found");
        Assert.Equal((await from.Get($"/attachments/{Guid.CreateVersion7()}")).WithoutErrorNumber, refused.WithoutErrorNumber);
    }
}
