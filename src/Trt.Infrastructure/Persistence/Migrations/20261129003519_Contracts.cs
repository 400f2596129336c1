using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Contracts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "model_contracts",
                columns: table => new
                {
                    model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    @unsafe = table.Column<string>(name: "unsafe", type: "character varying(4000)", maxLength: 4000, nullable: false),
                    safe = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    agreed = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    off_sale = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trouble = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_contracts", x => x.model);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "model_contracts");
        }
    }
}
