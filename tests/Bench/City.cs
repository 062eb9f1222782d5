using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>Judges, litigants with a case each, and as many work orders as asked, loaded past the use cases because millions are needed.</summary>
internal sealed class City(CourtData data)
{
    /// <summary>A page and some: an inbox of the same length at every size, so that only the size of the table differs.</summary>
    private const int OpenPerJudge = 60;

    private const int Litigants = 64;

    public List<Actor> Judges { get; } = [];
    public List<(Litigant Person, Case Case)> People { get; } = [];
    public List<(Guid Litigant, Guid Order)> Messages { get; } = [];

    public async Task AddPeople()
    {
        var division = await data.Division();
        var judge = await data.Staff(Role.Judge, division);
        await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Filing));
        for (var i = 0; i < Litigants; i++)
        {
            var person = await data.Litigant();
            var @case = await data.Case(person, division, judge);
            People.Add((person, @case));
            Messages.Add((person.Id, (await data.Message(person, @case)).Id));
        }
    }

    /// <summary>Fills up to the number of orders, each of so many judges with one page and some open, the rest closed.</summary>
    public async Task FillTo(int orders, int judges)
    {
        var division = await data.Division();
        await data.Use(
            async (CourtDb db) =>
            {
                for (var i = Judges.Count; i < judges; i++)
                {
                    var staff = new Staff
                    {
                        Id = Guid.CreateVersion7(),
                        Name = "法官",
                        LoginName = $"bench{i}",
                        Mobile = CourtData.Mobile(i),
                    }.Entered(Actor.System, data.Now());
                    var post = new Post
                    {
                        Id = Guid.CreateVersion7(),
                        StaffId = staff.Id,
                        CourtId = division.CourtId,
                        DivisionId = division.Id,
                        Role = Role.Judge,
                    }.Entered(Actor.System, data.Now());
                    db.AddRange(staff, post);
                    Judges.Add(Actor.Staff(staff.Id, staff.Name, new StaffPost(post.Id, post.Role, post.CourtId, post.DivisionId)));
                }

                await db.SaveChangesAsync();
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
                await db.Database.OpenConnectionAsync(); // one session: it holds a temporary table
                var present = await db.Set<WorkOrder>().CountAsync();
                await Copy(db, orders - present);
                await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
            }
        );
    }

    /// <summary>Open orders, none of them due, whose traces begin later.</summary>
    public Task FillOpen(int orders) =>
        data.Use(
            async (CourtDb db) =>
            {
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO work_orders
                    SELECT r.* FROM work_orders AS w CROSS JOIN generate_series(1, {orders}) AS n
                    CROSS JOIN LATERAL jsonb_populate_record(w, jsonb_build_object(
                        'id', gen_random_uuid(), 'number', 'S' || n, 'version', 0, 'trace_hash', '', 'litigant_id', gen_random_uuid(),
                        'next_step', 'Level1', 'next_step_at', now() + interval '2 days' + n * interval '1 second')) AS r
                    WHERE w.id = {Messages[0].Order}
                    """
                );
                await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
            }
        );

    /// <summary>Puts so many of them a minute into the past.</summary>
    public Task MakeDue(int orders) =>
        data.Use(
            (CourtDb db) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    UPDATE work_orders SET next_step_at = now() - interval '1 minute'
                    WHERE id IN (SELECT id FROM work_orders WHERE version = 0 AND next_step = 'Level1' LIMIT {orders})
                    """
                )
        );

    // LATERAL: a function in the select list with .* is called once for each column.
    // Copies one order that the use case made, with its trace, changing what tells orders apart: no column is forgotten when one is added.
    private async Task Copy(CourtDb db, int count)
    {
        var judges = Judges.Select(j => j.Id).ToArray();
        var template = Messages[0].Order;
        var perJudge = Math.Max(OpenPerJudge, count / judges.Length);
        var open = nameof(WorkOrderState.ToAnswer);
        var closed = nameof(WorkOrderState.Closed);
        await db.Database.ExecuteSqlAsync(
            $"""
            CREATE TEMP TABLE fresh AS
            SELECT n, gen_random_uuid() AS id, ({judges})[1 + n / {perJudge} % {judges.Length}] AS owner, n % {perJudge} < {OpenPerJudge} AS is_open
            FROM generate_series(0, {count - 1}) AS n
            """
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO work_orders
            SELECT r.* FROM work_orders AS w CROSS JOIN fresh AS f
            CROSS JOIN LATERAL jsonb_populate_record(w, jsonb_build_object(
                'id', f.id, 'number', 'B' || right(f.id::text, 12) || f.n, 'owner_id', f.owner, 'litigant_id', gen_random_uuid(),
                'requester_phone', '139' || lpad(f.n::text, 8, '0'),
                'received_at', w.received_at - f.n * interval '7 seconds', 'due_at', w.due_at - f.n * interval '7 seconds',
                'due_day', ((w.due_at - (f.n + 1) * interval '7 seconds') AT TIME ZONE 'Asia/Shanghai')::date,
                'state', CASE WHEN f.is_open THEN {open} ELSE {closed} END,
                'closed_at', CASE WHEN f.is_open THEN NULL ELSE w.received_at - f.n * interval '6 seconds' END,
                'first_reply_at', CASE WHEN f.is_open THEN NULL ELSE w.received_at - f.n * interval '6 seconds' END,
                'closed_by_id', CASE WHEN f.is_open THEN NULL ELSE f.owner END,
                'next_step', CASE WHEN f.is_open THEN w.next_step END, 'next_step_at', CASE WHEN f.is_open THEN w.next_step_at END)) AS r
            WHERE w.id = {template}
            """
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO trace SELECT r.* FROM trace AS t CROSS JOIN fresh AS f
            CROSS JOIN LATERAL jsonb_populate_record(t, jsonb_build_object('subject_id', f.id)) AS r
            WHERE t.subject_id = {template}
            """
        );
        await db.Database.ExecuteSqlRawAsync("DROP TABLE fresh");
    }
}
