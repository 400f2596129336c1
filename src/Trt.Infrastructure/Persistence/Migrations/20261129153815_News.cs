using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class News : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "wants_news",
                table: "users",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "broadcast_recipients",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    broadcast_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broadcast_recipients", x => new { x.user_id, x.broadcast_id });
                });

            migrationBuilder.CreateTable(
                name: "broadcasts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    text_ru = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: true),
                    text_en = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: true),
                    picture_file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    links = table.Column<string>(type: "jsonb", nullable: false),
                    audience = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    total = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broadcasts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_broadcast_recipients_state",
                table: "broadcast_recipients",
                columns: new[] { "broadcast_id", "state", "user_id" });

            migrationBuilder.CreateIndex(
                name: "ux_broadcasts_draft",
                table: "broadcasts",
                column: "author_id",
                unique: true,
                filter: "state = 'Draft'");

            migrationBuilder.Sql("INSERT INTO pace_slots (name, slot) SELECT 'news', n FROM generate_series(1, 10) n");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM pace_slots WHERE name = 'news'");

            migrationBuilder.DropTable(
                name: "broadcast_recipients");

            migrationBuilder.DropTable(
                name: "broadcasts");

            migrationBuilder.DropColumn(
                name: "wants_news",
                table: "users");
        }
    }
}
