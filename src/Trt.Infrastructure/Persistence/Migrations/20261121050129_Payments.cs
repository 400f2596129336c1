using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trt.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Payments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    charge_id = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    provider_charge_id = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    evidence_file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    evidence_file_unique_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    evidence_hash = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    evidence_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    draft = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    credited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refunded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refund_round = table.Column<int>(type: "integer", nullable: false),
                    refund_taken = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => new { x.user_id, x.id });
                    table.CheckConstraint("ck_payments_amount", "amount >= 0 AND total > 0");
                    table.CheckConstraint("ck_payments_credited", "credited_at IS NULL OR (charge_id IS NOT NULL AND amount > 0)");
                    table.CheckConstraint("ck_payments_refund", "refund_taken BETWEEN 0 AND amount");
                });

            migrationBuilder.CreateIndex(
                name: "ix_payments_evidence_file",
                table: "payments",
                column: "evidence_file_unique_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_evidence_hash",
                table: "payments",
                column: "evidence_hash");

            migrationBuilder.CreateIndex(
                name: "ix_payments_id",
                table: "payments",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_status",
                table: "payments",
                columns: new[] { "status", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_payments_charge",
                table: "payments",
                columns: new[] { "method", "charge_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payments");
        }
    }
}
