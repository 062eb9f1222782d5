using Domain.Litigants;
using Infrastructure.Gateways;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tests.Gateways;

public sealed class IdentityTests
{
    [Theory]
    [InlineData(200, """{"result":"match"}""", IdentityVerdict.Agrees)]
    [InlineData(200, """{"result":"mismatch","trace":"x"}""", IdentityVerdict.Differs)]
    [InlineData(200, """{"result":"later"}""", IdentityVerdict.Unavailable)]
    [InlineData(200, "not json", IdentityVerdict.Unavailable)]
    [InlineData(401, """{"result":"match"}""", IdentityVerdict.Unavailable)]
    [InlineData(500, "", IdentityVerdict.Unavailable)]
    public async Task The_service_agrees_only_when_it_says_so(int status, string body, IdentityVerdict verdict)
    {
        await using var web = await FakeWeb.Start();
        web.OnStatus("/verify", status, body);
        using var host = Build("Production", new Uri(web.Address, "/verify"));
        Assert.Equal(
            verdict,
            await host.Services.GetRequiredService<IIdentityVerifier>().Verify("陈建华", "440104195603150001", "13800138000", default)
        );
        var asked = Assert.Single(web.Heard);
        Assert.Equal("Bearer FAKE_KEY", asked.Authorization);
        Assert.Contains("\"idNumber\":\"440104195603150001\"", asked.Body);
    }

    [Fact]
    public async Task Without_a_service_nobody_is_verified_outside_of_Development()
    {
        using var host = Build("Production", null);
        Assert.Equal(
            IdentityVerdict.Unavailable,
            await host.Services.GetRequiredService<IIdentityVerifier>().Verify("陈建华", "440104195603150001", null, default)
        );
    }

    [Fact]
    public async Task A_service_that_is_down_gives_no_verdict()
    {
        using var host = Build("Production", new Uri("http://127.0.0.1:1/verify"));
        Assert.Equal(
            IdentityVerdict.Unavailable,
            await host.Services.GetRequiredService<IIdentityVerifier>().Verify("陈建华", "440104195603150001", null, default)
        );
    }

    private static IHost Build(string environment, Uri? endpoint)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = environment });
        if (endpoint is not null)
            (builder.Configuration["Identity:Endpoint"], builder.Configuration["Identity:Key"]) = (endpoint.ToString(), "FAKE_KEY");
        builder.AddGateways();
        return builder.Build();
    }
}
