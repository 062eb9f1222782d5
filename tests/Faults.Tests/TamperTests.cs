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

    [Theory]
    [InlineData("anchor_at", "UPDATE anchors SET at = '2036-01-01'")]
    [InlineData("anchor_heads", "UPDATE anchors SET heads = heads + 1")]
    public async Task An_anchor_that_the_database_says_otherwise_than_its_line_is_named(string name, string sql)
    {
        var (code, said) = await court.Verify(name, db => TamperedCourt.Execute(db, sql));
        IsNamed(code, said, "anchors", "the database has another time or count of it than its line");
    }

    /// <summary>The public page would verify it.</summary>
    [Theory]
    [InlineData("document_forged", "")]
    [InlineData("document_of_no_case", ", \"case_id\": \"00000000-0000-0000-0000-000000000001\"")]
    [InlineData("document_of_no_task", ", \"task_id\": \"00000000-0000-0000-0000-000000000001\"")]
    public async Task A_document_with_which_no_service_began_is_named(string name, string more)
    {
        const string serial = "SD20261120-9999-0001-01";
        var forged = $$"""
            SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'serial', '{{serial}}', 'verify_code', 'ABCDEFGHJKLM',
                'title', '民事调解书', 'position', 9, 'sha256', repeat('0', 64)) || '{{{more.TrimStart(',')}}}')).*
            FROM served_documents d WHERE id = $1
            """;
        var (code, said) = await court.Verify(
            name,
            async db =>
            {
                const string free = "ALTER TABLE served_documents DROP CONSTRAINT fk_served_documents_service_tasks_task_id";
                await TamperedCourt.Execute(db, free);
                await TamperedCourt.Execute(db, "INSERT INTO served_documents " + forged, court.Document.Id);
            }
        );
        IsNamed(
            code,
            said,
            $"served_documents {serial}",
            name.EndsWith("task", StringComparison.Ordinal) ? "of no task" : "no service began"
        );
    }

    [Theory]
    [InlineData("frozen_at", "frozen_at = frozen_at - interval '1 day'")]
    [InlineData("is_appealable", "is_appealable = NOT is_appealable")]
    [InlineData("case_number", "case_number = '(2026)粤0104民初1号'")]
    [InlineData("position", "position = 9")]
    [InlineData("kind", "kind = 'Ruling'")]
    [InlineData("corrects_id", "corrects_id = id")]
    public async Task A_frozen_document_that_was_changed_is_named(string name, string change)
    {
        var sql = $"UPDATE served_documents SET {change} WHERE id = $1";
        var (code, said) = await court.Verify($"frozen_{name}", db => TamperedCourt.Execute(db, sql, court.Document.Id));
        var service = $"{court.Service.TaskNumber} {court.Service.CaseNumber}";
        IsNamed(code, said, service, "the frozen document is not the one of the trace");
    }

    [Fact]
    public async Task A_plan_that_says_it_has_begun_while_nothing_was_served_is_named()
    {
        const string begun = "UPDATE service_plans SET state = 'Started' WHERE task_id = $1";
        var (code, said) = await court.Verify("plan", db => TamperedCourt.Execute(db, begun, court.Confirmed.Id));
        IsNamed(code, said, court.Confirmed.Number, "is said to have begun");
    }

    /// <summary>What comes after it is looked at all the same.</summary>
    [Theory]
    [InlineData("step", "UPDATE work_orders SET next_step = 'Zzz' WHERE id = $1", "work_orders")]
    [InlineData("state", "UPDATE work_orders SET state = 'Nonsense' WHERE id = $1", "work_orders")]
    [InlineData("calendar", "UPDATE trace SET data = '{' WHERE subject_id IN (SELECT id FROM calendar_changes)", "calendar_changes ")]
    public async Task What_cannot_be_read_is_named_and_hides_nothing(string name, string sql, string table)
    {
        var (code, said) = await court.Verify(
            $"unreadable_{name}",
            async db =>
            {
                await TamperedCourt.Execute(
                    db,
                    sql,
                    [.. sql.Contains("$1", StringComparison.Ordinal) ? [court.Waiting.Id] : Array.Empty<object>()]
                );
                await TamperedCourt.Execute(
                    db,
                    "INSERT INTO worker_leases (name, holder, until) VALUES ('supervision', gen_random_uuid(), '2099-01-01')"
                );
            }
        );
        Assert.Contains("worker_leases supervision, row 0: is held for longer", said, StringComparison.Ordinal);
        IsNamed(code, said, table == "work_orders" ? court.Waiting.Number : table, "what is stored cannot be read");
    }

    [Theory]
    [InlineData("Trace:AnchorFolder", "verify-trace")]
    [InlineData("Trace:AnchorFolder", "anchor-trace")]
    [InlineData("Files:Root", "verify-trace", "--files")]
    public async Task A_folder_that_is_missing_is_one_line(string setting, params string[] command)
    {
        var missing = Path.Combine(Path.GetTempPath(), $"court-missing-{Guid.CreateVersion7()}");
        var (code, said) = await court.RunOn([.. command, $"--{setting}={missing}"]);
        Assert.True(code == 1, said);
        Assert.StartsWith(
            $"{setting}: the folder {missing} is missing",
            Assert.Single(said.TrimEnd().Split('\n')),
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(missing));
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
            line =>
                line.StartsWith(record.EndsWith(' ') ? record : record + ", row ", StringComparison.Ordinal)
                && line.Contains(problem, StringComparison.Ordinal)
        );
    }

    private static async Task Statements(NpgsqlConnection db, string sql, Guid id)
    {
        foreach (var statement in sql.Split(';'))
            await TamperedCourt.Execute(db, statement, id);
    }
}
