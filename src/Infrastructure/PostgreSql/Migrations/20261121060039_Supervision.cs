using System;
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
                name: "restart_count",
                table: "work_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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
                name: "ix_work_orders_next_step_at",
                table: "work_orders",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

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
                name: "ix_notice_attempts_at_channel_outcome",
                table: "notice_attempts",
                columns: new[] { "at", "channel", "outcome" });

            migrationBuilder.CreateIndex(
                name: "ix_recount_requests_requested_at",
                table: "recount_requests",
                column: "requested_at",
                filter: "done_at IS NULL");

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
                name: "gateway_receipts");

            migrationBuilder.DropTable(
                name: "notice_attempts");

            migrationBuilder.DropTable(
                name: "recount_requests");

            migrationBuilder.DropTable(
                name: "undelivered_notices");

            migrationBuilder.DropTable(
                name: "worker_heartbeats");

            migrationBuilder.DropTable(
                name: "worker_leases");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_division_id_extension_requested_at",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_division_id_reassignment_asked_at",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_next_step_at",
                table: "work_orders");

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
                name: "ix_notices_recipient_id_channel_created_at",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_divisions_vice_president_id",
                table: "divisions");

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
                name: "next_step",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "next_step_at",
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
                name: "restart_count",
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
