using System.Security.Cryptography;
using Domain.Attachments;
using EndToEnd.Tests.Browsing;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A large file on a network that goes away.</summary>
public sealed class UploadTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task A_large_file_goes_on_when_the_network_is_back_and_is_the_one_that_was_chosen()
    {
        byte[] bytes = [0xff, 0xd8, 0xff, 0xe0, .. RandomNumberGenerator.GetBytes(30 * 1024 * 1024)];
        var h5 = await Platform.H5();
        var (judge, _) = await Platform.Data.People();
        var person = await Platform.Data.Litigant();
        await Platform.Data.Case(person, judge: judge);
        var litigant = await LitigantPage.SignIn(Platform.Browser, h5, Platform.Data, person.Phone!);
        await litigant.Open("pages/messages/write");
        await litigant.Choose("您告李*强");
        await litigant.Press("下一步");
        await litigant.Choose("有话想对法官说");
        await litigant.Press("下一步");
        await litigant.Page.Locator("#message-text textarea").FillAsync("现场的照片，请看。");
        var pieces = 0;
        var context = litigant.Page.Context;
        await litigant.Page.RouteAsync(
            "**/api/v1/uploads/*",
            async route =>
            {
                if (route.Request.Method == "POST" && ++pieces == 3)
                    await context.SetOfflineAsync(true);
                await route.ContinueAsync();
            }
        );
        var chooser = await litigant.Page.RunAndWaitForFileChooserAsync(() => litigant.Press("选图片或文件"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("court-upload-").FullName, "现场.jpg");
        await File.WriteAllBytesAsync(path, bytes);
        await chooser.SetFilesAsync(path);
        await Expect(litigant.Heading("现在没有网络")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await context.SetOfflineAsync(false);
        await Expect(litigant.Heading("已传好，核对一致")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await Expect(litigant.Heading($"文件指纹 {FileFingerprint.Of(sha256)}")).ToBeVisibleAsync();
        await litigant.Press("下一步");
        await Expect(litigant.Heading("法院最迟将于")).ToBeVisibleAsync();
        await litigant.Send();

        var sent = await Platform.Data.Use(
            (CourtDb db) => db.Set<Attachment>().AsNoTracking().SingleAsync(a => a.UploadedById == person.Id)
        );
        Assert.Equal((sha256, bytes.Length), (sent.Sha256, (int)sent.Size));
        Assert.NotNull(sent.SubjectId);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
