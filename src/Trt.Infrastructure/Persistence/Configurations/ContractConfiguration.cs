using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Contracts;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class ModelContractConfiguration : IEntityTypeConfiguration<ModelContract>
{
    public void Configure(EntityTypeBuilder<ModelContract> contract)
    {
        contract.ToTable("model_contracts");
        contract.HasKey(c => c.Model);
        contract.Property(c => c.Fingerprint).HasMaxLength(ModelContract.FingerprintLengthMax);
        contract.Property(c => c.Unsafe).HasMaxLength(ModelContract.DifferencesLengthMax);
        contract.Property(c => c.Safe).HasMaxLength(ModelContract.DifferencesLengthMax);
        contract.Property(c => c.Agreed).HasMaxLength(ModelContract.DifferencesLengthMax);
        contract.Property(c => c.OffSale).HasMaxLength(ModelContract.DifferencesLengthMax);
        contract.Property(c => c.Trouble).HasMaxLength(ModelContract.DifferencesLengthMax);
    }
}
