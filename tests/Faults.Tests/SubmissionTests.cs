using System.Collections.Concurrent;
using System.Net;
using Domain.Attachments;
using Domain.Notifications;
using Domain.Shared;
using Domain.Submissions;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>kill -9 while people hand in and the clerk decides: every receipt that was given stands once, with its files.</summary>
[Collection(OnHosts.Name)]
public sealed class SubmissionTests(Hosts hosts) : IAsyncLifetime
{
    private const int People = 6;
    private const int Each = 5;
    private readonly ConcurrentDictionary<Guid, string> _receipts = new();
    private int _interrupted;

    public Task InitializeAsync() => hosts.EverythingRuns();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_receipt_stands_once_with_its_files_after_the_api_and_the_database_were_killed()
    {
        List<(SubmissionScene Desk, LitigantClient Phone)> people = [];
        for (var i = 0; i < People; i++)
        {
            var desk = await hosts.Data.SubmissionScene();
            people.Add((desk, await LitigantClient.SignIn(hosts.Api.Address, desk.Defendant, hosts.Data)));
        }

        var running = Task.WhenAll(people.Select(p => Task.Run(() => HandIn(p.Desk, p.Phone))));
        await Wait.Until("some have a receipt", () => _receipts.Count >= People);
        await hosts.Api.Kill();
        hosts.Api.Start();
        await Wait.Until("some more have one", () => _receipts.Count >= 2 * People);
        await hosts.KillDatabase();
        await hosts.StartDatabase();
        await running;
        Assert.NotEqual(0, _interrupted);

        var ids = people.ConvertAll(p => p.Desk.Case.Id);
        var stored = await hosts.Data.Use(
            (CourtDb db) => db.Set<Submission>().AsNoTracking().Include(s => s.Files).Where(s => ids.Contains(s.CaseId)).ToListAsync()
        );
        Assert.Equal(_receipts.Keys.Order(), stored.Select(s => s.Id).Order());
        Assert.All(stored, s => Assert.Equal((_receipts[s.Id], 1), (s.Number, s.Files.Count)));
        Assert.Equal(stored.Count, stored.Select(s => s.Number).Distinct().Count());
        var files = await hosts.Data.Use(
            (CourtDb db) => db.Set<Attachment>().AsNoTracking().Where(a => a.SubjectKind == SubjectKind.Submission).ToListAsync()
        );
        Assert.All(stored, s => Assert.Equal(s.Files.Single().AttachmentId, files.Single(f => f.SubjectId == s.Id).Id));
        var told = await hosts.Data.Use(
            (CourtDb db) =>
                db.Set<Notice>()
                    .AsNoTracking()
                    .Where(n => n.Kind == SubmissionNotices.Sent.Key && n.Channel == NoticeChannel.Sms && n.FallbackOfId == null)
                    .ToListAsync()
        );
        // The judge and the clerk of each, once.
        Assert.All(stored, s => Assert.Equal(2, told.Count(n => n.SubjectId == s.Id)));
        var trace = await hosts.Data.VerifyTrace();
        Assert.True(trace.IsIntact, trace.ToString());
    }

    private async Task HandIn(SubmissionScene desk, LitigantClient phone)
    {
        for (var i = 0; i < Each; i++)
        {
            var (id, file) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            await Wait.Until($"the file of {id} is there", () => Sent(() => HandingIn.Upload(phone, file)));
            await Wait.Until(
                $"{id} has a receipt",
                () =>
                    Sent(
                        () => HandingIn.Material(phone, desk.Case, id, file),
                        async answer => _receipts[id] = await LitigantClient.NumberIn(answer)
                    )
            );
        }
    }

    private async Task<bool> Sent(Func<Task<HttpResponseMessage>> send, Func<HttpResponseMessage, Task>? done = null)
    {
        try
        {
            using var answer = await send();
            if (answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK)
            {
                await (done?.Invoke(answer) ?? Task.CompletedTask);
                return true;
            }

            if ((int)answer.StatusCode < 500)
                throw new InvalidOperationException($"refused with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception e) when (Wait.IsAway(e))
        {
            // Counted below; the phone does not know whether it arrived.
        }

        Interlocked.Increment(ref _interrupted);
        return false;
    }
}
