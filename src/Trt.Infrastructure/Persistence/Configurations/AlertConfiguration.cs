using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Application.Ports;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class OperatorMatterConfiguration : IEntityTypeConfiguration<OperatorMatter>
{
    /// <summary>The database keeps the names of a value in its own order.</summary>
    private static readonly JsonSerializerOptions Options = new() { AllowOutOfOrderMetadataProperties = true };

    public void Configure(EntityTypeBuilder<OperatorMatter> standing)
    {
        standing.ToTable("operator_matters");
        standing.HasKey(s => s.Subject);
        standing.Property(s => s.Subject).HasMaxLength(OperatorMatter.SubjectLengthMax);
        standing.Property(s => s.Matter).AsJson(
            matter => JsonSerializer.Serialize(matter, Options), text => JsonSerializer.Deserialize<Matter>(text, Options)!);
        standing.Ignore(s => s.IsOver);
        standing.HasIndex(s => s.SeenAt).HasFilter("over_at IS NULL").HasDatabaseName("ix_operator_matters_open");
    }
}

internal sealed class OperatorDigestConfiguration : IEntityTypeConfiguration<OperatorDigest>
{
    public void Configure(EntityTypeBuilder<OperatorDigest> digest)
    {
        digest.ToTable("operator_digests");
        digest.HasKey(d => new { d.UserId, d.Day });
        digest.Property(d => d.UserId).ValueGeneratedNever();
    }
}
