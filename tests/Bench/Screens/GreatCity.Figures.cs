using System.Globalization;
using Domain.Figures;

namespace Bench.Screens;

internal sealed partial class GreatCity
{
    private const string Counted = """
        FROM (SELECT coalesce(counts_in_court_id, court_id) AS court, coalesce(counts_in_division_id, division_id) AS division, owner_id AS owner,
            (received_at AT TIME ZONE 'Asia/Shanghai')::date AS received, (received_at AT TIME ZONE 'Asia/Shanghai')::time AS clock,
            (closed_at AT TIME ZONE 'Asia/Shanghai')::date AS closed, (first_reply_at AT TIME ZONE 'Asia/Shanghai')::date AS replied,
            (rated_at AT TIME ZONE 'Asia/Shanghai')::date AS rated, dispatched_at IS NOT NULL AND merged_into_id IS NULL AS own, *
            FROM work_orders) o
        """;

    /// <summary>
    /// What <see cref="WorkOrderFigures"/>, <see cref="ServiceFigures"/> and <see cref="CaseFigures"/> say, in one pass over each table: the
    /// application counts anew page by page, which takes longer than all the filling. Of columns that are empty here nothing is counted;
    /// <c>verify-figures</c> on a small city finds any difference.
    /// </summary>
    private async Task Figures()
    {
        const string outcome = $"CASE WHEN closed_at < due_at THEN '{nameof(DueOutcome.OnTime)}' ELSE '{nameof(DueOutcome.Missed)}' END";
        var served = "FROM (SELECT court_id AS court, division_id AS division, clerk_id AS owner, * FROM services) o";
        var attempts = $"""
            FROM (SELECT s.court_id AS court, s.division_id AS division, s.clerk_id AS owner, a.*,
                CASE a.state WHEN 'Failed' THEN '{nameof(ServedOutcome.Failed)}' WHEN 'Delivered' THEN '{nameof(ServedOutcome.Succeeded)}'
                ELSE '{nameof(ServedOutcome.Waiting)}' END AS outcome FROM service_attempts a JOIN services s ON s.id = a.service_id) o
            """;
        const string cases =
            "FROM (SELECT court_id AS court, division_id AS division, coalesce(judge_id, '00000000-0000-0000-0000-000000000000') AS owner, * FROM cases) o";
        const string queued = "(queued_at AT TIME ZONE 'Asia/Shanghai')::date";
        await filling.Sql("TRUNCATE figures, figure_deltas, figure_carries; ALTER TABLE figures DROP CONSTRAINT pk_figures");
        await Count(FigureMetric.Received, "received", "''", Counted);
        await Count(FigureMetric.ReceivedKind, "received", "channel || '.' || category", Counted, ofCourt: true);
        await Count(
            FigureMetric.ReceivedAt,
            "received",
            "(extract(hour FROM clock) * 6 + floor(extract(minute FROM clock) / 10))::int::text",
            Counted,
            ofCourt: true
        );
        await Count(FigureMetric.Closed, "closed", "''", $"{Counted} WHERE closed IS NOT NULL");
        await Count(FigureMetric.Open, "due_day", "level::text", $"{Counted} WHERE closed IS NULL");
        await Count(FigureMetric.Due, "due_day", outcome, $"{Counted} WHERE own");
        await Count(
            FigureMetric.Supervised,
            "(level1_at AT TIME ZONE 'Asia/Shanghai')::date",
            "level::text",
            $"{Counted} WHERE own AND level > 0"
        );
        const string orders = $"{Counted} CROSS JOIN LATERAL (VALUES ";
        await Count(
            FigureMetric.OpenMoved,
            "moved",
            "''",
            $"{orders}(received, 1), (closed, -1)) m (moved, by) WHERE moved IS NOT NULL",
            value: "sum(by)"
        );
        await Count(
            FigureMetric.LateMoved,
            "moved",
            "''",
            $"{orders}(due_day + 1, 1), (closed, -1)) m (moved, by) WHERE moved IS NOT NULL AND (closed IS NULL OR closed > due_day)",
            value: "sum(by)"
        );
        var between = "to_char(received, 'YYYYMMDD') || '-' || to_char(replied, 'YYYYMMDD')";
        await Count(FigureMetric.FirstReply, "replied", between, $"{Counted} WHERE own AND replied IS NOT NULL");
        await Count(FigureMetric.Rated, "rated", "satisfaction", $"{Counted} WHERE satisfaction IS NOT NULL AND rated IS NOT NULL");
        await Count(FigureMetric.Served, "(begun_at AT TIME ZONE 'Asia/Shanghai')::date", "state", served);
        await Count(FigureMetric.ServiceAttempts, queued, "channel || '.' || outcome", attempts);
        await Count(FigureMetric.ServiceFailures, queued, "channel || '.' || failure_code", $"{attempts} WHERE state = 'Failed'");
        var noDay = $"date '{CaseFigures.NoDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
        await Count(FigureMetric.CasesOpen, noDay, "''", $"{cases} WHERE closed_on IS NULL");
        var moved = cases.Replace(
            "FROM cases",
            "FROM cases CROSS JOIN LATERAL (VALUES (filed_on, 1), (closed_on, -1)) m (moved, by)",
            StringComparison.Ordinal
        );
        await Count(FigureMetric.CasesMoved, "moved", "''", $"{moved} WHERE moved IS NOT NULL", value: "sum(by)");
        await filling.Sql(
            "ALTER TABLE figures ADD CONSTRAINT pk_figures PRIMARY KEY (grain, metric, court_id, division_id, day, owner_id, tag)"
        );
    }

    /// <summary>Of the people, their division and their court, or of the court alone.</summary>
    private async Task Count(FigureMetric metric, string day, string tag, string from, bool ofCourt = false, string value = "count(*)")
    {
        const string nobody = "'00000000-0000-0000-0000-000000000000'::uuid";
        string Insert(FigureGrain grain, string division, string owner) =>
            $"""
                INSERT INTO figures (grain, metric, court_id, day, division_id, owner_id, tag, value)
                SELECT {(short)grain}, {(short)metric}, court, d, {division}, {owner}, t, v
                FROM (SELECT court, {division} AS division, {owner} AS owner, {day} AS d, {tag} AS t, {value} AS v {from}
                    GROUP BY 1, 2, 3, 4, 5) o WHERE v <> 0
                """;
        await filling.Sql(Insert(FigureGrain.Court, nobody, nobody));
        if (ofCourt)
            return;
        await filling.Sql(Insert(FigureGrain.Division, "division", nobody));
        await filling.Sql(Insert(FigureGrain.Owner, "division", "owner"));
    }
}
