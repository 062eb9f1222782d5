using Domain.Shared;
using Portal.Shared;

namespace Portal.Tests.App;

public class SubjectPagesTests
{
    public static TheoryData<SubjectKind> Kinds => [.. Enum.GetValues<SubjectKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_page_of_the_portal_and_a_word(SubjectKind kind)
    {
        var page = SubjectPages.Of(kind, Guid.Empty);
        var routes = typeof(SubjectPages)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes(typeof(Microsoft.AspNetCore.Components.RouteAttribute), inherit: false))
            .Select(r =>
                ((Microsoft.AspNetCore.Components.RouteAttribute)r).Template.Replace("{Id:guid}", $"{Guid.Empty}", StringComparison.Ordinal)
            );
        Assert.Contains(page, routes);
        Assert.NotEmpty(kind.Chinese());
    }
}
