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
                "Trace:AnchorFolder is required outside Development.",
                "Trace:TimestampRoots cannot be read: Could not find a part of the path '/nowhere/roots.pem'.",
                "Trace:Key, base64 of at least 32 bytes, is required outside Development.",
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
    public async Task A_value_that_cannot_be_read_names_its_setting(string project)
    {
        var settings = new Dictionary<string, string> { ["Clock__StartAt"] = "tomorrow", ["Trace__AnchorEvery"] = "often" };
        var (code, errors) = await new HostProcess(project, settings).Refuse();
        Assert.Equal(1, code);
        Assert.Collection(
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Equal("Clock:StartAt is tomorrow, which is no instant.", line),
            line => Assert.Contains("'Trace:AnchorEvery'", line, StringComparison.Ordinal)
        );
    }
}
