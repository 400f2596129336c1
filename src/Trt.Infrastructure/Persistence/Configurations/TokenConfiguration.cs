using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.BackOffice;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class TokenConfiguration : IEntityTypeConfiguration<MachineToken>
{
    private const int DigestBytes = 32;

    public void Configure(EntityTypeBuilder<MachineToken> token)
    {
        token.ToTable("machine_tokens");
        token.HasKey(t => t.Id);
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.Name).HasMaxLength(MachineToken.NameLengthMax);
        token.Property(t => t.Digest).HasMaxLength(DigestBytes);
        token.Property(t => t.ScopeNames).HasMaxLength(MachineToken.ScopesLengthMax);
        token.Property(t => t.CreatedBy).HasMaxLength(AuditEntry.ActorLengthMax);
        token.HasIndex(t => t.Name).IsUnique().HasDatabaseName("ux_machine_tokens_name");
        token.HasIndex(t => t.Digest).IsUnique().HasDatabaseName("ux_machine_tokens_digest");
    }
}
