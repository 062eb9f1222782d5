using Portal.App;

namespace Portal.Tests.App;

public class AddressTests
{
    [Theory]
    [InlineData("/work-orders?tab=waiting", "/work-orders?tab=waiting")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/\t/elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public void Sign_in_leads_only_to_own_pages(string? asked, string given) => Assert.Equal(given, Sessions.OwnAddress(asked));
}
