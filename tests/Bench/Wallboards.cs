using System.Diagnostics;
using Given;
using Infrastructure.Figures;

namespace Bench;

/// <summary>The figures: counted anew, kept up, read for a wallboard.</summary>
internal sealed class Wallboards(CourtData data)
{
    private const int Rounds = 60;

    /// <summary>All orders counted once; the rate is of orders.</summary>
    public async Task<Figures> Rebuild()
    {
        var begun = Stopwatch.GetTimestamp();
        var orders = await data.Use((RebuildFigures rebuild) => rebuild.Run(_ => { }, CancellationToken.None));
        var took = Stopwatch.GetElapsedTime(begun);
        return new Figures("rebuild figures", (int)orders, orders / took.TotalSeconds, took.TotalMilliseconds, took.TotalMilliseconds);
    }

    /// <summary>The deltas that wait; the latencies are of batches, the rate is of deltas.</summary>
    public async Task<Figures> Fold()
    {
        List<double> latencies = [];
        var (folded, start) = (0, Stopwatch.GetTimestamp());
        while (true)
        {
            var begun = Stopwatch.GetTimestamp();
            var count = await data.Use((FoldFigures fold) => fold.Run(CancellationToken.None));
            if (count == 0)
                break;
            folded += count;
            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        if (latencies.Count == 0)
            throw new InvalidOperationException("No delta waited.");
        return Load.Of("fold deltas", latencies, Stopwatch.GetElapsedTime(start)) with
        {
            Count = folded,
            Rate = folded / Stopwatch.GetElapsedTime(start).TotalSeconds,
        };
    }

    /// <summary>The board of both levels, past the cache that screens share.</summary>
    public async Task<Figures> Refresh()
    {
        await Once();
        List<double> latencies = [];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await Once();
            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return Load.Of("wallboard refresh", latencies, Stopwatch.GetElapsedTime(start));
    }

    private Task Once() =>
        data.Use(
            async (BoardQueries boards) =>
            {
                if ((await boards.Read(null, CancellationToken.None)).Open == 0)
                    throw new InvalidOperationException("A board with open orders was expected.");
            }
        );
}
