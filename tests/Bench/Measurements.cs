using System.Collections.Concurrent;
using System.Diagnostics;
using Given;
using Infrastructure.WorkOrders;

namespace Bench;

/// <summary>The acts that people wait for.</summary>
internal sealed class Measurements(CourtData data, City city, IReadOnlyList<LitigantClient> phones, TimeSpan time)
{
    public Task<Figures> Create() =>
        Load.Run(
            "create through the API",
            time,
            caller =>
            {
                var round = 0;
                return async () =>
                {
                    var who = (caller + (Load.Callers * round++)) % phones.Count;
                    using var answer = await phones[who].Leave(Guid.CreateVersion7(), caseId: city.People[who].Case.Id);
                    answer.EnsureSuccessStatusCode();
                };
            }
        );

    public Task<Figures> Inbox() =>
        Load.Run(
            "inbox first page",
            time,
            caller =>
            {
                var random = new Random(caller);
                return () =>
                    data.Use(
                        async (InboxQueries inbox) =>
                        {
                            var page = await inbox.Page(
                                new InboxFilter(InboxTab.ToAnswer),
                                after: null,
                                InboxQueries.PageSize,
                                city.Judges[random.Next(city.Judges.Count)],
                                CancellationToken.None
                            );
                            if (page.Rows.Count != InboxQueries.PageSize)
                                throw new InvalidOperationException($"A full page was expected, not {page.Rows.Count} rows.");
                        }
                    );
            }
        );

    public Task<Figures> Detail() =>
        Load.Run(
            "order detail through the API",
            time,
            caller =>
            {
                var round = 0;
                return async () =>
                {
                    var who = (caller + (Load.Callers * round++)) % phones.Count;
                    using var answer = await phones[who].Get($"work-orders/{city.Messages[who].Order}");
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.ReadAsByteArrayAsync();
                };
            }
        );

    /// <summary>From the answer of the API, which follows the commit, to the hint at the hub client.</summary>
    public async Task<Figures> Live(int rounds)
    {
        var heard = new ConcurrentDictionary<Guid, TaskCompletionSource<long>>();
        TaskCompletionSource<long> Waiting(Guid id) => heard.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var hub = await phones[0]
            .Listen(changed => Waiting(changed.GetProperty("id").GetGuid()).TrySetResult(Stopwatch.GetTimestamp()));
        List<double> latencies = [];
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < rounds; i++)
        {
            var id = Guid.CreateVersion7();
            using var answer = await phones[0].Leave(id, caseId: city.People[0].Case.Id);
            answer.EnsureSuccessStatusCode();
            var committed = Stopwatch.GetTimestamp();
            var arrived = await Waiting(id).Task.WaitAsync(TimeSpan.FromSeconds(10));
            latencies.Add(Math.Max(0, Stopwatch.GetElapsedTime(committed, arrived).TotalMilliseconds));
        }

        return Load.Of("live, API answer to hub client", latencies, Stopwatch.GetElapsedTime(begun));
    }
}
