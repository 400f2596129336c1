using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class BehindTheCounter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "block_reason",
                table: "users",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "blocked_at",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "seen_on",
                table: "users",
                type: "date",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_users_blocked",
                table: "users",
                column: "blocked_at",
                filter: "blocked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_commits",
                table: "ledger_entries",
                column: "at",
                filter: "kind = 'Commit'")
                .Annotation("Npgsql:IndexInclude", new[] { "reserved_delta" });

            migrationBuilder.CreateIndex(
                name: "ix_generations_time",
                table: "generations",
                column: "created_at")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_adjustments_id",
                table: "adjustments",
                column: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adjustments");

            migrationBuilder.DropTable(
                name: "admins");

            migrationBuilder.DropIndex(
                name: "ix_users_blocked",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_ledger_commits",
                table: "ledger_entries");

            migrationBuilder.DropIndex(
                name: "ix_generations_time",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "block_reason",
                table: "users");

            migrationBuilder.DropColumn(
                name: "blocked_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "seen_on",
                table: "users");
        }
    }
}
