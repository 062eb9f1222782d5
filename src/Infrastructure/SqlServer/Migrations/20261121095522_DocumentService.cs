using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DocumentService : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_number_blocks",
                table: "number_blocks");

            migrationBuilder.AlterColumn<string>(
                name: "phone",
                table: "sms_codes",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(20)",
                oldMaxLength: 20);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "limits_done_at",
                table: "recount_requests",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "series",
                table: "number_blocks",
                type: "nvarchar(4)",
                maxLength: 4,
                nullable: false,
                defaultValue: "GZ");

            migrationBuilder.AddColumn<Guid>(
                name: "service_id",
                table: "notices",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "pages",
                table: "attachments",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "service_task_id",
                table: "attachments",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_number_blocks",
                table: "number_blocks",
                columns: new[] { "series", "day" });

            migrationBuilder.CreateTable(
                name: "address_confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    agent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    litigant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    signer_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    signer_relation = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    means = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    accepts_electronic = table.Column<bool>(type: "bit", nullable: false),
                    accepts_we_chat = table.Column<bool>(type: "bit", nullable: false),
                    accepts_account = table.Column<bool>(type: "bit", nullable: false),
                    mobile = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    email = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    postal_address = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    postcode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    scope = table.Column<int>(type: "int", maxLength: 30, nullable: false),
                    keeps_secret = table.Column<bool>(type: "bit", nullable: false),
                    signature_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    remarks = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    noted_by_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    replaced_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
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
                name: "case_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    external_id = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    pages = table.Column<int>(type: "int", nullable: false),
                    is_appealable = table.Column<bool>(type: "bit", nullable: false),
                    signed_off_on = table.Column<DateOnly>(type: "date", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    served_by_task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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
                name: "effective_judgments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    source_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    first_served_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    parties = table.Column<int>(type: "int", nullable: false),
                    served = table.Column<int>(type: "int", nullable: false),
                    is_presumed = table.Column<bool>(type: "bit", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notes = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    decided_by_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
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
                name: "fallback_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    steps = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    is_in_force = table.Column<bool>(type: "bit", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_by_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
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
                name: "judgment_touches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judgment_touches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "post_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    pieces = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    agent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    origin = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    confirmation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    added_by_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    end_reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
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
                name: "service_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    service_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    notice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_outcomes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    clerk_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    clerk_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    documents = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    document_titles = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    case_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    case_count = table.Column<int>(type: "int", nullable: false),
                    recipient_count = table.Column<int>(type: "int", nullable: false),
                    corrects_task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "served_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    pages = table.Column<int>(type: "int", nullable: false),
                    is_appealable = table.Column<bool>(type: "bit", nullable: false),
                    serial = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    verify_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    source_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    recipients = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    failure_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    tries = table.Column<int>(type: "int", nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_number = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    court_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    clerk_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    clerk_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    is_sensitive = table.Column<bool>(type: "bit", nullable: false),
                    procedure = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    is_first_instance = table.Column<bool>(type: "bit", nullable: false),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    agent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    recipient_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    recipient_role = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    recipient_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    recipient_phone = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    litigant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    has_domicile = table.Column<bool>(type: "bit", nullable: false),
                    consent = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    document_titles = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    paper_asked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    paper_sent_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    next_fallback_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    handed_to_clerk_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "service_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    service_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    channel = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    address = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    origin = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    notice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    link_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    retries_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    delivered_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    proved_arrival_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    acted_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    bounced_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    left_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    failed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_rebutted = table.Column<bool>(type: "bit", nullable: false),
                    not_accepted_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    failure_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    reference = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    signer_relation = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    post_batch_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    notice_text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    notice_days = table.Column<int>(type: "int", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "service_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    verify_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    service_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    court_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    case_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    recipient_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    is_sensitive = table.Column<bool>(type: "bit", nullable: false),
                    trace_version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    documents = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    pages = table.Column<int>(type: "int", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    issued_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    issued_by_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    service_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    is_appealable = table.Column<bool>(type: "bit", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    opened_attempt_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    signed_attempt_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    signature_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    signed_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    standing = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rule = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    served_by_attempt_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    limit_kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    limit_days = table.Column<int>(type: "int", nullable: false),
                    limit_law = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    service_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_number = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    is_sensitive = table.Column<bool>(type: "bit", nullable: false),
                    court_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    division_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    clerk_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    clerk_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    agent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    recipient_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    recipient_role = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    document_titles = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    tried = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ended_by = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    was_late = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    trace_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_is_provisional = table.Column<bool>(type: "bit", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    level1_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    level2_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    level3_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    limit_days = table.Column<int>(type: "int", nullable: false),
                    second_days = table.Column<int>(type: "int", nullable: false),
                    third_days = table.Column<int>(type: "int", nullable: false),
                    extra_days = table.Column<int>(type: "int", nullable: false),
                    level = table.Column<int>(type: "int", nullable: false),
                    next_step = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    next_step_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    step_failures = table.Column<int>(type: "int", nullable: false)
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    service_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    attempt_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    words = table.Column<string>(type: "nvarchar(340)", maxLength: 340, nullable: false),
                    attachment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    added_by_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
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
                name: "service_forwards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    service_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    agent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_litigant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                name: "service_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    token_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    service_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    attempt_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    via = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    address = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "ix_recount_requests_id",
                table: "recount_requests",
                column: "id",
                filter: "limits_done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_service_id",
                table: "notices",
                column: "service_id",
                filter: "service_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_address_confirmations_case_id_party_id",
                table: "address_confirmations",
                columns: new[] { "case_id", "party_id" });

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
                name: "ix_effective_judgments_case_id_source_sha256",
                table: "effective_judgments",
                columns: new[] { "case_id", "source_sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_court_id_decision_decided_at_id",
                table: "effective_judgments",
                columns: new[] { "court_id", "decision", "decided_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_court_id_decision_proposed_on_id",
                table: "effective_judgments",
                columns: new[] { "court_id", "decision", "proposed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_division_id_decision_decided_at_id",
                table: "effective_judgments",
                columns: new[] { "division_id", "decision", "decided_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_effective_judgments_division_id_decision_proposed_on_id",
                table: "effective_judgments",
                columns: new[] { "division_id", "decision", "proposed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fallback_plans_court_id_kind",
                table: "fallback_plans",
                columns: new[] { "court_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_batches_division_id_at_id",
                table: "post_batches",
                columns: new[] { "division_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_served_documents_case_id",
                table: "served_documents",
                column: "case_id");

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
                columns: new[] { "queued_at", "id" },
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
                filter: "channel = 'Post'");

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
                name: "ix_service_certificates_court_id_issued_at_id",
                table: "service_certificates",
                columns: new[] { "court_id", "issued_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_number",
                table: "service_certificates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_certificates_service_id_kind_trace_version",
                table: "service_certificates",
                columns: new[] { "service_id", "kind", "trace_version" },
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
                name: "ix_service_copies_notices",
                table: "service_copies",
                columns: new[] { "effective_on", "id" },
                filter: "rule = 'NoticeExpired'");

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
                column: "title");

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
                name: "ix_service_plans_case_id",
                table: "service_plans",
                column: "case_id");

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
                columns: new[] { "case_id", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_court_id_begun_at_id",
                table: "services",
                columns: new[] { "court_id", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_division_id_begun_at_id",
                table: "services",
                columns: new[] { "division_id", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_next_fallback_at",
                table: "services",
                column: "next_fallback_at",
                filter: "next_fallback_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_services_open",
                table: "services",
                columns: new[] { "clerk_id", "task_id" },
                filter: "state IN ('UnderWay', 'Failed', 'ForClerk')");

            migrationBuilder.CreateIndex(
                name: "ix_services_recipient_key_begun_at_id",
                table: "services",
                columns: new[] { "recipient_key", "begun_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_recipient_name",
                table: "services",
                column: "recipient_name");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "address_confirmations");

            migrationBuilder.DropTable(
                name: "case_documents");

            migrationBuilder.DropTable(
                name: "effective_judgments");

            migrationBuilder.DropTable(
                name: "fallback_plans");

            migrationBuilder.DropTable(
                name: "judgment_touches");

            migrationBuilder.DropTable(
                name: "post_batches");

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
                name: "served_documents");

            migrationBuilder.DropTable(
                name: "services");

            migrationBuilder.DropTable(
                name: "service_tasks");

            migrationBuilder.DropIndex(
                name: "ix_recount_requests_id",
                table: "recount_requests");

            migrationBuilder.DropPrimaryKey(
                name: "pk_number_blocks",
                table: "number_blocks");

            migrationBuilder.DropIndex(
                name: "ix_notices_service_id",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "limits_done_at",
                table: "recount_requests");

            migrationBuilder.DropColumn(
                name: "series",
                table: "number_blocks");

            migrationBuilder.DropColumn(
                name: "service_id",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "pages",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "service_task_id",
                table: "attachments");

            migrationBuilder.AlterColumn<string>(
                name: "phone",
                table: "sms_codes",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200);

            migrationBuilder.AddPrimaryKey(
                name: "pk_number_blocks",
                table: "number_blocks",
                column: "day");
        }
    }
}
