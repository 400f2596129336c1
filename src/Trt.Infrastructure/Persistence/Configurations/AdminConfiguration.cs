using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class AdminConfiguration : IEntityTypeConfiguration<Admin>
{
    public void Configure(EntityTypeBuilder<Admin> admin)
    {
        admin.ToTable("admins", table => table.HasCheckConstraint("ck_admins_money", "daily_limit >= 0 AND spent >= 0"));
        admin.HasKey(a => a.UserId);
        admin.Property(a => a.UserId).ValueGeneratedNever();
        admin.Property(a => a.AppointedBy).HasMaxLength(AuditEntry.ActorLengthMax);
    }
}

internal sealed class AdjustmentConfiguration : IEntityTypeConfiguration<Adjustment>
{
    public void Configure(EntityTypeBuilder<Adjustment> adjustment)
    {
        adjustment.ToTable("adjustments", table => table.HasCheckConstraint("ck_adjustments_kopecks", "kopecks <> 0"));
        adjustment.HasKey(a => new { a.UserId, a.Id });
        adjustment.Property(a => a.Id).ValueGeneratedNever();
        adjustment.Property(a => a.Reason).HasMaxLength(Booking.ReasonLengthMax);
        adjustment.HasIndex(a => a.Id).HasDatabaseName("ix_adjustments_id");
    }
}
