using Domain.Notifications;
using Domain.Shared;
using Domain.Submissions;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Faults.Tests;

/// <summary>kill -9 under a clerk's hands: what was decided of a material is decided and told once, or not at all.</summary>
[Collection(OnHosts.Name)]
public sealed class ReviewTests(Hosts hosts) : IAsyncLifetime
{
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        _browser = await Browser.Launch();
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_material_is_accepted_and_told_of_once_or_not_at_all(bool killedOnceCommitted)
    {
        var desk = await hosts.Data.SubmissionScene();
        var (sent, file) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using (var phone = await LitigantClient.SignIn(hosts.Api.Address, desk.Plaintiff, hosts.Data))
        {
            (await HandingIn.Upload(phone, file)).EnsureSuccessStatusCode();
            (await HandingIn.Material(phone, desk.Case, sent, file)).EnsureSuccessStatusCode();
        }

        await hosts.Data.GivePassword(desk.Clerk);
        var clerk = await StaffPage.SignIn(_browser, hosts.Portal.Address, desk.Clerk);
        await Choose(clerk, sent);

        await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "收下" }).ClickAsync();
        if (killedOnceCommitted)
            await Wait.Until("it is accepted", async () => (await Read(sent)).State == SubmissionState.Accepted);
        await hosts.Portal.Kill();
        hosts.Portal.Start();
        await hosts.Portal.Ready();

        var (state, told, traced) = await Read(sent);
        Assert.True(!killedOnceCommitted || state == SubmissionState.Accepted);
        var times = state == SubmissionState.Accepted ? 1 : 0;
        Assert.Equal((times, times), (told, traced));

        if (times == 0)
        {
            await Choose(clerk, sent);
            await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "收下" }).ClickAsync();
        }

        await Wait.Until("it is accepted", async () => await Read(sent) == (SubmissionState.Accepted, 1, 1));
        var trace = await hosts.Data.VerifyTrace();
        Assert.True(trace.IsIntact, trace.ToString());
    }

    private static async Task Choose(StaffPage clerk, Guid submission)
    {
        await clerk.Open("/submissions");
        await clerk.Page.Locator($"[data-submission='{submission}']").ClickAsync();
        await clerk.Page.Keyboard.PressAsync("a");
        await Expect(clerk.Page.Locator("[data-choice=Accept]")).ToBeCheckedAsync();
    }

    private Task<(SubmissionState State, int Told, int Traced)> Read(Guid id) =>
        hosts.Data.Use(
            async (CourtDb db) =>
                (
                    await db.Set<Submission>().Where(s => s.Id == id).Select(s => s.State).SingleAsync(),
                    await db.Set<Notice>()
                        .CountAsync(n =>
                            n.SubjectId == id
                            && n.Kind == SubmissionNotices.Accepted.Key
                            && n.Channel == NoticeChannel.Sms
                            && n.FallbackOfId == null
                        ),
                    await db.Set<TraceRow>().CountAsync(t => t.SubjectId == id && t.Kind == SubmissionFacts.Accepted)
                )
        );
}
