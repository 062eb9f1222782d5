using System.Net;
using Domain.Organisation;
using Domain.Submissions;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>材料审收 in a browser: what came is looked at by its preview, keys only choose, and the files are nobody else's.</summary>
[Collection(OnAnotherPlatform.Name)]
public sealed class SubmissionReviewTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task The_clerk_looks_at_the_file_chooses_by_key_and_sends_by_the_button()
    {
        var data = Platform.Data;
        var desk = await data.SubmissionScene();
        var sent = await data.Submission(desk.Case, desk.Plaintiff);
        await data.GivePassword(desk.Clerk);
        var clerk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, desk.Clerk);
        await clerk.Open("/submissions");
        await clerk.Page.Locator($"[data-submission='{sent.Id}']").ClickAsync();
        await data.Use((MakePreviews make) => make.Run(isMedia: false, default));
        await Expect(clerk.Page.Locator(".c-sheet img")).ToBeVisibleAsync(); // live
        await Expect(clerk.Page.Locator(".c-pane .c-hash")).ToContainTextAsync("两端一致");

        await clerk.Page.Keyboard.PressAsync("b");
        await Expect(clerk.Page.Locator("[data-choice=Missing]")).ToBeCheckedAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.Keyboard.PressAsync("a");
        await Expect(clerk.Page.Locator("[data-choice=Accept]")).ToBeCheckedAsync();
        Assert.Equal(SubmissionState.ToReview, await StateOf(sent.Id));
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "收下" }).ClickAsync();
        await Expect(clerk.Page.Locator(".sub-due")).ToContainTextAsync("已收下");
        Assert.Equal(SubmissionState.Accepted, await StateOf(sent.Id));
    }

    [Fact]
    public async Task Its_files_come_in_ranges_and_to_nobody_of_another_division()
    {
        var data = Platform.Data;
        var desk = await data.SubmissionScene();
        var sent = await data.Submission(desk.Case, desk.Plaintiff);
        var file = await data.Use((CourtDb db) => db.Set<SubmittedFile>().SingleAsync(f => f.SubmissionId == sent.Id));
        await data.Use((MakePreviews make) => make.Run(isMedia: false, default));
        var stranger = await data.Staff(Role.Judge, await data.Division(DivisionKind.Criminal));
        foreach (
            var (staff, whole, part) in new[]
            {
                (desk.Judge, HttpStatusCode.OK, HttpStatusCode.PartialContent),
                (stranger, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            }
        )
        {
            await data.GivePassword(staff);
            var page = (await StaffPage.SignIn(Platform.Browser, Platform.Portal, staff)).Page;
            var original = await page.APIRequest.GetAsync($"/submission-files/{file.AttachmentId}");
            Assert.Equal((int)whole, original.Status);
            var preview = await page.APIRequest.GetAsync(
                $"/submission-files/{file.AttachmentId}/preview/pages/1",
                new() { Headers = new Dictionary<string, string> { ["Range"] = "bytes=0-9" } }
            );
            Assert.Equal((int)part, preview.Status);
        }
    }

    private Task<SubmissionState> StateOf(Guid id) =>
        Platform.Data.Use((CourtDb db) => db.Set<Submission>().Where(s => s.Id == id).Select(s => s.State).SingleAsync());
}
