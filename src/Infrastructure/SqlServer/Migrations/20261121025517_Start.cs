using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    uploaded_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    work_order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    entry_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_manual = table.Column<bool>(type: "bit", nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    works = table.Column<bool>(type: "bit", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => new { x.day, x.is_manual });
                });

            migrationBuilder.CreateTable(
                name: "courts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    slug = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    full_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    short_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    level = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    codes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.staff_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "litigant_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    litigant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    channel = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    device = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    refresh_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    former_refresh_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    refresh_salt = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_litigant_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "litigants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    phone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    open_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    union_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    identity_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    verified_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    identity_tries = table.Column<int>(type: "int", nullable: false),
                    identity_tried_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_litigants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    recipient_kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    recipient_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    address = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    channel = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    template = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    fields = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    work_order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    urgent = table.Column<bool>(type: "bit", nullable: false),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_blocks",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    taken = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_blocks", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reply_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    staff_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sms_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    phone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    code_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    tries = table.Column<int>(type: "int", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sms_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    login_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    mobile = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    office_phone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    is_active = table.Column<bool>(type: "bit", nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    password_changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    former_password_hashes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    security_stamp = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    failed_sign_ins = table.Column<int>(type: "int", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trace",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    actor_kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    actor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    actor_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    entry_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    content_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    previous_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trace", x => new { x.subject_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "work_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    channel = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    category = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    litigant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    requester_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    requester_phone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    requester_role = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    case_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    is_sensitive = table.Column<bool>(type: "bit", nullable: false),
                    title = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    registered_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    owner_role = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    dispatched_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "bit", nullable: false),
                    owner_read_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    urge_count = table.Column<int>(type: "int", nullable: false),
                    last_urged_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    closed_by_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    requester_read_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    last_reply_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    satisfaction = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    satisfaction_words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    rated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "divisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    short_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "work_order_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    work_order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    author_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    author_title = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    cause = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    stage = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    restriction = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    judge_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    clerk_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    trial_period_ends = table.Column<DateOnly>(type: "date", nullable: true),
                    hearing_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    panel_ids = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    staff_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    is_active = table.Column<bool>(type: "bit", nullable: false)
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
                name: "case_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    is_organisation = table.Column<bool>(type: "bit", nullable: false),
                    identity_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    id_last_four = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    phone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false)
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
                name: "case_agents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    is_lawyer = table.Column<bool>(type: "bit", nullable: false),
                    identity_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    phone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "ix_attachments_sha256",
                table: "attachments",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_work_order_id",
                table: "attachments",
                column: "work_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_identity_key",
                table: "case_agents",
                column: "identity_key");

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_name",
                table: "case_agents",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_party_id",
                table: "case_agents",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_agents_phone",
                table: "case_agents",
                column: "phone");

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
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_phone",
                table: "case_parties",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_cases_clerk_id",
                table: "cases",
                column: "clerk_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_court_id",
                table: "cases",
                column: "court_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_division_id",
                table: "cases",
                column: "division_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_judge_id",
                table: "cases",
                column: "judge_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                table: "cases",
                column: "number",
                unique: true);

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
                name: "ix_litigant_sessions_litigant_id",
                table: "litigant_sessions",
                column: "litigant_id");

            migrationBuilder.CreateIndex(
                name: "ix_litigants_identity_key",
                table: "litigants",
                column: "identity_key",
                unique: true,
                filter: "[identity_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_litigants_open_id",
                table: "litigants",
                column: "open_id",
                unique: true,
                filter: "[open_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_litigants_phone",
                table: "litigants",
                column: "phone",
                unique: true,
                filter: "[phone] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_created_at",
                table: "notices",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_notices_due_at",
                table: "notices",
                column: "due_at",
                filter: "state = 'Queued'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_work_order_id",
                table: "notices",
                column: "work_order_id");

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
                name: "ix_reply_templates_staff_id_position",
                table: "reply_templates",
                columns: new[] { "staff_id", "position" });

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
                name: "ix_work_order_entries_author_id_kind_at",
                table: "work_order_entries",
                columns: new[] { "author_id", "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_entries_work_order_id_at",
                table: "work_order_entries",
                columns: new[] { "work_order_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_case_id_received_at",
                table: "work_orders",
                columns: new[] { "case_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_case_number",
                table: "work_orders",
                column: "case_number");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_closed_by_id_closed_at_id",
                table: "work_orders",
                columns: new[] { "closed_by_id", "closed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_court_id_due_at_id",
                table: "work_orders",
                columns: new[] { "court_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_division_id_closed_at",
                table: "work_orders",
                columns: new[] { "division_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_division_id_due_at_id",
                table: "work_orders",
                columns: new[] { "division_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_litigant_id_received_at_id",
                table: "work_orders",
                columns: new[] { "litigant_id", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_number",
                table: "work_orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_owner_id_due_at_id",
                table: "work_orders",
                columns: new[] { "owner_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_registered_by_id_received_at_id",
                table: "work_orders",
                columns: new[] { "registered_by_id", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_requester_name_received_at_id",
                table: "work_orders",
                columns: new[] { "requester_name", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_requester_phone_received_at",
                table: "work_orders",
                columns: new[] { "requester_phone", "received_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "case_agents");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "litigant_sessions");

            migrationBuilder.DropTable(
                name: "litigants");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "number_blocks");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "reply_templates");

            migrationBuilder.DropTable(
                name: "sms_codes");

            migrationBuilder.DropTable(
                name: "trace");

            migrationBuilder.DropTable(
                name: "work_order_entries");

            migrationBuilder.DropTable(
                name: "case_parties");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "work_orders");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "divisions");

            migrationBuilder.DropTable(
                name: "courts");
        }
    }
}
