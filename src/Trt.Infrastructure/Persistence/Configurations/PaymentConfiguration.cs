using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Payments;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments", table =>
        {
            table.HasCheckConstraint("ck_payments_amount", "amount >= 0 AND total > 0");
            table.HasCheckConstraint("ck_payments_credited", "credited_at IS NULL OR (charge_id IS NOT NULL AND amount > 0)");
            table.HasCheckConstraint("ck_payments_refund", "refund_taken BETWEEN 0 AND amount");
        });
        payment.HasKey(p => new { p.UserId, p.Id });
        payment.Property(p => p.Id).ValueGeneratedNever();
        payment.Property(p => p.Currency).HasMaxLength(PaidTotal.CurrencyLengthMax);
        payment.Property(p => p.ChargeId).HasMaxLength(Payment.ChargeIdLengthMax);
        payment.Property(p => p.ProviderChargeId).HasMaxLength(Payment.ChargeIdLengthMax);
        payment.Property(p => p.ReviewedBy).HasMaxLength(Payment.ReviewerLengthMax);
        payment.Property(p => p.Reason).HasMaxLength(Payment.ReasonLengthMax);
        payment.Property(p => p.EvidenceFileId).HasMaxLength(TransferEvidence.FileIdLengthMax);
        payment.Property(p => p.EvidenceFileUniqueId).HasMaxLength(TransferEvidence.FileIdLengthMax);
        payment.Property(p => p.EvidenceHash).HasMaxLength(TransferEvidence.HashLengthMax);
        payment.Ignore(p => p.Price);
        payment.Ignore(p => p.Reference);
        payment.Ignore(p => p.RefundReference);
        payment.Ignore(p => p.WasCredited);
        payment.HasIndex(p => p.Id).HasDatabaseName("ix_payments_id");
        payment.HasIndex(p => new { p.Method, p.ChargeId }).IsUnique().HasDatabaseName("ux_payments_charge");
        payment.HasIndex(p => new { p.Status, p.CreatedAt }).HasDatabaseName("ix_payments_status");
        payment.HasIndex(p => p.ProviderChargeId).HasDatabaseName("ix_payments_provider_charge");
        payment.HasIndex(p => p.EvidenceFileUniqueId).HasDatabaseName("ix_payments_evidence_file");
        payment.HasIndex(p => p.EvidenceHash).HasDatabaseName("ix_payments_evidence_hash");
    }
}
