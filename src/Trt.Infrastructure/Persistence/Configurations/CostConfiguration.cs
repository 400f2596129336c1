using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Costs;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class ModelCostConfiguration : IEntityTypeConfiguration<ModelCost>
{
    public void Configure(EntityTypeBuilder<ModelCost> model)
    {
        model.ToTable("model_costs");
        model.HasKey(m => m.Model);
        model.Property(m => m.Text).HasMaxLength(ModelCost.TextLengthMax);
        model.Property(m => m.Title).HasMaxLength(ModelCost.TitleLengthMax);
        model.Property(m => m.Trouble).HasMaxLength(ModelCost.ReasonLengthMax);
        model.Property(m => m.HaltReason).HasMaxLength(ModelCost.ReasonLengthMax);
    }
}

internal sealed class LineCostConfiguration : IEntityTypeConfiguration<LineCost>
{
    public void Configure(EntityTypeBuilder<LineCost> line)
    {
        line.ToTable("line_costs", table => table.HasCheckConstraint("ck_line_costs_credits", "credits >= 0"));
        line.HasKey(l => new { l.Model, l.Sku });
        line.Ignore(l => l.Id);
        line.Property(l => l.Sku).HasMaxLength(LineCost.SkuLengthMax);
        line.Property(l => l.Who).HasMaxLength(LineCost.WhoLengthMax);
    }
}

internal sealed class SecondOpinionConfiguration : IEntityTypeConfiguration<SecondOpinion>
{
    public void Configure(EntityTypeBuilder<SecondOpinion> opinion)
    {
        opinion.ToTable("second_opinions");
        opinion.HasKey(o => o.Model);
        opinion.Property(o => o.Lines).AsJson();
        opinion.Property(o => o.Why).HasMaxLength(SecondOpinion.ReasonLengthMax);
        opinion.Property(o => o.Told).HasMaxLength(SecondOpinion.ReasonLengthMax);
    }
}
