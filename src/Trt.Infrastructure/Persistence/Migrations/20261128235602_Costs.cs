using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Costs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "cost",
                table: "generations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "loss",
                table: "generations",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "line_costs",
                columns: table => new
                {
                    model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sku = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    credits = table.Column<decimal>(type: "numeric", nullable: false),
                    source = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_costs", x => new { x.model, x.sku });
                    table.CheckConstraint("ck_line_costs_credits", "credits >= 0");
                });

            migrationBuilder.CreateTable(
                name: "model_costs",
                columns: table => new
                {
                    model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    trouble = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    halt = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    halt_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_costs", x => x.model);
                });

            // One number for all changes of costs: its row is their lock too. Whoever asks for the list takes the one slot.
            migrationBuilder.Sql(
                """
                CREATE TABLE cost_book (revision bigint NOT NULL);
                INSERT INTO cost_book (revision) VALUES (0);
                INSERT INTO pace_slots (name, slot) VALUES ('catalog', 1);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE cost_book; DELETE FROM pace_slots WHERE name = 'catalog'");

            migrationBuilder.DropTable(
                name: "line_costs");

            migrationBuilder.DropTable(
                name: "model_costs");

            migrationBuilder.DropColumn(
                name: "cost",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "loss",
                table: "generations");
        }
    }
}
