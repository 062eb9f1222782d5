using Domain.Drafts;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.DocumentService;
using Infrastructure.Paging;

namespace Infrastructure.Tests.DocumentService;

/// <summary>Where a service begins: the case to serve, and what is half done.</summary>
public sealed class ServiceDeskQueryTests : ServiceDeskTest
{
    [Fact]
    public async Task Every_case_of_a_frequent_name_is_found_page_by_page_and_only_by_who_may_serve_it()
    {
        List<Guid> cases = [];
        for (var i = 0; i < 21; i++)
            cases.Add((await Data.Case(defendant: "司徒志强")).Id); // all filed on one day
        var (first, message) = await Find(null, Clerk);
        var (second, _) = await Find(first.Next, Clerk);
        Assert.Equal((20, 1, (Cursor?)null, ""), (first.Rows.Count, second.Rows.Count, second.Next, message));
        Assert.Equal(cases.Order(), first.Rows.Concat(second.Rows).Select(r => r.Id).Order());
        var byName = await Data.Use((ConfirmationQueries q) => q.FindCases("司徒志强", null, Clerk, default));
        var rest = await Data.Use((ConfirmationQueries q) => q.FindCases("司徒志强", byName.Next, Clerk, default));
        Assert.Equal(cases.Order(), byName.Rows.Concat(rest.Rows).Select(r => r.Id).Order());

        var stranger = await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division(DivisionKind.Criminal)));
        var (none, said) = await Find(null, stranger);
        Assert.Empty(none.Rows);
        Assert.Contains("没有找到由您送达的案件", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_draft_is_reached_the_newest_first_and_only_by_its_author()
    {
        List<Guid> cases = [];
        for (var i = 0; i < 21; i++)
        {
            var @case = await Data.Case();
            Clock.Now = Clock.Now.AddMinutes(i % 2); // some at one moment
            await Data.Use((SaveDraft save) => save.Handle(DraftKey.Service(@case.Id), "{}", Clerk, default));
            cases.Add(@case.Id);
        }

        var first = await Drafts(null, Clerk);
        var second = await Drafts(first.Next, Clerk);
        Assert.Equal((20, 1, (Cursor?)null), (first.Rows.Count, second.Rows.Count, second.Next));
        var all = first.Rows.Concat(second.Rows).ToList();
        Assert.Equal(cases.Order(), all.Select(d => d.CaseId).Order());
        Assert.Equal(all.Select(d => d.SavedAt).OrderDescending(), all.Select(d => d.SavedAt));
        var colleague = await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division()));
        Assert.Empty((await Drafts(null, colleague)).Rows);
    }

    private Task<(Page<ServableCase> Page, string Message)> Find(Cursor? after, Actor by) =>
        Data.Use((ServiceDeskQueries q) => q.Find("司徒志强", after, by, default));

    private Task<Page<ServiceDraft>> Drafts(Cursor? after, Actor by) => Data.Use((ServiceDeskQueries q) => q.Drafts(after, by, default));
}
