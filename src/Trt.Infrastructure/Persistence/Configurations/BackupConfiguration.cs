using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Application.Ports;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class BackupConfiguration : IEntityTypeConfiguration<Backup>
{
    public void Configure(EntityTypeBuilder<Backup> backup)
    {
        backup.ToTable("backups");
        backup.HasKey(b => b.Id);
        backup.Property(b => b.Id).ValueGeneratedNever();
        backup.Property(b => b.Name).HasMaxLength(Backup.NameLengthMax);
        backup.Property(b => b.Place).HasMaxLength(Backup.PlaceLengthMax);
        backup.Property(b => b.Checksum).HasMaxLength(Backup.ChecksumLengthMax);
        backup.Property(b => b.Problem).HasMaxLength(Backup.ProblemLengthMax);
        backup.Ignore(b => b.IsGood);
        backup.HasIndex(b => new { b.Place, b.BegunAt }).HasDatabaseName("ix_backups_latest");
    }
}
