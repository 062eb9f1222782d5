using System.Diagnostics;
using Given;
using Infrastructure.Paging;
using Infrastructure.WorkOrders;

namespace Bench;

/// <summary>The acts that people wait for.</summary>
internal sealed partial class Measurements(CourtData data, City city, IReadOnlyList<LitigantClient> phones, Hosts hosts, TimeSpan time)
    : IDisposable
{
    private static readonly TimeSpan s_hostWarmUp = TimeSpan.FromSeconds(20);

    public const string LiveName = "live, before sending to client";

    /// <param name="warm">Called when the measuring begins.</param>
    public Task<Figures> Create(Action? warm = null) =>
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
            },
            s_hostWarmUp,
            warm
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
                                Page<InboxRow>.Size,
                                city.Judges[random.Next(city.Judges.Count)],
                                CancellationToken.None
                            );
                            if (page.Rows.Count != Page<InboxRow>.Size)
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

    /// <summary>From before the request is sent to the hint at a hub client in a process of its own.</summary>
    public async Task<Figures> Live(int rounds)
    {
        await using var listener = await Listener.Start(hosts.Api, phones[0].AccessToken);
        List<double> latencies = [];
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < rounds; i++)
        {
            var id = Guid.CreateVersion7();
            var sent = Stopwatch.GetTimestamp();
            using var answer = await phones[0].Leave(id, caseId: city.People[0].Case.Id);
            answer.EnsureSuccessStatusCode();
            var arrived = await listener.Heard(id).WaitAsync(TimeSpan.FromSeconds(10));
            latencies.Add(Stopwatch.GetElapsedTime(sent, arrived).TotalMilliseconds);
        }

        return Load.Of(LiveName, latencies, Stopwatch.GetElapsedTime(begun));
    }

    public void Dispose()
    {
        foreach (var phone in phones)
            phone.Dispose();
    }
}
