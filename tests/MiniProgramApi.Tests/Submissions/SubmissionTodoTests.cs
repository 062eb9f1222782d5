using Domain.Submissions;
using Given;

namespace MiniProgramApi.Tests.Submissions;

/// <summary>What the court asked for stands where a person looks for what they have to do: on the home and on the case.</summary>
[Collection(ApiTest.Name)]
public sealed class SubmissionTodoTests(ApiHost host)
{
    [Fact]
    public async Task What_the_court_asked_for_is_to_be_done_until_it_was_brought()
    {
        var desk = await host.Data.SubmissionScene();
        var phone = await host.SignedIn(desk.Defendant);
        var sent = await host.Data.Submission(desk.Case, desk.Defendant);
        var clerk = await host.Data.ActorOf(desk.Clerk);
        await host.Data.Use(
            (AskSubmitter a) => a.Handle(sent.Id, Guid.CreateVersion7(), new AskedFor(["补签名页", "补反面"]), clerk, default)
        );

        foreach (var page in new[] { "/home", $"/cases/{desk.Case.Id}/page" })
        {
            var todo = Assert.Single((await phone.Get(page)).Is(200)["todo"]!.AsArray());
            Assert.Equal(("material", sent.Id, "材料要补 2 处"), ((string)todo!["kind"]!, (Guid)todo["id"]!, (string)todo["title"]!));
            Assert.Matches("^最晚 .+（周.）补交$", (string)todo["details"]![0]!);
            Assert.NotNull((string?)todo["date"]);
        }

        var other = await host.SignedIn(desk.Plaintiff);
        Assert.Empty((await other.Get("/home")).Is(200)["todo"]!.AsArray());
        (await phone.Post($"/submissions/{sent.Id}/supplement", new { id = Guid.CreateVersion7(), text = "原件丢了" })).Is(200);
        Assert.Empty((await phone.Get("/home")).Is(200)["todo"]!.AsArray());
    }
}
