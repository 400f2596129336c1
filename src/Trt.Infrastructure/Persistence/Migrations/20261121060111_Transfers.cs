using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Transfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "transfer_pictures",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    file_unique_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    is_photo = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    look = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_pictures", x => new { x.user_id, x.payment_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_payments_provider_charge",
                table: "payments",
                column: "provider_charge_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_pictures_at",
                table: "transfer_pictures",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_pictures_content",
                table: "transfer_pictures",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_pictures_file",
                table: "transfer_pictures",
                column: "file_unique_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_pictures_payment",
                table: "transfer_pictures",
                column: "payment_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "transfer_pictures");

            migrationBuilder.DropIndex(
                name: "ix_payments_provider_charge",
                table: "payments");
        }
    }
}
