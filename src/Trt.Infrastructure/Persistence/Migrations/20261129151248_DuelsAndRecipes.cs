using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DuelsAndRecipes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "generations",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "drafts",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rivals",
                table: "drafts",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "recipe_runs",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recipe = table.Column<string>(type: "jsonb", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    told = table.Column<string>(type: "jsonb", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<Guid>(type: "uuid", nullable: true),
                    piece = table.Column<int>(type: "integer", nullable: false),
                    chosen = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipe_runs", x => new { x.user_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "recipes",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    words = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: true),
                    settings = table.Column<string>(type: "jsonb", nullable: false),
                    sharing = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipes", x => new { x.user_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_recipe_runs_at",
                table: "recipe_runs",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ux_recipes_code",
                table: "recipes",
                column: "code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recipe_runs");

            migrationBuilder.DropTable(
                name: "recipes");

            migrationBuilder.DropColumn(
                name: "place",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "place",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "rivals",
                table: "drafts");
        }
    }
}
