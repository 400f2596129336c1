using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DraftAlbum : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.AddColumn<string>(name: "album", table: "drafts", type: "jsonb", nullable: true);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.DropColumn(name: "album", table: "drafts");
    }
}
