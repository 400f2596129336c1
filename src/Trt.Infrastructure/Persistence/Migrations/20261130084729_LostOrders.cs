using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LostOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_generations_lost",
                table: "generations",
                columns: new[] { "status", "id" },
                filter: "status IN ('Failed', 'Expired', 'Cancelled')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_generations_lost",
                table: "generations");
        }
    }
}
