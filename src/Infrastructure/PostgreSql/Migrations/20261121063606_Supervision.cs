using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Infrastructure.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_notices_due_at",
                table: "notices");

            migrationBuilder.RenameColumn(
                name: "template",
                table: "notices",
                newName: "kind");

            migrationBuilder.AddColumn<Guid>(
                name: "counts_in_court_id",
                table: "work_orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "counts_in_division_id",
                table: "work_orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "extended_from_day",
                table: "work_orders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "extension_days",
                table: "work_orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "extension_decided_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extension_decided_by_name",
                table: "work_orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extension_reason",
                table: "work_orders",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "extension_requested_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extension_state",
                table: "work_orders",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "extra_days",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_reply_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_repeat",
                table: "work_orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_supervised_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "level",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "level1_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "level2_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "level3_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "limit_days",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "merged_count",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "work_orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "merged_into_number",
                table: "work_orders",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "next_step",
                table: "work_orders",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_step_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "rating_sequence",
                table: "work_orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reassignment_asked_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reassignment_reason",
                table: "work_orders",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "remind_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "reopen_count",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reopened_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "restart_count",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "review_since",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "screened_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "second_days",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "started_on",
                table: "work_orders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "step_failures",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "survey_expires_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "survey_token_hash",
                table: "work_orders",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "survey_used_at",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "third_days",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "email",
                table: "staff",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accepted_at",
                table: "notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "notices",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "claimed_by",
                table: "notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "claimed_until",
                table: "notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                table: "notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "expires_at",
                table: "notices",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<bool>(
                name: "express",
                table: "notices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "failure_code",
                table: "notices",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "fallback_of_id",
                table: "notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fallbacks",
                table: "notices",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_held",
                table: "notices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_id",
                table: "notices",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "read_at",
                table: "notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "template_version",
                table: "notices",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "was_held",
                table: "notices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "vice_president_id",
                table: "divisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "change_id",
                table: "calendar_days",
                type: "uuid",
                nullable: true);

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
                name: "calendar_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
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
                name: "exports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    staff_title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    format = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exports", x => x.id);
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
                    table.PrimaryKey("pk_figures", x => new { x.grain, x.metric, x.court_id, x.day, x.division_id, x.owner_id, x.tag });
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
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division_id = table.Column<Guid>(type: "uuid", nullable: true),
                    needs_person = table.Column<bool>(type: "boolean", nullable: false),
                    was_answered = table.Column<bool>(type: "boolean", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handled_by_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound_sms", x => x.id);
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
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recount_requests", x => x.id);
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
                name: "undelivered_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                    table.ForeignKey(
                        name: "fk_warning_word_lists_courts_id",
                        column: x => x.id,
                        principalTable: "courts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_closed_at_id",
                table: "work_orders",
                columns: new[] { "closed_at", "id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_court_id_review_since_id",
                table: "work_orders",
                columns: new[] { "court_id", "review_since", "id" },
                filter: "review_since IS NOT NULL");

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
                name: "ix_work_orders_rated_at_id",
                table: "work_orders",
                columns: new[] { "rated_at", "id" },
                filter: "rated_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_received_at_id",
                table: "work_orders",
                columns: new[] { "received_at", "id" },
                filter: "screened_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_survey_token_hash",
                table: "work_orders",
                column: "survey_token_hash",
                unique: true,
                filter: "survey_token_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_staff_mobile",
                table: "staff",
                column: "mobile");

            migrationBuilder.CreateIndex(
                name: "ix_notices_claimed_until",
                table: "notices",
                column: "claimed_until",
                filter: "state = 'Claimed'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_expires_at",
                table: "notices",
                column: "expires_at",
                filter: "state = 'Queued'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_is_held_channel_express_due_at",
                table: "notices",
                columns: new[] { "is_held", "channel", "express", "due_at" },
                filter: "state = 'Queued'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_provider_id",
                table: "notices",
                column: "provider_id");

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
                name: "ix_divisions_vice_president_id",
                table: "divisions",
                column: "vice_president_id");

            migrationBuilder.CreateIndex(
                name: "ix_answer_limits_scope",
                table: "answer_limits",
                column: "scope",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_changes_made_at_id",
                table: "calendar_changes",
                columns: new[] { "made_at", "id" });

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
                name: "ix_early_warnings_owner_id",
                table: "early_warnings",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_raised_at_id",
                table: "early_warnings",
                columns: new[] { "raised_at", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_raised_by_id_raised_at",
                table: "early_warnings",
                columns: new[] { "raised_by_id", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "ix_early_warnings_work_order_id",
                table: "early_warnings",
                column: "work_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_exports_at_id",
                table: "exports",
                columns: new[] { "at", "id" });

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
                name: "ix_recount_requests_requested_at",
                table: "recount_requests",
                column: "requested_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_subscribe_credits_litigant_id_template_id",
                table: "subscribe_credits",
                columns: new[] { "litigant_id", "template_id" },
                unique: true);

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

            migrationBuilder.AddForeignKey(
                name: "fk_divisions_staff_vice_president_id",
                table: "divisions",
                column: "vice_president_id",
                principalTable: "staff",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_divisions_staff_vice_president_id",
                table: "divisions");

            migrationBuilder.DropTable(
                name: "answer_limits");

            migrationBuilder.DropTable(
                name: "calendar_changes");

            migrationBuilder.DropTable(
                name: "contact_changes");

            migrationBuilder.DropTable(
                name: "contact_gaps");

            migrationBuilder.DropTable(
                name: "early_warning_entries");

            migrationBuilder.DropTable(
                name: "exports");

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
                name: "notice_attempts");

            migrationBuilder.DropTable(
                name: "notice_template_versions");

            migrationBuilder.DropTable(
                name: "published_contacts");

            migrationBuilder.DropTable(
                name: "recount_requests");

            migrationBuilder.DropTable(
                name: "subscribe_credits");

            migrationBuilder.DropTable(
                name: "subscribe_reports");

            migrationBuilder.DropTable(
                name: "undelivered_notices");

            migrationBuilder.DropTable(
                name: "warning_candidates");

            migrationBuilder.DropTable(
                name: "warning_word_lists");

            migrationBuilder.DropTable(
                name: "worker_heartbeats");

            migrationBuilder.DropTable(
                name: "worker_leases");

            migrationBuilder.DropTable(
                name: "early_warnings");

            migrationBuilder.DropTable(
                name: "notice_templates");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_closed_at_id",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_court_id_review_since_id",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_division_id_extension_requested_at",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_division_id_reassignment_asked_at",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_due_at_id",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_merged_into_id",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_next_step_at",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_rated_at_id",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_received_at_id",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_survey_token_hash",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_staff_mobile",
                table: "staff");

            migrationBuilder.DropIndex(
                name: "ix_notices_claimed_until",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_expires_at",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_is_held_channel_express_due_at",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_provider_id",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_recipient_id",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_recipient_id_channel_created_at",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_divisions_vice_president_id",
                table: "divisions");

            migrationBuilder.DropColumn(
                name: "counts_in_court_id",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "counts_in_division_id",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "extended_from_day",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "extension_days",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "extension_decided_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "extension_decided_by_name",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "extension_reason",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "extension_requested_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "extension_state",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "extra_days",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "first_reply_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "is_repeat",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "last_supervised_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "level",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "level1_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "level2_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "level3_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "limit_days",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "merged_count",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "merged_into_number",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "next_step",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "next_step_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "rating_sequence",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "reassignment_asked_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "reassignment_reason",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "remind_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "reopen_count",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "reopened_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "restart_count",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "review_since",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "screened_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "second_days",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "started_on",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "step_failures",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "survey_expires_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "survey_token_hash",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "survey_used_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "third_days",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "email",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "attempts",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "claimed_by",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "claimed_until",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "ended_at",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "express",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "failure_code",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "fallback_of_id",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "fallbacks",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "is_held",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "provider_id",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "read_at",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "template_version",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "was_held",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "vice_president_id",
                table: "divisions");

            migrationBuilder.DropColumn(
                name: "change_id",
                table: "calendar_days");

            migrationBuilder.RenameColumn(
                name: "kind",
                table: "notices",
                newName: "template");

            migrationBuilder.CreateIndex(
                name: "ix_notices_due_at",
                table: "notices",
                column: "due_at",
                filter: "state = 'Queued'");
        }
    }
}
