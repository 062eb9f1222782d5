using Given;

namespace Faults.Tests;

/// <summary>A host in production with settings missing and wrong says so line by line and does not start.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string> s_settings = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings__Court"] = "Host=127.0.0.1;Port=1",
        ["Trace__TimestampUrl"] = "https://stamps.test",
        ["Trace__TimestampRoots"] = "/nowhere/roots.pem",
        ["Email__Host"] = "mail.test",
    };

    [Theory]
    [InlineData("Portal")]
    [InlineData("MiniProgramApi")]
    public async Task A_line_for_each_setting_and_no_stack_trace(string project)
    {
        var (code, errors) = await new HostProcess(project, s_settings).Refuse();
        Assert.Equal(1, code);
        Assert.Equal(
            [
                "Files:Root is required outside Development: the folder of uploaded files, one for all hosts.",
                "AllowedHosts is required outside Development: the names under which this host is reached, separated by semicolons.",
                "Keys:Certificate is required outside Development: a PEM file with certificate and private key, which encrypts the keys of cookies and tokens.",
                "Proxy:Addresses is required outside Development: the proxies before this host, or “none”.",
                "Sms:Provider is required outside Development: who sends SMS, or “none”.",
                "Voice:BaseAddress is required outside Development: who rings people up, or “none”.",
                "WeChat:AppId is required outside Development: the mini-program, or “none”.",
                "Scanner:Address is required outside Development: clamd, which looks into uploaded files, or “none”.",
                "Identity:Endpoint is required outside Development: who confirms names and ID numbers, or “none”.",
                "Trace:AnchorFolder is required outside Development.",
                "Trace:TimestampRoots cannot be read: Could not find a part of the path '/nowhere/roots.pem'.",
                "Trace:Key, base64 of at least 32 bytes, is required outside Development.",
                "Files:Keys:Current, the id of a key in Files:Keys:Ring:<id> (base64 of 32 bytes), is required outside Development.",
                "Email:Host is set but Email:From is no address.",
                "Identity:Secret of at least 32 characters is required outside Development.",
                "Links:Site, the address of the litigants' host as they reach it, is required outside Development.",
            ],
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Theory]
    [InlineData("Portal")]
    [InlineData("MiniProgramApi")]
    public async Task Without_a_database_no_private_one_is_made(string project)
    {
        var settings = ProductionSettings.All(Path.GetTempPath()).AsEnvironment();
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["AllowedHosts"] = "*";
        settings["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        var (code, errors) = await new HostProcess(project, settings).Refuse();
        Assert.Equal(1, code);
        Assert.Equal(
            [
                "ConnectionStrings:Court is required outside Development: the database (the private PostgreSQL is for Development).",
                "AllowedHosts is *, which is every name.",
                "ASPNETCORE_FORWARDEDHEADERS_ENABLED believes every caller: name the proxies in Proxy:Addresses instead.",
            ],
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Theory]
    [InlineData("Portal")]
    [InlineData("MiniProgramApi")]
    public async Task Links_in_SMS_go_by_https_only(string project)
    {
        var settings = ProductionSettings.All(Path.GetTempPath()).AsEnvironment();
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["ConnectionStrings__Court"] = "Host=127.0.0.1;Port=1";
        settings["Links__Site"] = "http://court.test";
        var (code, errors) = await new HostProcess(project, settings).Refuse();
        Assert.Equal((1, "Links:Site is http://court.test: it has to begin with https://."), (code, errors.Trim()));
    }

    [Theory]
    [InlineData("Portal")]
    [InlineData("MiniProgramApi")]
    public async Task A_value_that_cannot_be_read_names_its_setting(string project)
    {
        Dictionary<string, string> settings = new() { ["Clock__StartAt"] = "tomorrow", ["Trace__AnchorEvery"] = "often" };
        var (code, errors) = await new HostProcess(project, settings).Refuse();
        Assert.Equal(1, code);
        Assert.Collection(
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Equal("Clock:StartAt is tomorrow, which is no instant.", line),
            line => Assert.Contains("'Trace:AnchorEvery'", line, StringComparison.Ordinal)
        );
    }
}
