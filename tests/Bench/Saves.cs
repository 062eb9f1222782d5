using System.Diagnostics;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>
/// The same change saved by the prepared batch and by EF Core itself, which writes where a transaction is open already: by turns,
/// so that both meet the same load of the machine.
/// </summary>
internal static class Saves
{
    private const int WarmUp = 100;

    public static async Task Run(string connectionString, int saves)
    {
        var data = await CourtData.Open(connectionString);
        var litigant = await data.Litigant();
        await data.People();
        var order = await data.Message(litigant);
        var report = new Report();
        Report.PrintHead();
        foreach (var notes in new[] { 1, 50 })
        {
            List<double> batch = [];
            List<double> core = [];
            for (var i = 0; i < WarmUp + saves; i++)
            {
                var (mine, cores) = (await Note(data, order, notes, byEfCore: false), await Note(data, order, notes, byEfCore: true));
                if (i < WarmUp)
                    continue;
                batch.Add(mine.TotalMilliseconds);
                core.Add(cores.TotalMilliseconds);
            }

            report.Add(notes, Load.Of($"save, {notes} facts, batch", batch, TimeSpan.FromMilliseconds(batch.Sum())));
            report.Add(notes, Load.Of($"save, {notes} facts, EF Core", core, TimeSpan.FromMilliseconds(core.Sum())));
        }
    }

    /// <returns>How long the save took, with the commit.</returns>
    private static Task<TimeSpan> Note(CourtData data, WorkOrder known, int notes, bool byEfCore) =>
        data.Use(
            async (CourtDb db) =>
            {
                var order = await db.Set<WorkOrder>().SingleAsync(o => o.Id == known.Id);
                for (var i = 0; i < notes; i++)
                    order.Note(Guid.CreateVersion7(), "已电话联系。", Domain.Shared.Actor.System, "", data.Now());
                var begun = Stopwatch.GetTimestamp();
                if (!byEfCore)
                {
                    await db.SaveChangesAsync();
                    return Stopwatch.GetElapsedTime(begun);
                }

                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return Stopwatch.GetElapsedTime(begun);
            }
        );
}
