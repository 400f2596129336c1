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
        admin.Property(a => a.Role).HasDefaultValue(AdminRole.Limited).HasSentinel(AdminRole.None);
        admin.Property(a => a.AppointedBy).HasMaxLength(AuditEntry.ActorLengthMax);
    }
}

internal sealed class DashboardSessionConfiguration : IEntityTypeConfiguration<DashboardSession>
{
    public void Configure(EntityTypeBuilder<DashboardSession> session)
    {
        session.ToTable("dashboard_sessions");
        session.HasKey(s => new { s.UserId, s.Id });
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.LinkMark).HasMaxLength(DashboardSession.MarkLength);
        session.Property(s => s.KeyMark).HasMaxLength(DashboardSession.MarkLength);
        session.Property(s => s.Device).HasMaxLength(DashboardSession.DeviceLengthMax);
        session.HasIndex(s => s.LinkMark).IsUnique().HasDatabaseName("ux_dashboard_sessions_link");
        session.HasIndex(s => s.KeyMark).IsUnique().HasDatabaseName("ux_dashboard_sessions_key");
        session.HasIndex(s => s.AskedAt).HasDatabaseName("ix_dashboard_sessions_asked");
        session.Ignore(s => s.EndsAt);
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
