using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <summary>
    /// Released: this file is never changed again (decision 0028), and its SQL calls nothing that could.
    /// There is no way down: it would be the end of the books.
    /// </summary>
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "adjustments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    admin_id = table.Column<long>(type: "bigint", nullable: false),
                    kopecks = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_silent = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adjustments", x => new { x.user_id, x.id });
                    table.CheckConstraint("ck_adjustments_kopecks", "kopecks <> 0");
                });

            migrationBuilder.CreateTable(
                name: "admins",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    daily_limit = table.Column<long>(type: "bigint", nullable: false),
                    appointed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    appointed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    spent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    spent = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admins", x => x.user_id);
                    table.CheckConstraint("ck_admins_money", "daily_limit >= 0 AND spent >= 0");
                });

            migrationBuilder.CreateTable(
                name: "attributions",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    first_source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    last_source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attributions", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    action = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    before = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    after = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    generation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    first_output = table.Column<int>(type: "integer", nullable: false),
                    output_count = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    message_id = table.Column<long>(type: "bigint", nullable: true),
                    file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => new { x.user_id, x.generation_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    values = table.Column<string>(type: "jsonb", nullable: false),
                    asking = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    trail = table.Column<string>(type: "jsonb", nullable: false),
                    is_editing = table.Column<bool>(type: "boolean", nullable: false),
                    quote = table.Column<string>(type: "jsonb", nullable: true),
                    long_text = table.Column<string>(type: "jsonb", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    album = table.Column<string>(type: "jsonb", nullable: true),
                    caption = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "free_allowances",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    used = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_free_allowances", x => new { x.user_id, x.day });
                    table.CheckConstraint("ck_free_used", "used >= 0");
                });

            migrationBuilder.CreateTable(
                name: "free_banks",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    available = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_free_banks", x => x.user_id);
                    table.CheckConstraint("ck_free_banks_available", "available >= 0");
                });

            migrationBuilder.CreateTable(
                name: "generations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    inputs = table.Column<string>(type: "jsonb", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    free_day = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    cid = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    screen_message_id = table.Column<long>(type: "bigint", nullable: true),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    task_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    result = table.Column<string>(type: "jsonb", nullable: false),
                    failure = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    is_undeliverable = table.Column<bool>(type: "boolean", nullable: false),
                    credits_spent = table.Column<decimal>(type: "numeric", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_from_bank = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    ordered_quantity = table.Column<decimal>(type: "numeric", nullable: true),
                    priced_by = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    received_quantity = table.Column<decimal>(type: "numeric", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_generations", x => new { x.user_id, x.id });
                    table.CheckConstraint("ck_generations_from_bank", "NOT is_from_bank OR free_day IS NOT NULL");
                    table.CheckConstraint("ck_generations_paid_or_free", "(price = 0) = (free_day IS NOT NULL)");
                    table.CheckConstraint("ck_generations_price", "price >= 0");
                });

            migrationBuilder.CreateTable(
                name: "gifts",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gifts", x => x.user_id);
                    table.CheckConstraint("ck_gifts_amount", "amount > 0");
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    invitee_id = table.Column<long>(type: "bigint", nullable: false),
                    inviter_id = table.Column<long>(type: "bigint", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    free = table.Column<int>(type: "integer", nullable: false),
                    reward = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    rewarded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_payment = table.Column<long>(type: "bigint", nullable: true),
                    share = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.invitee_id);
                    table.CheckConstraint("ck_invitations_not_oneself", "inviter_id <> invitee_id");
                    table.CheckConstraint("ck_invitations_share", "share >= 0 AND free >= 0");
                });

            migrationBuilder.CreateTable(
                name: "low_balance_notices",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_low_balance_notices", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "open_questions",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_questions", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "originals",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    generation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    output = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_originals", x => new { x.user_id, x.generation_id, x.output });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lane = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    cid = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "parked_updates",
                columns: table => new
                {
                    update_id = table.Column<long>(type: "bigint", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    error = table.Column<string>(type: "text", nullable: false),
                    cid = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parked_updates", x => x.update_id);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    charge_id = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    provider_charge_id = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    evidence_file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    evidence_file_unique_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    evidence_hash = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    evidence_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    draft = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    credited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refunded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refund_round = table.Column<int>(type: "integer", nullable: false),
                    refund_taken = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => new { x.user_id, x.id });
                    table.CheckConstraint("ck_payments_amount", "amount >= 0 AND total > 0");
                    table.CheckConstraint("ck_payments_credited", "credited_at IS NULL OR (charge_id IS NOT NULL AND amount > 0)");
                    table.CheckConstraint("ck_payments_refund", "refund_taken BETWEEN 0 AND amount");
                });

            migrationBuilder.CreateTable(
                name: "processed_updates",
                columns: table => new
                {
                    update_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_processed_updates", x => x.update_id);
                });

            migrationBuilder.CreateTable(
                name: "promo_attempts",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    window_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    misses = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promo_attempts", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "promo_codes",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    free = table.Column<int>(type: "integer", nullable: false),
                    uses_max = table.Column<int>(type: "integer", nullable: false),
                    uses_per_customer_max = table.Column<int>(type: "integer", nullable: false),
                    uses = table.Column<int>(type: "integer", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promo_codes", x => x.code);
                    table.CheckConstraint("ck_promo_codes_uses", "uses >= 0 AND uses <= uses_max");
                    table.CheckConstraint("ck_promo_codes_value", "amount >= 0 AND percent BETWEEN 0 AND 100 AND free >= 0");
                });

            migrationBuilder.CreateTable(
                name: "promo_redemptions",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promo_redemptions", x => new { x.user_id, x.code, x.number });
                });

            migrationBuilder.CreateTable(
                name: "provider_callbacks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    generation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_callbacks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "top_up_boosts",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    bonus_max = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_top_up_boosts", x => x.user_id);
                    table.CheckConstraint("ck_top_up_boosts_percent", "percent BETWEEN 1 AND 100 AND bonus_max > 0");
                });

            migrationBuilder.CreateTable(
                name: "transfer_pictures",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    file_unique_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    is_photo = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    look = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_pictures", x => new { x.user_id, x.payment_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    username = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    has_left = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    block_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    blocked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wallets",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    available = table.Column<long>(type: "bigint", nullable: false),
                    reserved = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wallets", x => x.user_id);
                    table.CheckConstraint("ck_wallets_available", "available >= 0");
                    table.CheckConstraint("ck_wallets_reserved", "reserved >= 0");
                });

            migrationBuilder.CreateTable(
                name: "free_bank_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    delta = table.Column<int>(type: "integer", nullable: false),
                    available_after = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_free_bank_entries", x => new { x.user_id, x.id });
                    table.CheckConstraint("ck_free_bank_entries_after", "available_after >= 0");
                    table.CheckConstraint("ck_free_bank_entries_delta", "delta <> 0 AND (delta < 0) = (kind = 'Spend')");
                    table.ForeignKey(
                        name: "fk_free_bank_entries_free_banks",
                        column: x => x.user_id,
                        principalTable: "free_banks",
                        principalColumn: "user_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    available_delta = table.Column<long>(type: "bigint", nullable: false),
                    reserved_delta = table.Column<long>(type: "bigint", nullable: false),
                    available_after = table.Column<long>(type: "bigint", nullable: false),
                    reserved_after = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => new { x.user_id, x.id });
                    table.CheckConstraint("ck_ledger_after", "available_after >= 0 AND reserved_after >= 0");
                    table.CheckConstraint("ck_ledger_moves", "available_delta <> 0 OR reserved_delta <> 0");
                    table.ForeignKey(
                        name: "fk_ledger_entries_wallets",
                        column: x => x.user_id,
                        principalTable: "wallets",
                        principalColumn: "user_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_adjustments_id",
                table: "adjustments",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_subject",
                table: "audit_entries",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_expires",
                table: "drafts",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ux_free_bank_kind_reference",
                table: "free_bank_entries",
                columns: new[] { "kind", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_generations_free_day",
                table: "generations",
                column: "free_day",
                filter: "free_day IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_generations_id",
                table: "generations",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_generations_open",
                table: "generations",
                column: "status",
                filter: "status IN ('Queued', 'Submitting', 'Uncertain', 'Running')");

            migrationBuilder.CreateIndex(
                name: "ix_generations_time",
                table: "generations",
                column: "created_at")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_generations_user",
                table: "generations",
                columns: new[] { "user_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_generations_task",
                table: "generations",
                column: "task_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gifts_day",
                table: "gifts",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_day",
                table: "invitations",
                column: "accepted_on");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_inviter",
                table: "invitations",
                columns: new[] { "inviter_id", "rewarded_on" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_commits",
                table: "ledger_entries",
                column: "at",
                filter: "kind = 'Commit'")
                .Annotation("Npgsql:IndexInclude", new[] { "reserved_delta" });

            migrationBuilder.CreateIndex(
                name: "ux_ledger_kind_reference",
                table: "ledger_entries",
                columns: new[] { "kind", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due",
                table: "outbox",
                columns: new[] { "lane", "due_at" },
                filter: "parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_key",
                table: "outbox",
                columns: new[] { "key", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_leased",
                table: "outbox",
                columns: new[] { "lane", "user_id" },
                filter: "leased_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payments_evidence_file",
                table: "payments",
                column: "evidence_file_unique_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_evidence_hash",
                table: "payments",
                column: "evidence_hash");

            migrationBuilder.CreateIndex(
                name: "ix_payments_id",
                table: "payments",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_provider_charge",
                table: "payments",
                column: "provider_charge_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_status",
                table: "payments",
                columns: new[] { "status", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_payments_charge",
                table: "payments",
                columns: new[] { "method", "charge_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_processed_updates_at",
                table: "processed_updates",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_promo_redemptions_code",
                table: "promo_redemptions",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_provider_callbacks_at",
                table: "provider_callbacks",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_provider_callbacks_task",
                table: "provider_callbacks",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_pictures_at",
                table: "transfer_pictures",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_pictures_content",
                table: "transfer_pictures",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_pictures_file",
                table: "transfer_pictures",
                column: "file_unique_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_pictures_payment",
                table: "transfer_pictures",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_users_blocked",
                table: "users",
                column: "blocked_at",
                filter: "blocked_at IS NOT NULL");

            migrationBuilder.Sql(
                """
                CREATE TABLE pace_slots (
                    name text NOT NULL,
                    slot integer NOT NULL,
                    used_at timestamptz NOT NULL DEFAULT 'epoch',
                    PRIMARY KEY (name, slot)
                );
                INSERT INTO pace_slots (name, slot) SELECT 'submit', n FROM generate_series(1, 20) n;
                INSERT INTO pace_slots (name, slot) SELECT 'read', n FROM generate_series(1, 10) n;

                CREATE TABLE pauses (
                    name text PRIMARY KEY,
                    until timestamptz NOT NULL,
                    reason text NOT NULL
                );
                """);

            // The ledger refuses to be rewritten, whoever asks: a correction is a new entry.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION refuse_to_rewrite_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'ledger_entries is append-only: % is not allowed, book a correction instead', TG_OP
                        USING ERRCODE = 'insufficient_privilege';
                END $$;
                CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE ON ledger_entries
                    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_the_ledger();
                CREATE TRIGGER ledger_is_never_emptied BEFORE TRUNCATE ON ledger_entries
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_the_ledger();
                """);

            migrationBuilder.Sql(
                """
                CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION '% is append-only: % is not allowed, add a correction instead', TG_TABLE_NAME, TG_OP
                        USING ERRCODE = 'insufficient_privilege';
                END $$;
                CREATE TRIGGER free_bank_entries_are_append_only BEFORE UPDATE OR DELETE ON free_bank_entries
                    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite();
                CREATE TRIGGER free_bank_entries_are_never_emptied BEFORE TRUNCATE ON free_bank_entries
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
                CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit_entries
                    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite();
                CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit_entries
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
                """);
        }
    }
}
