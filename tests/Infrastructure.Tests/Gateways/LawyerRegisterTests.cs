using Domain.Bindings;
using Infrastructure.Gateways;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tests.Gateways;

public sealed class LawyerRegisterTests
{
    [Theory]
    [InlineData(
        200,
        """{"status":"practising","name":"彭伟","firm":"广东岭南律师事务所"}""",
        LicenceVerdict.Practising,
        "广东岭南律师事务所"
    )]
    [InlineData(200, """{"status":"practising","name":"韩雪","firm":"广东岭南律师事务所"}""", LicenceVerdict.Unknown, "")]
    [InlineData(200, """{"status":"cancelled","firm":"广东岭南律师事务所"}""", LicenceVerdict.NotPractising, "广东岭南律师事务所")]
    [InlineData(200, """{"status":"unknown"}""", LicenceVerdict.Unknown, "")]
    [InlineData(200, """{"status":"later"}""", LicenceVerdict.Unavailable, "")]
    [InlineData(200, "not json", LicenceVerdict.Unavailable, "")]
    [InlineData(401, """{"status":"practising"}""", LicenceVerdict.Unavailable, "")]
    [InlineData(503, "", LicenceVerdict.Unavailable, "")]
    public async Task A_licence_is_good_only_when_the_platform_says_so(int status, string body, LicenceVerdict verdict, string firm)
    {
        await using var web = await FakeWeb.Start();
        web.OnStatus("/look", status, body);
        using var host = Build(new Uri(web.Address, "/look"));
        var answer = await host.Services.GetRequiredService<ILawyerRegister>().Look("彭伟", "14401201012340832", default);
        Assert.Equal(new LicenceAnswer(verdict, firm), answer);
        var asked = Assert.Single(web.Heard);
        Assert.Equal("Bearer FAKE_KEY", asked.Authorization);
        Assert.Contains("\"licenceNumber\":\"14401201012340832\"", asked.Body);
    }

    [Fact]
    public async Task Without_a_platform_or_with_one_that_is_down_nobody_is_held_up()
    {
        foreach (var endpoint in new[] { null, new Uri("http://127.0.0.1:1/look") })
        {
            using var host = Build(endpoint);
            var answer = await host.Services.GetRequiredService<ILawyerRegister>().Look("彭伟", "14401201012340832", default);
            Assert.Equal(LicenceVerdict.Unavailable, answer.Verdict);
        }
    }

    private static IHost Build(Uri? endpoint)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
        if (endpoint is not null)
            (builder.Configuration["Lawyers:Endpoint"], builder.Configuration["Lawyers:Key"]) = (endpoint.ToString(), "FAKE_KEY");
        builder.AddGateways();
        return builder.Build();
    }
}
