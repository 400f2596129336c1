using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Payments;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class TransferPictureConfiguration : IEntityTypeConfiguration<TransferPicture>
{
    public void Configure(EntityTypeBuilder<TransferPicture> picture)
    {
        picture.ToTable("transfer_pictures");
        picture.HasKey(p => new { p.UserId, p.PaymentId, p.Number });
        picture.Property(p => p.FileId).HasMaxLength(TransferEvidence.FileIdLengthMax);
        picture.Property(p => p.FileUniqueId).HasMaxLength(TransferEvidence.FileIdLengthMax);
        picture.Property(p => p.ContentHash).HasMaxLength(TransferPicture.ContentHashLength);
        picture.Property(p => p.Fingerprint).HasColumnName("look")
            .HasConversion(fingerprint => fingerprint!.ToBytes(), bytes => new PictureFingerprint(bytes));
        picture.HasIndex(p => p.PaymentId).HasDatabaseName("ix_transfer_pictures_payment");
        picture.HasIndex(p => p.FileUniqueId).HasDatabaseName("ix_transfer_pictures_file");
        picture.HasIndex(p => p.ContentHash).HasDatabaseName("ix_transfer_pictures_content");
        picture.HasIndex(p => p.At).HasDatabaseName("ix_transfer_pictures_at");
    }
}
