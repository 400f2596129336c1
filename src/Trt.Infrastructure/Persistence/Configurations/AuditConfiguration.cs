using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.BackOffice;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Actor).HasMaxLength(AuditEntry.ActorLengthMax);
        entry.Property(e => e.Action).HasMaxLength(AuditEntry.ActionLengthMax);
        entry.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectLengthMax);
        entry.Property(e => e.Before).HasMaxLength(AuditEntry.ValueLengthMax);
        entry.Property(e => e.After).HasMaxLength(AuditEntry.ValueLengthMax);
        entry.Property(e => e.Reason).HasMaxLength(AuditEntry.ReasonLengthMax);
        entry.HasIndex(e => new { e.Subject, e.At }).HasDatabaseName("ix_audit_subject");
    }
}
