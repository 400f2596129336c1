using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ReceivedQuantityAndOriginals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "ordered_quantity",
                table: "generations",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "priced_by",
                table: "generations",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "received_quantity",
                table: "generations",
                type: "numeric",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "originals");

            migrationBuilder.DropColumn(
                name: "ordered_quantity",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "priced_by",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "received_quantity",
                table: "generations");
        }
    }
}
