using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ModelHealth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sku",
                table: "generations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "model_health",
                columns: table => new
                {
                    model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    judged_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    probe_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    probed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    probe = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    waits = table.Column<int>(type: "integer", nullable: false),
                    unclear_in_row = table.Column<int>(type: "integer", nullable: false),
                    hand = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    who = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    provider_rate = table.Column<decimal>(type: "numeric", nullable: true),
                    provider_rate_max = table.Column<decimal>(type: "numeric", nullable: true),
                    provider_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_health", x => x.model);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "model_health");

            migrationBuilder.DropColumn(
                name: "sku",
                table: "generations");
        }
    }
}
