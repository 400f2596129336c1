using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Gallery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "searched_for",
                table: "users",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "utc_offset_minutes",
                table: "users",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "batch",
                table: "generations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                table: "generations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_favourite",
                table: "generations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "copies",
                table: "drafts",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateIndex(
                name: "ix_generations_batch",
                table: "generations",
                column: "batch",
                filter: "batch IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_generations_batch",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "searched_for",
                table: "users");

            migrationBuilder.DropColumn(
                name: "utc_offset_minutes",
                table: "users");

            migrationBuilder.DropColumn(
                name: "batch",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "is_favourite",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "copies",
                table: "drafts");
        }
    }
}
