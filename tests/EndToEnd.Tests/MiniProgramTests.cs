using System.Diagnostics;
using System.Globalization;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EndToEnd.Tests;

/// <summary>
/// The real mp-weixin output against the real API, in a bare context and under WeChat's component framework: a message
/// left, and the answer that a judge gives meanwhile arriving on the open page.
/// </summary>
public sealed class MiniProgramTests(Platform platform) : PlatformTest(platform), IDisposable
{
    private static readonly string s_folder = Path.Combine(Checkout.Root, "miniprogram");

    private readonly DirectoryInfo _asked = Directory.CreateTempSubdirectory("court-harness-");

    public void Dispose() => _asked.Delete(recursive: true);

    [Fact]
    public async Task The_mini_program_leaves_a_message_and_the_answer_arrives_live()
    {
        Assert.True(
            File.Exists(Path.Combine(s_folder, "dist", "build", "mp-weixin", "app.js")),
            "The mini-program is not built: run `npm --prefix miniprogram ci && npm --prefix miniprogram run build:mp-weixin`, as ./test does."
        );
        var courts = await Platform.Data.Use((CourtDb db) => db.Set<Court>().AsNoTracking().Select(c => c.Slug).ToListAsync());
        foreach (var court in courts)
            await Platform.Data.Staff(Role.LiaisonOfficer, await Platform.Data.Division(DivisionKind.Filing, court));
        using var harness = Start();
        var (said, complained) = (harness.StandardOutput.ReadToEndAsync(), harness.StandardError.ReadToEndAsync());
        await AnswerWhatIsAskedFor(harness);
        await harness.WaitForExitAsync();

        var output = $"{await said}\n{await complained}";
        Assert.True(harness.ExitCode == 0, output);
        Assert.Contains("bare context: the answer arrived on the open page without a reload", output, StringComparison.Ordinal);
        Assert.Contains("component framework: the letter arrived on the open page", output, StringComparison.Ordinal);
        await Platform.AssertTraceIsIntact();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("npm", ["run", "--silent", "harness"])
        {
            WorkingDirectory = s_folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["API_BASE"] = Platform.Api.ToString().TrimEnd('/');
        start.Environment["ANSWER_COMMAND"] = $"cd '{_asked.FullName}' && touch"; // the test is the judge
        start.Environment["ANSWER_WITHIN"] = 120.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    /// <summary>The harness leaves a file named by the order's number when the page is open and waits.</summary>
    private async Task AnswerWhatIsAskedFor(Process harness) =>
        await Wait.Until(
            "the harness has ended",
            async () =>
            {
                foreach (var file in _asked.GetFiles())
                {
                    var order = await Platform.Data.Use(
                        (CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Number == file.Name)
                    );
                    var owner = await Platform.Data.Use(
                        (CourtDb db) => db.Set<Staff>().AsNoTracking().SingleAsync(s => s.Id == order.OwnerId)
                    );
                    await Platform.Data.Answer(order, owner, "可以。请带身份证，在网上立案或到窗口都行。");
                    file.Delete();
                }

                return harness.HasExited;
            }
        );
}
