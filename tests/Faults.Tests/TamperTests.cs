using Npgsql;

namespace Faults.Tests;

/// <summary>Whoever changes the database behind the application's back is found by the shipped command, which names the record.</summary>
public sealed class TamperTests(TamperedCourt court) : IClassFixture<TamperedCourt>
{
    private const string Cut = """
        DELETE FROM trace WHERE subject_id = $1 AND sequence = 5;
        DELETE FROM unanchored_heads WHERE subject_id = $1;
        UPDATE work_orders SET version = 4, trace_hash = (SELECT hash FROM trace WHERE subject_id = $1 AND sequence = 4),
            satisfaction = NULL, satisfaction_words = NULL, rated_at = NULL
        WHERE id = $1
        """;
    private const string Swap = """
        UPDATE trace SET sequence = sequence + 1000 WHERE subject_id = $1 AND sequence IN (2, 3);
        UPDATE trace SET sequence = 1005 - sequence WHERE subject_id = $1 AND sequence > 1000
        """;
    private const string Delete = """
        DELETE FROM trace WHERE subject_id = $1;
        DELETE FROM work_order_entries WHERE work_order_id = $1;
        DELETE FROM work_orders WHERE id = $1;
        DELETE FROM unanchored_heads WHERE subject_id = $1
        """;

    [Fact]
    public async Task What_nobody_touched_is_whole()
    {
        var (code, said) = await court.Verify("untouched", _ => Task.CompletedTask);
        Assert.True(code == 0, said);
        Assert.Contains(" and 1 anchors checked, all intact", said, StringComparison.Ordinal);
        Assert.Contains("stored files were not compared", said, StringComparison.Ordinal);

        (code, said) = await court.Verify("untouched_files", _ => Task.CompletedTask, "--files");
        Assert.True(code == 0, said);
        Assert.Contains("4 stored files compared", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "row_changed",
        "UPDATE trace SET actor_name = '别人' WHERE subject_id = $1 AND sequence = 2",
        "was changed after it was written"
    )]
    [InlineData("row_deleted", "DELETE FROM trace WHERE subject_id = $1 AND sequence = 3", "row 3 is missing")]
    [InlineData("rows_swapped", Swap, "does not follow the row before it")]
    [InlineData("end_cut", Cut, "a row that anchor 1 names is gone")]
    [InlineData("record_deleted", Delete, "a row that anchor 1 names is gone")]
    [InlineData("due_day", "UPDATE work_orders SET due_day = due_day + 1 WHERE id = $1", "is not as this row left it")]
    [InlineData(
        "closed_at",
        "UPDATE work_orders SET closed_at = closed_at - interval '1 hour' WHERE id = $1",
        "is not as this row left it"
    )]
    [InlineData("satisfaction", "UPDATE work_orders SET satisfaction = 'Dissatisfied' WHERE id = $1", "is not as this row left it")]
    [InlineData("owner_name", "UPDATE work_orders SET owner_name = '别人' WHERE id = $1", "is not as this row left it")]
    [InlineData("file", "UPDATE attachments SET sha256 = repeat('0', 64) WHERE subject_id = $1", "is not as this row left it")]
    [InlineData("file_taken_away", "UPDATE attachments SET subject_id = NULL, subject_kind = NULL WHERE subject_id = $1", "is gone")]
    [InlineData("requester_name", "UPDATE work_orders SET requester_name = '别人' WHERE id = $1", "is not as this row left it")]
    public async Task An_order_that_was_tampered_with_is_named(string name, string sql, string problem)
    {
        var (code, said) = await court.Verify(name, db => Statements(db, sql, court.Order.Id));
        IsNamed(code, said, court.Order.Number, problem);
    }

    [Fact]
    public async Task An_answer_rewritten_with_its_chain_recomputed_under_a_wrong_key_is_named()
    {
        var (code, said) = await court.Verify("rewritten", court.RewriteAnswer);
        IsNamed(code, said, court.Order.Number, "was changed after it was written");
    }

    [Fact]
    public async Task A_changed_address_confirmation_is_named()
    {
        var (code, said) = await court.Verify(
            "confirmation",
            db => Statements(db, "UPDATE address_confirmations SET postal_address = '别处' WHERE id = $1", court.Confirmation.Id)
        );
        IsNamed(code, said, $"address_confirmations {court.Confirmation.Id}", "is not as this row left it");
    }

    [Fact]
    public async Task A_changed_time_of_service_is_named()
    {
        const string later = "UPDATE service_attempts SET delivered_at = delivered_at - interval '1 day' WHERE service_id = $1";
        var (code, said) = await court.Verify("service_time", db => Statements(db, later, court.Service.Id));
        IsNamed(code, said, $"{court.Service.TaskNumber} {court.Service.CaseNumber}", "is not as this row left it");
    }

    [Fact]
    public async Task A_changed_export_is_named()
    {
        var (code, said) = await court.Verify(
            "export",
            db => Statements(db, "UPDATE exports SET subject = '别的' WHERE id = $1", court.Export.Id)
        );
        IsNamed(code, said, $"exports {court.Export.Id}", "is not as this row left it");
    }

    [Theory]
    [InlineData("evidence", "UPDATE service_evidence SET words = '没有收到' WHERE service_id = $1", "is not as this row left it")]
    [InlineData("evidence_deleted", "DELETE FROM service_evidence WHERE service_id = $1", "is gone")]
    public async Task Changed_evidence_of_a_service_is_named(string name, string sql, string problem)
    {
        var (code, said) = await court.Verify(name, db => Statements(db, sql, court.Service.Id));
        IsNamed(code, said, $"{court.Service.TaskNumber} {court.Service.CaseNumber}", problem);
    }

    [Fact]
    public async Task A_changed_certificate_is_named()
    {
        const string other = "UPDATE service_certificates SET sha256 = repeat('1', 64) WHERE id = $1";
        var (code, said) = await court.Verify("certificate", db => Statements(db, other, court.Certificate.Id));
        IsNamed(code, said, court.Certificate.Number, "is not as this row left it");
    }

    [Theory]
    [InlineData("day_off", "UPDATE calendar_days SET works = true WHERE day = '2026-12-07'", "is not as the last change left it")]
    [InlineData("day_off_gone", "DELETE FROM calendar_days WHERE day = '2026-12-08'", "is gone, and no fact")]
    [InlineData(
        "day_off_more",
        "INSERT INTO calendar_days SELECT (jsonb_populate_record(d, '{\"day\":\"2026-12-09\"}')).* FROM calendar_days d WHERE day = '2026-12-08'",
        "no fact of a change set it"
    )]
    public async Task A_day_off_that_no_change_left_is_named(string name, string sql, string problem)
    {
        var (code, said) = await court.Verify(name, db => TamperedCourt.Execute(db, sql));
        IsNamed(code, said, "calendar_days", problem);
    }

    [Theory]
    [InlineData("notice", "UPDATE calendar_days SET works = true WHERE day = '2027-05-03'", "is not as the notice of its year says")]
    [InlineData("notice_gone", "DELETE FROM calendar_days WHERE day = '2026-10-01'", "is gone, and the notice of its year names it")]
    [InlineData(
        "notice_more",
        "INSERT INTO calendar_days SELECT (jsonb_populate_record(d, '{\"day\":\"2027-03-01\"}')).* FROM calendar_days d WHERE day = '2027-05-01'",
        "no notice names it"
    )]
    public async Task A_day_that_no_notice_names_so_is_named(string name, string sql, string problem)
    {
        var (code, said) = await court.Verify(name, db => TamperedCourt.Execute(db, sql));
        IsNamed(code, said, "calendar_days", problem);
    }

    [Theory]
    [InlineData("step_later", "UPDATE work_orders SET next_step_at = next_step_at + interval '1 day' WHERE id = $1")]
    [InlineData("step_none", "UPDATE work_orders SET next_step = NULL, next_step_at = NULL WHERE id = $1")]
    public async Task A_step_of_supervision_that_was_put_off_is_named(string name, string sql)
    {
        var (code, said) = await court.Verify(name, db => TamperedCourt.Execute(db, sql, court.Waiting.Id));
        IsNamed(code, said, court.Waiting.Number, "the next step of supervision is not when the clock gives it");
    }

    [Fact]
    public async Task A_next_channel_that_was_put_off_is_named()
    {
        const string later = "UPDATE services SET next_fallback_at = next_fallback_at + interval '1 month' WHERE id = $1";
        var (code, said) = await court.Verify("channel", db => TamperedCourt.Execute(db, later, court.Unserved.Id));
        var service = $"{court.Unserved.TaskNumber} {court.Unserved.CaseNumber}";
        IsNamed(code, said, service, "the next channel is not when any plan gives it");
    }

    [Fact]
    public async Task A_reply_that_nobody_is_to_read_is_named()
    {
        var (code, said) = await court.Verify(
            "reply",
            db => TamperedCourt.Execute(db, "UPDATE inbound_sms SET not_before = not_before + interval '1 year'")
        );
        IsNamed(code, said, $"inbound_sms {court.Reply.Id}", "it is not read before a time that no failed try gives");
    }

    [Theory]
    [InlineData(
        "lease",
        "INSERT INTO worker_leases (name, holder, until) VALUES ('supervision', $1, '2099-01-01')",
        "worker_leases supervision"
    )]
    [InlineData("notice_held", "UPDATE notices SET claimed_until = '2099-01-01' WHERE subject_id = $1", "notices ")]
    public async Task What_is_held_for_ever_is_named(string name, string sql, string claim)
    {
        var (code, said) = await court.Verify(name, db => TamperedCourt.Execute(db, sql, court.Order.Id));
        Assert.True(code == 1, said);
        Assert.Contains(
            said.Split('\n'),
            line => line.StartsWith(claim, StringComparison.Ordinal) && line.Contains("is held for longer", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_anchor_taken_out_of_the_database_is_named()
    {
        var (code, said) = await court.Verify("anchor", db => TamperedCourt.Execute(db, "DELETE FROM anchors"));
        Assert.True(code == 1, said);
        Assert.Contains("anchors, row 1: the database does not know the line", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_were_changed_or_are_missing_are_named_when_files_are_compared()
    {
        (string Record, string Sha256)[] named =
        [
            (court.Order.Number, court.Attachment.Sha256),
            (court.Document.CaseNumber, court.Document.Sha256),
            (court.Certificate.Number, court.Certificate.Sha256),
        ];
        foreach (var (_, sha256) in named)
            await File.AppendAllTextAsync(court.Files.PathOf(sha256), "x");
        var (code, said) = await court.Verify("files_unread", _ => Task.CompletedTask);
        Assert.True(code == 0, said);
        (code, said) = await court.Verify("files_changed", _ => Task.CompletedTask, "--files");
        foreach (var (record, sha256) in named)
            IsNamed(code, said, record, $"its file {sha256} (sha256) was changed");

        foreach (var (_, sha256) in named)
            File.Move(court.Files.PathOf(sha256), court.Files.PathOf(sha256) + ".aside");
        (code, said) = await court.Verify("files_missing", _ => Task.CompletedTask, "--files");
        foreach (var (record, sha256) in named)
            IsNamed(code, said, record, $"its file {sha256} (sha256) is missing");
        foreach (var path in named.Select(n => court.Files.PathOf(n.Sha256)))
        {
            File.Move(path + ".aside", path);
            await using var file = File.OpenWrite(path);
            file.SetLength(file.Length - 1);
        }
    }

    /// <summary>Otherwise a record could be kept from every anchor, and changed later without a sign.</summary>
    [Fact]
    public async Task A_record_taken_out_of_the_queue_for_the_next_anchor_is_named()
    {
        const string taken = "DELETE FROM unanchored_heads WHERE subject_id = $1";
        var (code, said) = await court.Verify("queue", db => Statements(db, taken, court.Waiting.Id));
        IsNamed(code, said, court.Waiting.Number, "in no anchor and does not wait for one");
    }

    private static void IsNamed(int code, string said, string record, string problem)
    {
        Assert.True(code == 1, said);
        Assert.Contains(
            said.Split('\n'),
            line => line.StartsWith(record + ", row ", StringComparison.Ordinal) && line.Contains(problem, StringComparison.Ordinal)
        );
    }

    private static async Task Statements(NpgsqlConnection db, string sql, Guid id)
    {
        foreach (var statement in sql.Split(';'))
            await TamperedCourt.Execute(db, statement, id);
    }
}
