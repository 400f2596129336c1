using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OrdersAndPrivacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "archive_asked_at",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erased_at",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "vanishes",
                table: "users",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "forgotten_at",
                table: "generations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "vanishes",
                table: "generations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_provider_callbacks_generation",
                table: "provider_callbacks",
                column: "generation_id",
                filter: "generation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_time",
                table: "ledger_entries",
                column: "at")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_generations_cid",
                table: "generations",
                column: "cid");

            migrationBuilder.CreateIndex(
                name: "ix_generations_vanishing",
                table: "generations",
                column: "finished_at",
                filter: "vanishes AND forgotten_at IS NULL");

            // Money stands in the row of its hour that belongs to no model.
            migrationBuilder.Sql(
                """
                CREATE TABLE shop_hours (
                    hour timestamptz NOT NULL,
                    model varchar(64) NOT NULL,
                    money_in bigint NOT NULL,
                    money_out bigint NOT NULL,
                    spent bigint NOT NULL,
                    gifts bigint NOT NULL,
                    begun integer NOT NULL,
                    done integer NOT NULL,
                    failed integer NOT NULL,
                    expired integer NOT NULL,
                    cancelled integer NOT NULL,
                    free integer NOT NULL,
                    cost bigint NOT NULL,
                    credits numeric NOT NULL,
                    waited numeric NOT NULL,
                    CONSTRAINT pk_shop_hours PRIMARY KEY (hour, model))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE shop_hours");

            migrationBuilder.DropIndex(
                name: "ix_provider_callbacks_generation",
                table: "provider_callbacks");

            migrationBuilder.DropIndex(
                name: "ix_ledger_time",
                table: "ledger_entries");

            migrationBuilder.DropIndex(
                name: "ix_generations_cid",
                table: "generations");

            migrationBuilder.DropIndex(
                name: "ix_generations_vanishing",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "archive_asked_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "vanishes",
                table: "users");

            migrationBuilder.DropColumn(
                name: "forgotten_at",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "vanishes",
                table: "generations");
        }
    }
}
