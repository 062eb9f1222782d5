using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Infrastructure.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agreement_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_consents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "anchors",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heads = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    stamped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_anchors", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "answer_limits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    category = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    is_in_force = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_limits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "arrived_files",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrived_files", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pages = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                    what = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    refused = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city_change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    first = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    moved_orders = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    withdraw_reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_manual = table.Column<bool>(type: "boolean", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    works = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => new { x.day, x.is_manual });
                });

            migrationBuilder.CreateTable(
                name: "case_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    bytes_done = table.Column<long>(type: "bigint", nullable: false),
                    created = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    older = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    warned = table.Column<int>(type: "integer", nullable: false),
                    files = table.Column<int>(type: "integer", nullable: false),
                    failure = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "city_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    wish = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    differences = table.Column<string>(type: "text", nullable: false),
                    effect = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_city_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contact_gaps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    was_late = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    step_failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_gaps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "courts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    full_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    short_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    level = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "character varying(32000)", maxLength: 32000, nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.staff_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "exports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    staff_title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    format = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "figure_carries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    metric = table.Column<short>(type: "smallint", maxLength: 30, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_carries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "figure_deltas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_deltas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "figures",
                columns: table => new
                {
                    grain = table.Column<short>(type: "smallint", maxLength: 30, nullable: false),
                    metric = table.Column<short>(type: "smallint", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figures", x => new { x.grain, x.metric, x.court_id, x.division_id, x.day, x.owner_id, x.tag });
                });

            migrationBuilder.CreateTable(
                name: "file_previews",
                columns: table => new
                {
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_media = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_previews", x => x.file_hash);
                });

            migrationBuilder.CreateTable(
                name: "gateway_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    gateway = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    provider_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    delivered = table.Column<bool>(type: "boolean", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    look_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gateway_receipts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbound_sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    gateway = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sequence = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    from = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    extension = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    work_order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    service_task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division_id = table.Column<Guid>(type: "uuid", nullable: true),
                    needs_person = table.Column<bool>(type: "boolean", nullable: false),
                    was_answered = table.Column<bool>(type: "boolean", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handling = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    handled_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound_sms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "integration_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state_name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: true),
                    spread_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integration_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "judgment_touches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judgment_touches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_devices",
                columns: table => new
                {
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_devices", x => new { x.address, x.device });
                });

            migrationBuilder.CreateTable(
                name: "litigant_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    device = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    refresh_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    former_refresh_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    refresh_salt = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_litigant_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "litigants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    open_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    union_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    identity_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    verified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    identity_tries = table.Column<int>(type: "integer", nullable: false),
                    identity_tried_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_litigants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "masked_files",
                columns: table => new
                {
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    pages_without_text = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<int>(type: "integer", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_masked_files", x => x.file_hash);
                });

            migrationBuilder.CreateTable(
                name: "node_pushes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    is_told = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_node_pushes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_attempts",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    took_ms = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_attempts", x => new { x.notice_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "notice_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    in_force = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    recipient_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    fallbacks = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    fallback_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fields = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division_id = table.Column<Guid>(type: "uuid", nullable: true),
                    part_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recalled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    express = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    first_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    was_held = table.Column<bool>(type: "boolean", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    provider_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    failure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    template_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.01)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.01);

            migrationBuilder.CreateTable(
                name: "number_blocks",
                columns: table => new
                {
                    series = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, defaultValue: "GZ"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_blocks", x => new { x.series, x.day });
                });

            migrationBuilder.CreateTable(
                name: "partner_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    route = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    milliseconds = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_calls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "post_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pieces = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recount_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    requested_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen = table.Column<int>(type: "integer", nullable: false),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    after = table.Column<Guid>(type: "uuid", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    limits_done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recount_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reply_codes",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    work_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_codes", x => new { x.staff_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "reply_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_outcomes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clerk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clerk_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    documents = table.Column<string>(type: "text", nullable: false),
                    document_titles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_count = table.Column<int>(type: "integer", nullable: false),
                    recipient_count = table.Column<int>(type: "integer", nullable: false),
                    corrects_task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_tasks", x => x.id);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.01)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.01);

            migrationBuilder.CreateTable(
                name: "sign_in_tries",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    right_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_tries", x => new { x.staff_id, x.source });
                });

            migrationBuilder.CreateTable(
                name: "sms_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    device = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    network = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                    is_stranger = table.Column<bool>(type: "boolean", nullable: false),
                    challenge = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sms_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    login_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mobile = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    office_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    password_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    former_password_hashes = table.Column<List<string>>(type: "text[]", nullable: false),
                    security_stamp = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stamp = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    device = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    network = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subscribe_credits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscribe_credits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subscribe_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    results = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscribe_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trace",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    data = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    seal = table.Column<string>(type: "text", nullable: false),
                    key_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trace", x => new { x.subject_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "unanchored_heads",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    table = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unanchored_heads", x => new { x.subject_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "undelivered_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    handled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    handled_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    resent_as_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_undelivered_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    declared_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    writer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    writer_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    refusal = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    refusal_code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    refusal_words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "warning_word_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<List<string>>(type: "text[]", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_word_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "withheld_cases",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    source_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_withheld_cases", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "work_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey_token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    survey_expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    survey_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    category = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    requester_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    requester_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    requester_role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reply_way = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    registered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    counts_in_court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    counts_in_division_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dispatched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    screened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_repeat = table.Column<bool>(type: "boolean", nullable: false),
                    last_supervised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    requester_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_reply_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_reply_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    satisfaction = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    satisfaction_words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    rated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rating_sequence = table.Column<long>(type: "bigint", nullable: true),
                    urgent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    urgent_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    step_failures = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    extension_state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    extension_days = table.Column<int>(type: "integer", nullable: true),
                    extension_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    extension_requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    extension_decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    extension_decided_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    extended_from_day = table.Column<DateOnly>(type: "date", nullable: true),
                    restart_count = table.Column<int>(type: "integer", nullable: false),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    merged_into_number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    merged_count = table.Column<int>(type: "integer", nullable: false),
                    reassignment_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reassignment_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    review_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reopen_count = table.Column<int>(type: "integer", nullable: false),
                    reopened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    urge_count = table.Column<int>(type: "integer", nullable: false),
                    last_urged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_orders", x => x.id);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.01)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.01);

            migrationBuilder.CreateTable(
                name: "worker_heartbeats",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    open_circuits = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_heartbeats", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "worker_leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "case_import_faults",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_refused = table.Column<bool>(type: "boolean", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_import_faults", x => new { x.import_id, x.line });
                    table.ForeignKey(
                        name: "fk_case_import_faults_case_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "case_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fallback_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    steps = table.Column<string>(type: "text", nullable: false),
                    is_in_force = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fallback_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_fallback_plans_courts_court_id",
                        column: x => x.court_id,
                        principalTable: "courts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    scopes = table.Column<string[]>(type: "character varying(30)[]", nullable: false),
                    addresses = table.Column<List<string>>(type: "character varying(49)[]", nullable: false),
                    calls_per_minute = table.Column<int>(type: "integer", nullable: false),
                    body_kilobytes = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partners", x => x.id);
                    table.ForeignKey(
                        name: "fk_partners_courts_court_id",
                        column: x => x.court_id,
                        principalTable: "courts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "preview_parts",
                columns: table => new
                {
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    stored_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preview_parts", x => new { x.file_hash, x.kind, x.number });
                    table.ForeignKey(
                        name: "fk_preview_parts_file_previews_file_hash",
                        column: x => x.file_hash,
                        principalTable: "file_previews",
                        principalColumn: "file_hash",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "page_masks",
                columns: table => new
                {
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    page = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    left = table.Column<int>(type: "integer", nullable: false),
                    top = table.Column<int>(type: "integer", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_masks", x => new { x.file_hash, x.page, x.number });
                    table.ForeignKey(
                        name: "fk_page_masks_masked_files_file_hash",
                        column: x => x.file_hash,
                        principalTable: "masked_files",
                        principalColumn: "file_hash",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_template_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_template_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_template_versions_notice_templates_template_id",
                        column: x => x.template_id,
                        principalTable: "notice_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "served_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    is_appealable = table.Column<bool>(type: "boolean", nullable: false),
                    serial = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verify_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    source_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_sealed = table.Column<bool>(type: "boolean", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_served_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_served_documents_service_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "service_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    recipients = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    failure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_plans_service_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "service_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.01)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.01);

            migrationBuilder.CreateTable(
                name: "services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clerk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clerk_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    procedure = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    is_first_instance = table.Column<bool>(type: "boolean", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recipient_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recipient_role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    recipient_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    recipient_phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    has_domicile = table.Column<bool>(type: "boolean", nullable: true),
                    is_sar_or_taiwan = table.Column<bool>(type: "boolean", nullable: false),
                    is_in_custody = table.Column<bool>(type: "boolean", nullable: true),
                    trial_procedure = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    consent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    document_titles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    concludes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paper_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paper_sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_fallback_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handed_to_clerk_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_services", x => x.id);
                    table.ForeignKey(
                        name: "fk_services_service_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "service_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.01)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.01);

            migrationBuilder.CreateTable(
                name: "contact_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    publishing_division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    becomes_liaison = table.Column<bool>(type: "boolean", nullable: false),
                    mobile = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    office_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    to_division_id = table.Column<Guid>(type: "uuid", nullable: true),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    report_by = table.Column<DateOnly>(type: "date", nullable: false),
                    was_reported_late = table.Column<bool>(type: "boolean", nullable: false),
                    reported_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reported_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    step_failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_changes_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "divisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    short_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    vice_president_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_divisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_divisions_courts_court_id",
                        column: x => x.court_id,
                        principalTable: "courts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_divisions_staff_vice_president_id",
                        column: x => x.vice_president_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "early_warnings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    candidate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    risk_level = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    triggers = table.Column<string[]>(type: "character varying(30)[]", nullable: false),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    raised_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    taken_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    call_again_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    calls = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    step_failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_early_warnings", x => x.id);
                    table.ForeignKey(
                        name: "fk_early_warnings_work_orders_work_order_id",
                        column: x => x.work_order_id,
                        principalTable: "work_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_ratings",
                columns: table => new
                {
                    work_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    satisfaction = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    rated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_ratings", x => new { x.work_order_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_former_ratings_work_orders_work_order_id",
                        column: x => x.work_order_id,
                        principalTable: "work_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "warning_candidates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<List<string>>(type: "text[]", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    early_warning_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_candidates", x => x.id);
                    table.ForeignKey(
                        name: "fk_warning_candidates_work_orders_work_order_id",
                        column: x => x.work_order_id,
                        principalTable: "work_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_order_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_order_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_order_entries_work_orders_work_order_id",
                        column: x => x.work_order_id,
                        principalTable: "work_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partner_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hint = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_partner_keys_partners_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partner_orders",
                columns: table => new
                {
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    work_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_orders", x => new { x.partner_id, x.reference });
                    table.ForeignKey(
                        name: "fk_partner_orders_partners_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_partner_orders_work_orders_work_order_id",
                        column: x => x.work_order_id,
                        principalTable: "work_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    kinds = table.Column<string[]>(type: "character varying(30)[]", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    secret_id = table.Column<Guid>(type: "uuid", nullable: false),
                    former_secret_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhook_subscriptions_partners_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clerk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    origin = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    retries_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proved_arrival_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bounced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_place = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_rebutted = table.Column<bool>(type: "boolean", nullable: false),
                    not_accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signer_relation = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    post_batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notice_ground = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    notice_findings = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    notice_text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    notice_days = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_attempts_services_service_id",
                        column: x => x.service_id,
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.01)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.01);

            migrationBuilder.CreateTable(
                name: "service_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    verify_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    cause = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    agents = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    supersedes_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recipient_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    service_version = table.Column<long>(type: "bigint", nullable: false),
                    service_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    documents = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_certificates_services_service_id",
                        column: x => x.service_id,
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_copies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_appealable = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_attempt_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_attempt_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signature_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    signed_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    standing = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rule = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    served_by_attempt_id = table.Column<Guid>(type: "uuid", nullable: true),
                    limit_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    limit_law = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    limit_extended_to = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_ends_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_copies", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_copies_served_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "served_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_copies_services_service_id",
                        column: x => x.service_id,
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_duties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clerk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clerk_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recipient_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recipient_role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    document_titles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    tried = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    was_late = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    step_failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_duties", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_duties_services_service_id",
                        column: x => x.service_id,
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    words = table.Column<string>(type: "character varying(340)", maxLength: 340, nullable: false),
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_evidence_attachments_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_evidence_services_service_id",
                        column: x => x.service_id,
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    via = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visits_services_service_id",
                        column: x => x.service_id,
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    cause = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    restriction = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    judge_id = table.Column<Guid>(type: "uuid", nullable: true),
                    clerk_id = table.Column<Guid>(type: "uuid", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    trial_period_ends = table.Column<DateOnly>(type: "date", nullable: true),
                    hearing_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    trial_procedure = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    retries_first_instance = table.Column<bool>(type: "boolean", nullable: true),
                    entered = table.Column<int>(type: "integer", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.CheckConstraint("ck_cases_closed_on", "(state = 'Closed' AND closed_on IS NOT NULL) OR (state <> 'Closed' AND closed_on IS NULL)");
                    table.ForeignKey(
                        name: "fk_cases_courts_court_id",
                        column: x => x.court_id,
                        principalTable: "courts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_divisions_division_id",
                        column: x => x.division_id,
                        principalTable: "divisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_posts_courts_court_id",
                        column: x => x.court_id,
                        principalTable: "courts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_posts_divisions_division_id",
                        column: x => x.division_id,
                        principalTable: "divisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_posts_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "published_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    office_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    mobile = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_published_contacts_divisions_division_id",
                        column: x => x.division_id,
                        principalTable: "divisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "early_warning_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    early_warning_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(2100)", maxLength: 2100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_early_warning_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_early_warning_entries_early_warnings_early_warning_id",
                        column: x => x.early_warning_id,
                        principalTable: "early_warnings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subscription_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subject_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    body = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claimed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_status = table.Column<int>(type: "integer", nullable: true),
                    last_error = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_webhook_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "webhook_subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_lanes",
                columns: table => new
                {
                    subscription_id = table.Column<Guid>(type: "uuid", nullable: false),
                    failures_in_arow = table.Column<int>(type: "integer", nullable: false),
                    shut_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_lanes", x => x.subscription_id);
                    table.ForeignKey(
                        name: "fk_webhook_lanes_webhook_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "webhook_subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "address_confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signer_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    signer_relation = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    means = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    accepts_electronic = table.Column<bool>(type: "boolean", nullable: false),
                    accepts_we_chat = table.Column<bool>(type: "boolean", nullable: false),
                    accepts_account = table.Column<bool>(type: "boolean", nullable: false),
                    mobile = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    email = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    postal_address = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    postcode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    scope = table.Column<int>(type: "integer", maxLength: 30, nullable: false),
                    keeps_secret = table.Column<bool>(type: "boolean", nullable: false),
                    signature_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    remarks = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    noted_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replaced_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_confirmations", x => x.id);
                    table.ForeignKey(
                        name: "fk_address_confirmations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_conflicts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    field = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ours = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    theirs = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source_version = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    arisen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_conflicts", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_conflicts_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    is_appealable = table.Column<bool>(type: "boolean", nullable: false),
                    signed_off_on = table.Column<DateOnly>(type: "date", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    served_by_task_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_documents_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_fact_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    trial_procedure = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    retries_first_instance = table.Column<bool>(type: "boolean", nullable: true),
                    domicile = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    is_in_custody = table.Column<bool>(type: "boolean", nullable: true),
                    is_minor = table.Column<bool>(type: "boolean", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    noted_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    noted_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_fact_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_fact_notes_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_fees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    paid = table.Column<decimal>(type: "numeric(13,2)", precision: 13, scale: 2, nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: false),
                    claimed = table.Column<decimal>(type: "numeric(13,2)", precision: 13, scale: 2, nullable: true),
                    borne = table.Column<decimal>(type: "numeric(13,2)", precision: 13, scale: 2, nullable: true),
                    returned = table.Column<decimal>(type: "numeric(13,2)", precision: 13, scale: 2, nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_fees", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_fees_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    volume = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expected_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_secret = table.Column<bool>(type: "boolean", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_files_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_hearings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    room = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    video_link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_hearings", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_hearings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_limits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    extended_days = table.Column<int>(type: "integer", nullable: false),
                    deducted_days = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_limits", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_limits_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_nodes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_nodes", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_nodes_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    is_organisation = table.Column<bool>(type: "boolean", nullable: false),
                    identity_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id_last_four = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    external_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    entered = table.Column<int>(type: "integer", maxLength: 30, nullable: false),
                    domicile = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    is_in_custody = table.Column<bool>(type: "boolean", nullable: true),
                    is_minor = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_parties_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_version = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    digest_form = table.Column<int>(type: "integer", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_records_cases_id",
                        column: x => x.id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "effective_judgments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    first_served_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    parties = table.Column<int>(type: "integer", nullable: false),
                    served = table.Column<int>(type: "integer", nullable: false),
                    is_presumed = table.Column<bool>(type: "boolean", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_effective_judgments", x => x.id);
                    table.ForeignKey(
                        name: "fk_effective_judgments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_members",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_members", x => new { x.case_id, x.staff_id });
                    table.ForeignKey(
                        name: "fk_panel_members_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    origin = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    confirmation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pleading = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    pleading_on = table.Column<DateOnly>(type: "date", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_addresses_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    milliseconds = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    error = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhook_attempts_webhook_deliveries_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "webhook_deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_agents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_lawyer = table.Column<bool>(type: "boolean", nullable: false),
                    identity_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    seat = table.Column<int>(type: "integer", nullable: true),
                    authority = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    items = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    licence_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    firm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_record = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_agents", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_agents_case_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_bindings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    party_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agent_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    agent_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    identity_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    agent_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    paper_authority = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    items = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    licence_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    firm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    licence = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    licence_firm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    was_asked_for_more = table.Column<bool>(type: "boolean", nullable: false),
                    supplement_by = table.Column<DateOnly>(type: "date", nullable: true),
                    supplement_by_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    authority = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    bound_items = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    step_failures = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    restart_count = table.Column<int>(type: "integer", nullable: false),
                    urge_count = table.Column<int>(type: "integer", nullable: false),
                    last_urged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_bindings", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_bindings_case_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "case_agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_bindings_case_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_bindings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reading_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reader_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reader_mark = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reader_role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    identity_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    purpose = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    is_masked = table.Column<bool>(type: "boolean", nullable: false),
                    released_under = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    step_failures = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    restart_count = table.Column<int>(type: "integer", nullable: false),
                    urge_count = table.Column<int>(type: "integer", nullable: false),
                    last_urged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reading_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_reading_requests_case_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "case_agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reading_requests_case_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reading_requests_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_forwards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_litigant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_forwards", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_forwards_case_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "case_agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_forwards_litigants_by_litigant_id",
                        column: x => x.by_litigant_id,
                        principalTable: "litigants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_forwards_services_service_id",
                        column: x => x.service_id,
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    litigant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submitter_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    submitter_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    submitter_role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    colleague_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    receipt_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_count = table.Column<int>(type: "integer", nullable: false),
                    times_asked = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    need_count = table.Column<int>(type: "integer", nullable: false),
                    supplement_by = table.Column<DateOnly>(type: "date", nullable: true),
                    supplement_by_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "integer", nullable: false),
                    second_days = table.Column<int>(type: "integer", nullable: false),
                    third_days = table.Column<int>(type: "integer", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    step_failures = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    restart_count = table.Column<int>(type: "integer", nullable: false),
                    urge_count = table.Column<int>(type: "integer", nullable: false),
                    last_urged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions", x => x.id);
                    table.ForeignKey(
                        name: "fk_submissions_case_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "case_agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_submissions_case_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_submissions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "binding_papers",
                columns: table => new
                {
                    case_binding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_binding_papers", x => new { x.case_binding_id, x.attachment_id });
                    table.ForeignKey(
                        name: "fk_binding_papers_attachments_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_binding_papers_case_bindings_case_binding_id",
                        column: x => x.case_binding_id,
                        principalTable: "case_bindings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_binding_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_binding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_binding_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_binding_entries_case_bindings_case_binding_id",
                        column: x => x.case_binding_id,
                        principalTable: "case_bindings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "read_pages",
                columns: table => new
                {
                    reading_request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    page = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    address = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                    device = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_pages", x => new { x.reading_request_id, x.case_file_id, x.page, x.at, x.address, x.device });
                    table.ForeignKey(
                        name: "fk_read_pages_reading_requests_reading_request_id",
                        column: x => x.reading_request_id,
                        principalTable: "reading_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reading_files",
                columns: table => new
                {
                    reading_request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_asked = table.Column<bool>(type: "boolean", nullable: false),
                    is_released = table.Column<bool>(type: "boolean", nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reading_files", x => new { x.reading_request_id, x.case_file_id });
                    table.ForeignKey(
                        name: "fk_reading_files_case_files_case_file_id",
                        column: x => x.case_file_id,
                        principalTable: "case_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reading_files_reading_requests_reading_request_id",
                        column: x => x.reading_request_id,
                        principalTable: "reading_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reading_request_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reading_request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reading_request_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_reading_request_entries_reading_requests_reading_request_id",
                        column: x => x.reading_request_id,
                        principalTable: "reading_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "effect_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    verify_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    cause = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    document_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_effect_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_effect_certificates_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submission_answers",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    closed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_answers", x => new { x.submission_id, x.round, x.key });
                    table.ForeignKey(
                        name: "fk_submission_answers_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submission_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_submission_entries_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submission_follow_ups",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    until_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    done_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_follow_ups", x => new { x.submission_id, x.kind });
                    table.ForeignKey(
                        name: "fk_submission_follow_ups_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submitted_files",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    proves = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submitted_files", x => new { x.submission_id, x.attachment_id });
                    table.ForeignKey(
                        name: "fk_submitted_files_attachments_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_submitted_files_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_case_id_party_id_division_id_id",
                table: "address_confirmations",
                columns: new[] { "case_id", "party_id", "division_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_confirmed_at_id",
                table: "address_confirmations",
                columns: new[] { "confirmed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_court_id_confirmed_at_id",
                table: "address_confirmations",
                columns: new[] { "court_id", "confirmed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_division_id_confirmed_at_id",
                table: "address_confirmations",
                columns: new[] { "division_id", "confirmed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_litigant_id_confirmed_at",
                table: "address_confirmations",
                columns: new[] { "litigant_id", "confirmed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_person_id",
                table: "address_confirmations",
                column: "person_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_person_key_confirmed_at",
                table: "address_confirmations",
                columns: new[] { "person_key", "confirmed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_signature_sha256",
                table: "address_confirmations",
                column: "signature_sha256",
                filter: "signature_sha256 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_signer_name",
                table: "address_confirmations",
                column: "signer_name")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_consents_litigant_id_agreement_id",
                table: "agreement_consents",
                columns: new[] { "litigant_id", "agreement_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_kind_version",
                table: "agreements",
                columns: new[] { "kind", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_anchors_unstamped",
                table: "anchors",
                column: "number",
                filter: "stamped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_answer_limits_scope",
                table: "answer_limits",
                column: "scope",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_sha256",
                table: "attachments",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_subject_id",
                table: "attachments",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_uploaded_by_id_uploaded_at",
                table: "attachments",
                columns: new[] { "uploaded_by_id", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                table: "audit_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_by_id_at",
                table: "audit_entries",
                columns: new[] { "by_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_id_at",
                table: "audit_entries",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_binding_papers_attachment_id",
                table: "binding_papers",
                column: "attachment_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_changes_city_change_id",
                table: "calendar_changes",
                column: "city_change_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_changes_made_at_id",
                table: "calendar_changes",
                columns: new[] { "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_ends_on",
                table: "case_agents",
                column: "ends_on",
                filter: "ends_on IS NOT NULL AND ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_identity_key",
                table: "case_agents",
                column: "identity_key");

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_name",
                table: "case_agents",
                column: "name")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_party_id_seat",
                table: "case_agents",
                columns: new[] { "party_id", "seat" },
                unique: true,
                filter: "seat IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_phone",
                table: "case_agents",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_case_binding_entries_case_binding_id_at",
                table: "case_binding_entries",
                columns: new[] { "case_binding_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_agent_id",
                table: "case_bindings",
                column: "agent_id",
                filter: "agent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_case_id",
                table: "case_bindings",
                column: "case_id",
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_closed_at_id",
                table: "case_bindings",
                columns: new[] { "closed_at", "id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_court_id_due_at_id",
                table: "case_bindings",
                columns: new[] { "court_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_division_id_due_at_id",
                table: "case_bindings",
                columns: new[] { "division_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_identity_key_asked_at_id",
                table: "case_bindings",
                columns: new[] { "identity_key", "asked_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_litigant_id_asked_at",
                table: "case_bindings",
                columns: new[] { "litigant_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_next_step_at",
                table: "case_bindings",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_number",
                table: "case_bindings",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_open",
                table: "case_bindings",
                columns: new[] { "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_owner_id_due_at_id",
                table: "case_bindings",
                columns: new[] { "owner_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_party_id",
                table: "case_bindings",
                column: "party_id",
                filter: "party_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_bindings_supplement_by",
                table: "case_bindings",
                column: "supplement_by",
                filter: "supplement_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_conflicts_arisen_at_id",
                table: "case_conflicts",
                columns: new[] { "arisen_at", "id" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_case_conflicts_case_id",
                table: "case_conflicts",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_case_id",
                table: "case_documents",
                column: "case_id",
                filter: "served_by_task_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_external_id",
                table: "case_documents",
                column: "external_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_sha256",
                table: "case_documents",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_case_fact_notes_case_id",
                table: "case_fact_notes",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_fees_case_id",
                table: "case_fees",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_case_id_volume_position",
                table: "case_files",
                columns: new[] { "case_id", "volume", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_case_files_expected_hash",
                table: "case_files",
                column: "expected_hash",
                filter: "sha256 = '' AND expected_hash <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_sha256",
                table: "case_files",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_case_hearings_case_id_starts_at",
                table: "case_hearings",
                columns: new[] { "case_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_imports_begun_at_id",
                table: "case_imports",
                columns: new[] { "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_limits_case_id",
                table: "case_limits",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_nodes_case_id_at",
                table: "case_nodes",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_case_id",
                table: "case_parties",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_id_last_four",
                table: "case_parties",
                column: "id_last_four");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_identity_key",
                table: "case_parties",
                column: "identity_key");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_name",
                table: "case_parties",
                column: "name")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_phone",
                table: "case_parties",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_cases_clerk_id_id",
                table: "cases",
                columns: new[] { "clerk_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_court_id",
                table: "cases",
                column: "court_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_division_id_filed_on_id",
                table: "cases",
                columns: new[] { "division_id", "filed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_division_id_next_on_id",
                table: "cases",
                columns: new[] { "division_id", "next_on", "id" },
                filter: "closed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_judge_id_id",
                table: "cases",
                columns: new[] { "judge_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                table: "cases",
                column: "number",
                unique: true)
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_city_changes_ended_at_id",
                table: "city_changes",
                columns: new[] { "ended_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_city_changes_state",
                table: "city_changes",
                column: "state",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_changes_court_id_reported_at_id",
                table: "contact_changes",
                columns: new[] { "court_id", "reported_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_changes_next_step_at",
                table: "contact_changes",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_changes_reported_by_id",
                table: "contact_changes",
                column: "reported_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_changes_staff_id",
                table: "contact_changes",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_gaps_court_id",
                table: "contact_gaps",
                column: "court_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_gaps_division_id",
                table: "contact_gaps",
                column: "division_id",
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_gaps_next_step_at",
                table: "contact_gaps",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_courts_slug",
                table: "courts",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_divisions_court_id_position",
                table: "divisions",
                columns: new[] { "court_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_divisions_vice_president_id",
                table: "divisions",
                column: "vice_president_id");

            migrationBuilder.CreateIndex(
                name: "ix_early_warning_entries_author_id",
                table: "early_warning_entries",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_early_warning_entries_early_warning_id_position",
                table: "early_warning_entries",
                columns: new[] { "early_warning_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_call_again_at",
                table: "early_warnings",
                column: "call_again_at",
                filter: "call_again_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_court_id_raised_at_id",
                table: "early_warnings",
                columns: new[] { "court_id", "raised_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_next_step_at",
                table: "early_warnings",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_open",
                table: "early_warnings",
                columns: new[] { "raised_at", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_owner_id",
                table: "early_warnings",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_raised_at_id",
                table: "early_warnings",
                columns: new[] { "raised_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_raised_by_id_raised_at",
                table: "early_warnings",
                columns: new[] { "raised_by_id", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_work_order_id",
                table: "early_warnings",
                column: "work_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_effect_certificates_number",
                table: "effect_certificates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_effect_certificates_sha256",
                table: "effect_certificates",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_effect_certificates_submission_id",
                table: "effect_certificates",
                column: "submission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_case_id_source_sha256",
                table: "effective_judgments",
                columns: new[] { "case_id", "source_sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_court_id_decided_at_id",
                table: "effective_judgments",
                columns: new[] { "court_id", "decided_at", "id" },
                filter: "decided_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_court_id_decision_proposed_on_id",
                table: "effective_judgments",
                columns: new[] { "court_id", "decision", "proposed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_decided_at_id",
                table: "effective_judgments",
                columns: new[] { "decided_at", "id" },
                filter: "decided_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_decision_proposed_on_id",
                table: "effective_judgments",
                columns: new[] { "decision", "proposed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_division_id_decided_at_id",
                table: "effective_judgments",
                columns: new[] { "division_id", "decided_at", "id" },
                filter: "decided_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_division_id_decision_proposed_on_id",
                table: "effective_judgments",
                columns: new[] { "division_id", "decision", "proposed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_exports_at_id",
                table: "exports",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fallback_plans_court_id_kind",
                table: "fallback_plans",
                columns: new[] { "court_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_figure_carries_metric_day_court_id",
                table: "figure_carries",
                columns: new[] { "metric", "day", "court_id" });

            migrationBuilder.CreateIndex(
                name: "ix_figure_carries_subject_id_metric",
                table: "figure_carries",
                columns: new[] { "subject_id", "metric" });

            migrationBuilder.CreateIndex(
                name: "ix_file_previews_is_media_created_at",
                table: "file_previews",
                columns: new[] { "is_media", "created_at" },
                filter: "state IN ('Waiting', 'Making')");

            migrationBuilder.CreateIndex(
                name: "ix_gateway_receipts_gateway_provider_id_delivered",
                table: "gateway_receipts",
                columns: new[] { "gateway", "provider_id", "delivered" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gateway_receipts_look_at",
                table: "gateway_receipts",
                column: "look_at",
                filter: "look_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_gateway_receipts_notice_id",
                table: "gateway_receipts",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_sms_court_id_received_at_id",
                table: "inbound_sms",
                columns: new[] { "court_id", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_sms_division_id_received_at_id",
                table: "inbound_sms",
                columns: new[] { "division_id", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_sms_from_received_at",
                table: "inbound_sms",
                columns: new[] { "from", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_sms_gateway_sequence",
                table: "inbound_sms",
                columns: new[] { "gateway", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbound_sms_not_before_id",
                table: "inbound_sms",
                columns: new[] { "not_before", "id" },
                filter: "outcome = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_sms_received_at_id",
                table: "inbound_sms",
                columns: new[] { "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_sms_staff_id",
                table: "inbound_sms",
                column: "staff_id",
                filter: "handled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_sms_work_order_id_received_at",
                table: "inbound_sms",
                columns: new[] { "work_order_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_integration_events_at",
                table: "integration_events",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_integration_events_waiting",
                table: "integration_events",
                column: "id",
                filter: "spread_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_litigant_sessions_litigant_id",
                table: "litigant_sessions",
                column: "litigant_id");

            migrationBuilder.CreateIndex(
                name: "ix_litigants_identity_key",
                table: "litigants",
                column: "identity_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_litigants_open_id",
                table: "litigants",
                column: "open_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_litigants_phone",
                table: "litigants",
                column: "phone",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_node_pushes_court_id_kind",
                table: "node_pushes",
                columns: new[] { "court_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_attempts_at_channel_outcome",
                table: "notice_attempts",
                columns: new[] { "at", "channel", "outcome" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_template_versions_template_id_number",
                table: "notice_template_versions",
                columns: new[] { "template_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_templates_kind_channel",
                table: "notice_templates",
                columns: new[] { "kind", "channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_claimed_until",
                table: "notices",
                column: "claimed_until",
                filter: "state = 'Claimed'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_created_at",
                table: "notices",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_notices_ended_at",
                table: "notices",
                column: "ended_at",
                filter: "state IN ('Failed', 'Expired')");

            migrationBuilder.CreateIndex(
                name: "ix_notices_expires_at",
                table: "notices",
                column: "expires_at",
                filter: "state = 'Queued'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_is_held_channel_express_due_at_first_due_at",
                table: "notices",
                columns: new[] { "is_held", "channel", "express", "due_at", "first_due_at" },
                filter: "state = 'Queued'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_part_id",
                table: "notices",
                column: "part_id",
                filter: "part_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_provider_id",
                table: "notices",
                column: "provider_id",
                filter: "provider_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_recipient_id",
                table: "notices",
                column: "recipient_id",
                filter: "channel = 'InApp' AND read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_recipient_id_channel_created_at",
                table: "notices",
                columns: new[] { "recipient_id", "channel", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_subject_id",
                table: "notices",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_members_staff_id_case_id",
                table: "panel_members",
                columns: new[] { "staff_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_partner_calls_at",
                table: "partner_calls",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_partner_calls_partner_id_at_id",
                table: "partner_calls",
                columns: new[] { "partner_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_partner_keys_hash",
                table: "partner_keys",
                column: "hash",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_partner_keys_partner_id",
                table: "partner_keys",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_partner_orders_work_order_id",
                table: "partner_orders",
                column: "work_order_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partners_court_id",
                table: "partners",
                column: "court_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_batches_division_id_at_id",
                table: "post_batches",
                columns: new[] { "division_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_court_id",
                table: "posts",
                column: "court_id");

            migrationBuilder.CreateIndex(
                name: "ix_posts_division_id_role",
                table: "posts",
                columns: new[] { "division_id", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_staff_id",
                table: "posts",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_preview_parts_stored_hash",
                table: "preview_parts",
                column: "stored_hash");

            migrationBuilder.CreateIndex(
                name: "ix_published_contacts_division_id",
                table: "published_contacts",
                column: "division_id",
                unique: true,
                filter: "withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_published_contacts_division_id_published_at",
                table: "published_contacts",
                columns: new[] { "division_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_read_pages_reading_request_id_at",
                table: "read_pages",
                columns: new[] { "reading_request_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_reading_files_case_file_id",
                table: "reading_files",
                column: "case_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_reading_request_entries_reading_request_id_at",
                table: "reading_request_entries",
                columns: new[] { "reading_request_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_agent_id",
                table: "reading_requests",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_case_id_asked_at_id",
                table: "reading_requests",
                columns: new[] { "case_id", "asked_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_closed_at_id",
                table: "reading_requests",
                columns: new[] { "closed_at", "id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_court_id_due_at_id",
                table: "reading_requests",
                columns: new[] { "court_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_division_id_due_at_id",
                table: "reading_requests",
                columns: new[] { "division_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_identity_key_asked_at_id",
                table: "reading_requests",
                columns: new[] { "identity_key", "asked_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_litigant_id_asked_at",
                table: "reading_requests",
                columns: new[] { "litigant_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_next_step_at",
                table: "reading_requests",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_number",
                table: "reading_requests",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_open",
                table: "reading_requests",
                columns: new[] { "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_owner_id_due_at_id",
                table: "reading_requests",
                columns: new[] { "owner_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_party_id",
                table: "reading_requests",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_reading_requests_until_id",
                table: "reading_requests",
                columns: new[] { "until", "id" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_recount_requests_id",
                table: "recount_requests",
                column: "id",
                filter: "limits_done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_recount_requests_requested_at",
                table: "recount_requests",
                column: "requested_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reply_codes_staff_id_work_order_id",
                table: "reply_codes",
                columns: new[] { "staff_id", "work_order_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reply_codes_work_order_id",
                table: "reply_codes",
                column: "work_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_reply_templates_staff_id_position",
                table: "reply_templates",
                columns: new[] { "staff_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_served_documents_case_id_frozen_at_id",
                table: "served_documents",
                columns: new[] { "case_id", "frozen_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_served_documents_serial",
                table: "served_documents",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_served_documents_sha256",
                table: "served_documents",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_served_documents_source_sha256",
                table: "served_documents",
                column: "source_sha256");

            migrationBuilder.CreateIndex(
                name: "ix_served_documents_task_id_case_id_position",
                table: "served_documents",
                columns: new[] { "task_id", "case_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_addresses_case_id",
                table: "service_addresses",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_addresses_confirmation_id",
                table: "service_addresses",
                column: "confirmation_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_address",
                table: "service_attempts",
                column: "address",
                filter: "channel = 'SmsLink' AND replied_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_by_hand",
                table: "service_attempts",
                columns: new[] { "division_id", "queued_at", "id" },
                filter: "channel IN ('Post', 'InPerson', 'Fax', 'PublicNotice') AND state IN ('Queued', 'Sent')");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_by_hand_in_case",
                table: "service_attempts",
                column: "case_id",
                filter: "channel IN ('Post', 'InPerson', 'Fax', 'PublicNotice') AND state IN ('Queued', 'Sent')");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_by_hand_of_clerk",
                table: "service_attempts",
                column: "clerk_id",
                filter: "channel IN ('Post', 'InPerson', 'Fax', 'PublicNotice') AND state IN ('Queued', 'Sent')");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_link_hash",
                table: "service_attempts",
                column: "link_hash",
                filter: "link_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_notice_id",
                table: "service_attempts",
                column: "notice_id",
                unique: true,
                filter: "notice_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_post_batch_id",
                table: "service_attempts",
                column: "post_batch_id",
                filter: "post_batch_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_reference",
                table: "service_attempts",
                column: "reference",
                filter: "channel = 'Post' AND reference <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_retries_id",
                table: "service_attempts",
                column: "retries_id",
                filter: "retries_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_attempts_service_id_position",
                table: "service_attempts",
                columns: new[] { "service_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_case_id_issued_at_id",
                table: "service_certificates",
                columns: new[] { "case_id", "issued_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_court_id_issued_at_id",
                table: "service_certificates",
                columns: new[] { "court_id", "issued_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_issued_at_id",
                table: "service_certificates",
                columns: new[] { "issued_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_number",
                table: "service_certificates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_service_id_kind_edition",
                table: "service_certificates",
                columns: new[] { "service_id", "kind", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_sha256",
                table: "service_certificates",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_task_id",
                table: "service_certificates",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_copies_document_id",
                table: "service_copies",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_copies_limit_ends_on_id",
                table: "service_copies",
                columns: new[] { "limit_ends_on", "id" },
                filter: "limit_ends_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_copies_served_by_attempt_id",
                table: "service_copies",
                column: "served_by_attempt_id",
                filter: "served_by_attempt_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_copies_service_id_position",
                table: "service_copies",
                columns: new[] { "service_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_copies_signature_sha256",
                table: "service_copies",
                column: "signature_sha256",
                filter: "signature_sha256 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_copies_title",
                table: "service_copies",
                column: "title")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_service_duties_clerk_id_ended_at_due_at_id",
                table: "service_duties",
                columns: new[] { "clerk_id", "ended_at", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_duties_court_id_ended_at_due_at_id",
                table: "service_duties",
                columns: new[] { "court_id", "ended_at", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_duties_division_id_ended_at_due_at_id",
                table: "service_duties",
                columns: new[] { "division_id", "ended_at", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_duties_next_step_at",
                table: "service_duties",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_duties_service_id",
                table: "service_duties",
                column: "service_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_evidence_attachment_id",
                table: "service_evidence",
                column: "attachment_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_evidence_service_id",
                table: "service_evidence",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_forwards_agent_id",
                table: "service_forwards",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_forwards_by_litigant_id",
                table: "service_forwards",
                column: "by_litigant_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_forwards_service_id_document_id_agent_id",
                table: "service_forwards",
                columns: new[] { "service_id", "document_id", "agent_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_plans_case_id_confirmed_at_task_id",
                table: "service_plans",
                columns: new[] { "case_id", "confirmed_at", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_plans_failed",
                table: "service_plans",
                column: "task_id",
                filter: "state = 'Failed'");

            migrationBuilder.CreateIndex(
                name: "ix_service_plans_task_id_position",
                table: "service_plans",
                columns: new[] { "task_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_plans_waiting",
                table: "service_plans",
                column: "id",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_service_tasks_case_id_confirmed_at",
                table: "service_tasks",
                columns: new[] { "case_id", "confirmed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_tasks_clerk_id_confirmed_at_id",
                table: "service_tasks",
                columns: new[] { "clerk_id", "confirmed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_tasks_confirmed_at_id",
                table: "service_tasks",
                columns: new[] { "confirmed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_tasks_court_id_confirmed_at_id",
                table: "service_tasks",
                columns: new[] { "court_id", "confirmed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_tasks_division_id_confirmed_at_id",
                table: "service_tasks",
                columns: new[] { "division_id", "confirmed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_tasks_number",
                table: "service_tasks",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_tasks_preparing",
                table: "service_tasks",
                column: "id",
                filter: "state = 'Preparing'");

            migrationBuilder.CreateIndex(
                name: "ix_service_tasks_withdrawn",
                table: "service_tasks",
                columns: new[] { "confirmed_at", "id" },
                filter: "state = 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_service_id",
                table: "service_visits",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_token_hash",
                table: "service_visits",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_services_begun_at_id",
                table: "services",
                columns: new[] { "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_case_id_begun_at_id",
                table: "services",
                columns: new[] { "case_id", "begun_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "task_id", "state", "recipient_name", "document_titles" });

            migrationBuilder.CreateIndex(
                name: "ix_services_concludes_at",
                table: "services",
                column: "concludes_at",
                filter: "concludes_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_services_court_id_begun_at_id",
                table: "services",
                columns: new[] { "court_id", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_division_id_begun_at_id",
                table: "services",
                columns: new[] { "division_id", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_failed",
                table: "services",
                column: "task_id",
                filter: "state = 'Failed'");

            migrationBuilder.CreateIndex(
                name: "ix_services_next_fallback_at",
                table: "services",
                column: "next_fallback_at",
                filter: "next_fallback_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_services_open",
                table: "services",
                columns: new[] { "clerk_id", "task_id" },
                filter: "state IN ('UnderWay', 'Failed', 'ForClerk', 'InNotice', 'AwaitsOthers')");

            migrationBuilder.CreateIndex(
                name: "ix_services_open_in_case",
                table: "services",
                columns: new[] { "case_id", "task_id" },
                filter: "state IN ('UnderWay', 'Failed', 'ForClerk', 'InNotice', 'AwaitsOthers')");

            migrationBuilder.CreateIndex(
                name: "ix_services_recipient_key_begun_at_id",
                table: "services",
                columns: new[] { "recipient_key", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_recipient_name",
                table: "services",
                column: "recipient_name")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_services_recipient_phone_begun_at_id",
                table: "services",
                columns: new[] { "recipient_phone", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_state_begun_at_id",
                table: "services",
                columns: new[] { "state", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_task_id_position",
                table: "services",
                columns: new[] { "task_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_sms_codes_challenge",
                table: "sms_codes",
                column: "challenge",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sms_codes_created_at",
                table: "sms_codes",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_sms_codes_phone_sequence",
                table: "sms_codes",
                columns: new[] { "phone", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_login_name",
                table: "staff",
                column: "login_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_mobile",
                table: "staff",
                column: "mobile");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_key_hash",
                table: "staff_sessions",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_staff_id_ended_at",
                table: "staff_sessions",
                columns: new[] { "staff_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_submission_entries_submission_id_at",
                table: "submission_entries",
                columns: new[] { "submission_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_submission_follow_ups_until",
                table: "submission_follow_ups",
                column: "until",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_agent_id",
                table: "submissions",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_case_id_released_at_id",
                table: "submissions",
                columns: new[] { "case_id", "released_at", "id" },
                filter: "released_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_case_id_sent_at_id",
                table: "submissions",
                columns: new[] { "case_id", "sent_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_closed_at_id",
                table: "submissions",
                columns: new[] { "closed_at", "id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_court_id_due_at_id",
                table: "submissions",
                columns: new[] { "court_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_division_id_due_at_id",
                table: "submissions",
                columns: new[] { "division_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_litigant_id_sent_at",
                table: "submissions",
                columns: new[] { "litigant_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_next_step_at",
                table: "submissions",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_number",
                table: "submissions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_open",
                table: "submissions",
                columns: new[] { "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_owner_id_due_at_id",
                table: "submissions",
                columns: new[] { "owner_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_party_id_sent_at_id",
                table: "submissions",
                columns: new[] { "party_id", "sent_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_supplement_by_id",
                table: "submissions",
                columns: new[] { "supplement_by", "id" },
                filter: "supplement_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_submissions_one_at_a_time",
                table: "submissions",
                columns: new[] { "case_id", "party_id", "submission_kind" },
                unique: true,
                filter: "closed_at IS NULL AND submission_kind IN ('Appeal', 'Enforcement', 'EffectCertificate', 'FeeRefund', 'FeeRelief', 'Withdrawal')");

            migrationBuilder.CreateIndex(
                name: "ix_submitted_files_attachment_id",
                table: "submitted_files",
                column: "attachment_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscribe_credits_litigant_id_template_id",
                table: "subscribe_credits",
                columns: new[] { "litigant_id", "template_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_undelivered_notices_at_id",
                table: "undelivered_notices",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_undelivered_notices_court_id_state_at_id",
                table: "undelivered_notices",
                columns: new[] { "court_id", "state", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_undelivered_notices_division_id_state_at_id",
                table: "undelivered_notices",
                columns: new[] { "division_id", "state", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_undelivered_notices_state_at_id",
                table: "undelivered_notices",
                columns: new[] { "state", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_uploads_expires_at",
                table: "uploads",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_owner_id",
                table: "uploads",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_state_expires_at",
                table: "uploads",
                columns: new[] { "state", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_warning_candidates_cause",
                table: "warning_candidates",
                column: "cause",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_warning_candidates_court_id_found_at_id",
                table: "warning_candidates",
                columns: new[] { "court_id", "found_at", "id" },
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_warning_candidates_subject",
                table: "warning_candidates",
                column: "subject",
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_warning_candidates_work_order_id",
                table: "warning_candidates",
                column: "work_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_attempts_delivery_id_at",
                table: "webhook_attempts",
                columns: new[] { "delivery_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_at_id",
                table: "webhook_deliveries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_claimed_by",
                table: "webhook_deliveries",
                column: "claimed_by",
                filter: "claimed_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_partner_id_at_id",
                table: "webhook_deliveries",
                columns: new[] { "partner_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_subscription_id_due_at_id",
                table: "webhook_deliveries",
                columns: new[] { "subscription_id", "due_at", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_subscription_id_event_id",
                table: "webhook_deliveries",
                columns: new[] { "subscription_id", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_subscriptions_partner_id",
                table: "webhook_subscriptions",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_entries_author_id_kind_at",
                table: "work_order_entries",
                columns: new[] { "author_id", "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_entries_work_order_id_at",
                table: "work_order_entries",
                columns: new[] { "work_order_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_awaiting",
                table: "work_orders",
                columns: new[] { "due_at", "id", "court_id", "division_id" },
                filter: "state = 'AwaitingRequester'");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_case_id",
                table: "work_orders",
                column: "case_id",
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_case_id_received_at",
                table: "work_orders",
                columns: new[] { "case_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_case_number",
                table: "work_orders",
                column: "case_number")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_closed_at_id",
                table: "work_orders",
                columns: new[] { "closed_at", "id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_closed_by_id_closed_at_id",
                table: "work_orders",
                columns: new[] { "closed_by_id", "closed_at", "id" },
                filter: "closed_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_court_id_due_at_id",
                table: "work_orders",
                columns: new[] { "court_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_court_id_review_since_id",
                table: "work_orders",
                columns: new[] { "court_id", "review_since", "id" },
                filter: "review_since IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_division_id_closed_at",
                table: "work_orders",
                columns: new[] { "division_id", "closed_at" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_division_id_due_at_id",
                table: "work_orders",
                columns: new[] { "division_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_division_id_extension_requested_at",
                table: "work_orders",
                columns: new[] { "division_id", "extension_requested_at" },
                filter: "extension_state = 'Requested'");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_division_id_reassignment_asked_at",
                table: "work_orders",
                columns: new[] { "division_id", "reassignment_asked_at" },
                filter: "reassignment_asked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_due_at_id",
                table: "work_orders",
                columns: new[] { "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_first_reply_at_id",
                table: "work_orders",
                columns: new[] { "first_reply_at", "id" },
                filter: "first_reply_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_litigant_id_received_at_id",
                table: "work_orders",
                columns: new[] { "litigant_id", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_merged_into_id",
                table: "work_orders",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_next_step_at",
                table: "work_orders",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_number",
                table: "work_orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_open",
                table: "work_orders",
                columns: new[] { "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_owner_id_closed_at_id",
                table: "work_orders",
                columns: new[] { "owner_id", "closed_at", "id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_owner_id_due_at_id",
                table: "work_orders",
                columns: new[] { "owner_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_rated_at_id",
                table: "work_orders",
                columns: new[] { "rated_at", "id" },
                filter: "rated_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_received_at_id",
                table: "work_orders",
                columns: new[] { "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_registered_by_id_closed_at_id",
                table: "work_orders",
                columns: new[] { "registered_by_id", "closed_at", "id" },
                filter: "registered_by_id IS NOT NULL AND closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_registered_by_id_due_at_id",
                table: "work_orders",
                columns: new[] { "registered_by_id", "due_at", "id" },
                filter: "registered_by_id IS NOT NULL AND closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_registered_by_id_received_at_id",
                table: "work_orders",
                columns: new[] { "registered_by_id", "received_at", "id" },
                filter: "registered_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_reopened",
                table: "work_orders",
                columns: new[] { "received_at", "id" },
                filter: "reopen_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_repeated",
                table: "work_orders",
                columns: new[] { "received_at", "id" },
                filter: "is_repeat");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_requester_name_received_at_id",
                table: "work_orders",
                columns: new[] { "requester_name", "received_at", "id" })
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops", null, null });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_requester_phone_received_at",
                table: "work_orders",
                columns: new[] { "requester_phone", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_restarted",
                table: "work_orders",
                columns: new[] { "received_at", "id" },
                filter: "restart_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_supervised",
                table: "work_orders",
                columns: new[] { "due_at", "id" },
                filter: "level > 0");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_survey_token_hash",
                table: "work_orders",
                column: "survey_token_hash",
                unique: true,
                filter: "survey_token_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_to_assign",
                table: "work_orders",
                columns: new[] { "due_at", "id", "court_id", "division_id" },
                filter: "state = 'ToAssign'");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_unscreened",
                table: "work_orders",
                columns: new[] { "received_at", "id" },
                filter: "screened_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_urgent",
                table: "work_orders",
                columns: new[] { "due_at", "id" },
                filter: "closed_at IS NULL AND urgent_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "address_confirmations");

            migrationBuilder.DropTable(
                name: "agreement_consents");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "anchors");

            migrationBuilder.DropTable(
                name: "answer_limits");

            migrationBuilder.DropTable(
                name: "arrived_files");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "binding_papers");

            migrationBuilder.DropTable(
                name: "calendar_changes");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "case_binding_entries");

            migrationBuilder.DropTable(
                name: "case_conflicts");

            migrationBuilder.DropTable(
                name: "case_documents");

            migrationBuilder.DropTable(
                name: "case_fact_notes");

            migrationBuilder.DropTable(
                name: "case_fees");

            migrationBuilder.DropTable(
                name: "case_hearings");

            migrationBuilder.DropTable(
                name: "case_import_faults");

            migrationBuilder.DropTable(
                name: "case_limits");

            migrationBuilder.DropTable(
                name: "case_nodes");

            migrationBuilder.DropTable(
                name: "case_records");

            migrationBuilder.DropTable(
                name: "city_changes");

            migrationBuilder.DropTable(
                name: "contact_changes");

            migrationBuilder.DropTable(
                name: "contact_gaps");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "early_warning_entries");

            migrationBuilder.DropTable(
                name: "effect_certificates");

            migrationBuilder.DropTable(
                name: "effective_judgments");

            migrationBuilder.DropTable(
                name: "exports");

            migrationBuilder.DropTable(
                name: "fallback_plans");

            migrationBuilder.DropTable(
                name: "figure_carries");

            migrationBuilder.DropTable(
                name: "figure_deltas");

            migrationBuilder.DropTable(
                name: "figures");

            migrationBuilder.DropTable(
                name: "former_ratings");

            migrationBuilder.DropTable(
                name: "gateway_receipts");

            migrationBuilder.DropTable(
                name: "inbound_sms");

            migrationBuilder.DropTable(
                name: "integration_events");

            migrationBuilder.DropTable(
                name: "judgment_touches");

            migrationBuilder.DropTable(
                name: "known_devices");

            migrationBuilder.DropTable(
                name: "litigant_sessions");

            migrationBuilder.DropTable(
                name: "node_pushes");

            migrationBuilder.DropTable(
                name: "notice_attempts");

            migrationBuilder.DropTable(
                name: "notice_template_versions");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "number_blocks");

            migrationBuilder.DropTable(
                name: "page_masks");

            migrationBuilder.DropTable(
                name: "panel_members");

            migrationBuilder.DropTable(
                name: "partner_calls");

            migrationBuilder.DropTable(
                name: "partner_keys");

            migrationBuilder.DropTable(
                name: "partner_orders");

            migrationBuilder.DropTable(
                name: "post_batches");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "preview_parts");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "published_contacts");

            migrationBuilder.DropTable(
                name: "read_pages");

            migrationBuilder.DropTable(
                name: "reading_files");

            migrationBuilder.DropTable(
                name: "reading_request_entries");

            migrationBuilder.DropTable(
                name: "recount_requests");

            migrationBuilder.DropTable(
                name: "reply_codes");

            migrationBuilder.DropTable(
                name: "reply_templates");

            migrationBuilder.DropTable(
                name: "service_addresses");

            migrationBuilder.DropTable(
                name: "service_attempts");

            migrationBuilder.DropTable(
                name: "service_certificates");

            migrationBuilder.DropTable(
                name: "service_copies");

            migrationBuilder.DropTable(
                name: "service_duties");

            migrationBuilder.DropTable(
                name: "service_evidence");

            migrationBuilder.DropTable(
                name: "service_forwards");

            migrationBuilder.DropTable(
                name: "service_outcomes");

            migrationBuilder.DropTable(
                name: "service_plans");

            migrationBuilder.DropTable(
                name: "service_visits");

            migrationBuilder.DropTable(
                name: "sign_in_tries");

            migrationBuilder.DropTable(
                name: "sms_codes");

            migrationBuilder.DropTable(
                name: "staff_sessions");

            migrationBuilder.DropTable(
                name: "submission_answers");

            migrationBuilder.DropTable(
                name: "submission_entries");

            migrationBuilder.DropTable(
                name: "submission_follow_ups");

            migrationBuilder.DropTable(
                name: "submitted_files");

            migrationBuilder.DropTable(
                name: "subscribe_credits");

            migrationBuilder.DropTable(
                name: "subscribe_reports");

            migrationBuilder.DropTable(
                name: "trace");

            migrationBuilder.DropTable(
                name: "unanchored_heads");

            migrationBuilder.DropTable(
                name: "undelivered_notices");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropTable(
                name: "warning_candidates");

            migrationBuilder.DropTable(
                name: "warning_word_lists");

            migrationBuilder.DropTable(
                name: "webhook_attempts");

            migrationBuilder.DropTable(
                name: "webhook_lanes");

            migrationBuilder.DropTable(
                name: "withheld_cases");

            migrationBuilder.DropTable(
                name: "work_order_entries");

            migrationBuilder.DropTable(
                name: "worker_heartbeats");

            migrationBuilder.DropTable(
                name: "worker_leases");

            migrationBuilder.DropTable(
                name: "case_bindings");

            migrationBuilder.DropTable(
                name: "case_imports");

            migrationBuilder.DropTable(
                name: "early_warnings");

            migrationBuilder.DropTable(
                name: "notice_templates");

            migrationBuilder.DropTable(
                name: "masked_files");

            migrationBuilder.DropTable(
                name: "file_previews");

            migrationBuilder.DropTable(
                name: "case_files");

            migrationBuilder.DropTable(
                name: "reading_requests");

            migrationBuilder.DropTable(
                name: "served_documents");

            migrationBuilder.DropTable(
                name: "litigants");

            migrationBuilder.DropTable(
                name: "services");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "submissions");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "work_orders");

            migrationBuilder.DropTable(
                name: "service_tasks");

            migrationBuilder.DropTable(
                name: "case_agents");

            migrationBuilder.DropTable(
                name: "webhook_subscriptions");

            migrationBuilder.DropTable(
                name: "case_parties");

            migrationBuilder.DropTable(
                name: "partners");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "divisions");

            migrationBuilder.DropTable(
                name: "courts");

            migrationBuilder.DropTable(
                name: "staff");
        }
    }
}
