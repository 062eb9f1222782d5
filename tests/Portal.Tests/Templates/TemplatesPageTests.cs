using Bunit;
using Domain.Organisation;
using Given;
using Portal.Templates;

namespace Portal.Tests.Templates;

public sealed class TemplatesPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_template_is_written_changed_and_dropped_and_no_colleague_sees_it()
    {
        var (me, colleague) = (await Somebody(Role.Judge), await Somebody(Role.Judge));
        var page = Open<TemplatesPage>(me);
        await On(page, ".c-phead .btn-primary", begin => begin.Click());
        await On(page, "#template-name", name => name.Change("开庭带手机"));
        await On(page, "#template-text", text => text.Change("{当事人}您好，可以带。"));
        await On(page, "form.c-template", form => form.Submit());
        await On(page, "[aria-label='修改模板 开庭带手机']", edit => edit.Click());
        await On(page, "#template-text", text => text.Change("{当事人}您好，请带上手机。"));
        await On(page, "form.c-template", form => form.Submit());
        page.WaitForAssertion(() => Assert.Contains("请带上手机", page.Find("article.c-template").TextContent, StringComparison.Ordinal));

        var theirs = Open<TemplatesPage>(colleague);
        theirs.WaitForElement("section article");
        Assert.DoesNotContain("开庭带手机", theirs.Markup, StringComparison.Ordinal);

        await On(page, "[aria-label='删去模板 开庭带手机']", drop => drop.Click());
        await On(page, "article .c-late", drop => drop.Click());
        page.WaitForAssertion(() => Assert.DoesNotContain("开庭带手机", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everybodys_template_is_copied_not_changed()
    {
        var page = Open<TemplatesPage>(await Somebody(Role.Judge));
        await On(page, "section:last-of-type article button", copy => copy.Click());
        await On(page, "#template-name", name => name.Change("我的写法"));
        await On(page, "form.c-template", form => form.Submit());
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[aria-label='修改模板 我的写法']")));
        Assert.Empty(page.FindAll("section:last-of-type [aria-label^=修改模板]"));
    }
}
