using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TermsAndFreeBank : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_from_bank",
                table: "generations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.AddCheckConstraint(
                name: "ck_generations_from_bank",
                table: "generations",
                sql: "NOT is_from_bank OR free_day IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_free_bank_kind_reference",
                table: "free_bank_entries",
                columns: new[] { "kind", "reference" },
                unique: true);

            migrationBuilder.Sql(AppendOnlyTables.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(AppendOnlyTables.Drop);

            migrationBuilder.DropTable(
                name: "free_bank_entries");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "free_banks");

            migrationBuilder.DropCheckConstraint(
                name: "ck_generations_from_bank",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "is_from_bank",
                table: "generations");
        }
    }
}
