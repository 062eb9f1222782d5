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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "review_since",
                table: "work_orders",
                type: "timestamp with time zone",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_court_id_review_since_id",
                table: "work_orders",
                columns: new[] { "court_id", "review_since", "id" },
                filter: "review_since IS NOT NULL");

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
                name: "ix_work_orders_survey_token_hash",
                table: "work_orders",
                column: "survey_token_hash",
                unique: true,
                filter: "survey_token_hash IS NOT NULL");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "former_ratings");

            migrationBuilder.DropTable(
                name: "gateway_receipts");

            migrationBuilder.DropTable(
                name: "notice_attempts");

            migrationBuilder.DropTable(
                name: "undelivered_notices");

            migrationBuilder.DropTable(
                name: "worker_heartbeats");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_court_id_review_since_id",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_merged_into_id",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_next_step_at",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "ix_work_orders_survey_token_hash",
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
                name: "remind_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "reopen_count",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "reopened_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "review_since",
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
