using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Growth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_promo_redemptions_code",
                table: "promo_redemptions",
                column: "code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attributions");

            migrationBuilder.DropTable(
                name: "gifts");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "low_balance_notices");

            migrationBuilder.DropTable(
                name: "promo_attempts");

            migrationBuilder.DropTable(
                name: "promo_codes");

            migrationBuilder.DropTable(
                name: "promo_redemptions");

            migrationBuilder.DropTable(
                name: "top_up_boosts");
        }
    }
}
