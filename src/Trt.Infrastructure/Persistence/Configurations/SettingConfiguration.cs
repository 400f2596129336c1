using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.BackOffice;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("settings");
        setting.HasKey(s => s.Name);
        setting.Property(s => s.Name).HasMaxLength(Setting.NameLengthMax);
        setting.Property(s => s.Value).HasMaxLength(Setting.ValueLengthMax);
        setting.Property(s => s.ChangedBy).HasMaxLength(AuditEntry.ActorLengthMax);
    }
}
