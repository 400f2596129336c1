using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SecondOpinions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "second_opinions",
                columns: table => new
                {
                    model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    told = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_opinions", x => x.model);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "second_opinions");
        }
    }
}
