using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Infrastructure.Settings;
using Infrastructure.Tracing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Infrastructure.Tests.Tracing;

public class TraceKeysTests
{
    private static readonly string s_first = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly string s_second = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 48)]);

    [Theory]
    [InlineData(null, "Trace:Key, base64 of at least 32 bytes, is required outside Development.")]
    [InlineData("c2hvcnQ=", "Trace:Key is not base64 of at least 32 bytes.")]
    [InlineData("this is no base64, however long it may be made", "Trace:Key is not base64 of at least 32 bytes.")]
    public void Outside_Development_there_is_no_trace_without_a_good_key(string? key, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<SettingsException>(() => Keys("Production", ("Trace:Key", key))).Message);

    [Fact]
    public async Task Nothing_starts_without_key_and_folder_outside_Development()
    {
        var refusals = await Refusals();
        Assert.Contains("Trace:AnchorFolder is required outside Development.", refusals);
        Assert.Contains("Trace:Key, base64 of at least 32 bytes, is required outside Development.", refusals);
        Assert.DoesNotContain(
            await Refusals(("Trace:AnchorFolder", "anchors")),
            r => r.StartsWith("Trace:AnchorFolder", StringComparison.Ordinal)
        );

        static async Task<IReadOnlyList<string>> Refusals(params (string, string?)[] settings)
        {
            var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
            builder.Configuration["ConnectionStrings:Court"] = "Host=nowhere";
            foreach (var (name, value) in settings)
                builder.Configuration[name] = value;
            return (await Assert.ThrowsAsync<SettingsException>(() => builder.AddCourtDb(new PostgreSqlEngine()))).Problems;
        }
    }

    [Fact]
    public void Rows_of_a_former_key_still_hold_and_new_ones_name_the_new_key()
    {
        var before = Keys("Production", ("Trace:Key", s_first));
        var old = Row(before);
        var after = Keys("Production", ("Trace:Key", s_second), ("Trace:KeyId", "2"), ("Trace:Keys:1", s_first));
        Assert.Equal(("1", "2"), (old.KeyId, Row(after).KeyId));
        Assert.True(old.IsIntact(after) && Row(after).IsIntact(after));
        Assert.False(Row(after).IsIntact(before));
        Assert.False(old.IsIntact(Keys("Production", ("Trace:Key", s_second))));
    }

    [Fact]
    public void A_new_key_under_the_old_id_is_refused() =>
        Assert.Throws<SettingsException>(() => Keys("Production", ("Trace:Key", s_second), ("Trace:Keys:1", s_first)));

    [Fact]
    public void The_key_of_Development_is_known_nowhere_else()
    {
        var row = Row(Keys("Development"));
        Assert.Equal("development", row.KeyId);
        Assert.False(Keys("Production", ("Trace:Key", s_first)).Knows(row.KeyId));
    }

    private static TraceRow Row(ITraceMac mac) =>
        TraceRow.After("", Guid.CreateVersion7(), 1, new Fact("noted", Actor.System, StoppedAt), "", mac);

    private static DateTimeOffset StoppedAt => new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);

    private static TraceKeys Keys(string environment, params (string Name, string? Value)[] settings) =>
        TraceKeys.From(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value)).Build(),
            new HostingEnvironment { EnvironmentName = environment }
        );
}
