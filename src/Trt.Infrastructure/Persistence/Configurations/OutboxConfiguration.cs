using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("outbox");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Lane).HasConversion<string>().HasMaxLength(16);
        row.Property(r => r.Name).HasMaxLength(64);
        row.Property(r => r.Key).HasMaxLength(200);
        row.Property(r => r.Payload).HasColumnType("jsonb");
        row.Property(r => r.Tellings).HasDefaultValue(0);
        row.HasIndex(r => new { r.Lane, r.DueAt }).HasFilter("parked_at IS NULL").HasDatabaseName("ix_outbox_due");
        row.HasIndex(r => new { r.Key, r.Name }).HasDatabaseName("ix_outbox_key");
        row.HasIndex(r => new { r.Lane, r.UserId }).HasFilter("leased_until IS NOT NULL").HasDatabaseName("ix_outbox_leased");
    }
}
