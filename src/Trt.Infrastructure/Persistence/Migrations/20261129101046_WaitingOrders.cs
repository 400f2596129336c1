using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class WaitingOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "waits_until",
                table: "generations",
                type: "timestamp with time zone",
                nullable: true);
            migrationBuilder.Sql("ALTER TABLE pauses ADD COLUMN since timestamptz");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE pauses DROP COLUMN since");
            migrationBuilder.DropColumn(
                name: "waits_until",
                table: "generations");
        }
    }
}
