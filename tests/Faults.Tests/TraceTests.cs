using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

[Collection(OnHosts.Name)]
public sealed class TraceTests(Hosts hosts) : IAsyncLifetime
{
    public Task InitializeAsync() => hosts.EverythingRuns();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_command_finds_nothing_after_all_the_kills_and_names_the_first_row_that_was_changed()
    {
        var (judge, _) = await hosts.Data.People("baiyun");
        var order = await hosts.Data.Message(await hosts.Data.Litigant(), court: await hosts.Data.Court("baiyun"));
        var (code, said) = await hosts.Portal.Run("verify-trace");
        Assert.True(code == 0, said);
        Assert.Contains("all intact", said, StringComparison.Ordinal);
        Assert.NotEqual(judge.Id, order.OwnerId);

        try
        {
            await Write("被改过的名字");
            (code, said) = await hosts.Portal.Run("verify-trace");
            Assert.Equal(1, code);
            Assert.Contains($"the first: {order.Number}, row 2:", said, StringComparison.Ordinal);
        }
        finally
        {
            await Write("系统");
        }

        (code, said) = await hosts.Portal.Run("verify-trace");
        Assert.True(code == 0, said);

        Task Write(string name) =>
            hosts.Data.Use(
                (CourtDb db) =>
                    db.Set<TraceRow>()
                        .Where(t => t.SubjectId == order.Id && t.Sequence == 2)
                        .ExecuteUpdateAsync(s => s.SetProperty(t => t.ActorName, name))
            );
    }
}
