using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Health;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class ModelHealthConfiguration : IEntityTypeConfiguration<ModelHealth>
{
    public void Configure(EntityTypeBuilder<ModelHealth> health)
    {
        health.ToTable("model_health");
        health.HasKey(h => h.Model);
        health.Property(h => h.Why).HasMaxLength(ModelHealth.ReasonLengthMax);
        health.Property(h => h.Who).HasMaxLength(ModelHealth.WhoLengthMax);
        health.Ignore(h => h.IsSold);
        health.Ignore(h => h.IsSlow);
    }
}
