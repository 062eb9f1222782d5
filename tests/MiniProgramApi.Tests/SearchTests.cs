using Domain.Organisation;

namespace MiniProgramApi.Tests;

/// <summary>Finding something among the own cases and messages.</summary>
[Collection(ApiTest.Name)]
public sealed class SearchTests(ApiHost host)
{
    [Theory]
    [InlineData("{number}", true)]
    [InlineData("（2026）粤0104", true)]
    [InlineData("2026 粤0104", true)]
    [InlineData("越秀区", true)]
    [InlineData("李大强 越秀", true)]
    [InlineData("李大强 天河", false)]
    [InlineData("100%_", false)]
    public async Task A_case_is_found_by_its_number_as_people_type_it_its_people_and_its_court(string typed, bool found)
    {
        var me = await host.Data.Litigant();
        var @case = await host.Data.Case(me, judge: await host.Data.Staff(Role.Judge, await host.Data.Division()));
        var phone = await host.SignedIn(me);
        var words = typed.Replace("{number}", @case.Number, StringComparison.Ordinal);
        var items = (await phone.Get($"/cases?q={Uri.EscapeDataString(words)}")).Is(200)["items"]!.AsArray();
        Assert.Equal(found ? [@case.Id] : [], items.Select(c => (Guid)c!["id"]!));
    }

    [Fact]
    public async Task Nobody_finds_what_is_not_theirs_and_a_message_is_found_by_its_words_and_numbers()
    {
        var me = await host.Data.Litigant();
        var @case = await host.Data.Case(me, judge: await host.Data.Staff(Role.Judge, await host.Data.Division()));
        var order = await host.Data.Message(me, @case);
        var (mine, theirs) = (await host.SignedIn(me), await host.SignedIn(await host.Data.Litigant("王小二")));
        foreach (var words in new[] { order.Number, order.Title[..3], @case.Number })
        {
            var q = Uri.EscapeDataString(words);
            Assert.Equal([order.Id], await Ids(mine, $"/work-orders?q={q}"));
            Assert.Empty(await Ids(theirs, $"/work-orders?q={q}"));
            Assert.Empty(await Ids(theirs, $"/cases?q={q}"));
            Assert.Empty(await Ids(mine, $"/documents?state=all&q={q}"));
        }

        Assert.Equal(2, (int)(await mine.Get("/home")).Is(200)["things"]!);
    }

    private static async Task<IEnumerable<Guid>> Ids(Phone phone, string path) =>
        (await phone.Get(path)).Is(200)["items"]!.AsArray().Select(i => (Guid)i!["id"]!);
}
