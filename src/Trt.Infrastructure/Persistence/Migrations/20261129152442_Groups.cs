using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Groups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "asked_chat_id",
                table: "wishes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "asked_message_id",
                table: "wishes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "asked_chat_id",
                table: "generations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "asked_message_id",
                table: "generations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "screen_chat_id",
                table: "generations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "asked_chat_id",
                table: "drafts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "asked_message_id",
                table: "drafts",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "groups",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    greeted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    moved_to = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ideas",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ideas", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_wishes_asked",
                table: "wishes",
                column: "asked_chat_id",
                filter: "asked_chat_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_generations_asked",
                table: "generations",
                column: "asked_chat_id",
                filter: "asked_chat_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_at",
                table: "ideas",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_user",
                table: "ideas",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "groups");

            migrationBuilder.DropTable(
                name: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_wishes_asked",
                table: "wishes");

            migrationBuilder.DropIndex(
                name: "ix_generations_asked",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "asked_chat_id",
                table: "wishes");

            migrationBuilder.DropColumn(
                name: "asked_message_id",
                table: "wishes");

            migrationBuilder.DropColumn(
                name: "asked_chat_id",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "asked_message_id",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "screen_chat_id",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "asked_chat_id",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "asked_message_id",
                table: "drafts");
        }
    }
}
