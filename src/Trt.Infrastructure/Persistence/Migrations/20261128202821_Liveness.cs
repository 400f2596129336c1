using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Liveness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_news",
                table: "generations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "time_limit",
                table: "generations",
                type: "interval",
                nullable: true);

            // Alerts have a lane of their own from here on; those that wait move over.
            migrationBuilder.Sql("UPDATE outbox SET lane = 'Operators' WHERE name = 'operator.alert.v1'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "has_news",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "time_limit",
                table: "generations");
        }
    }
}
