using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class FreeBankConfiguration : IEntityTypeConfiguration<FreeBank>
{
    public void Configure(EntityTypeBuilder<FreeBank> bank)
    {
        bank.ToTable("free_banks", table => table.HasCheckConstraint("ck_free_banks_available", "available >= 0"));
        bank.HasKey(b => b.UserId);
        bank.Property(b => b.UserId).ValueGeneratedNever();
        bank.HasMany<FreeBankEntry>("_newEntries").WithOne().HasForeignKey(entry => entry.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FreeBankEntryConfiguration : IEntityTypeConfiguration<FreeBankEntry>
{
    public void Configure(EntityTypeBuilder<FreeBankEntry> entry)
    {
        entry.ToTable("free_bank_entries", table =>
        {
            table.HasCheckConstraint("ck_free_bank_entries_delta", "delta <> 0 AND (delta < 0) = (kind = 'Spend')");
            table.HasCheckConstraint("ck_free_bank_entries_after", "available_after >= 0");
        });
        entry.HasKey(e => new { e.UserId, e.Id });
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Reference).HasMaxLength(Booking.ReferenceLengthMax);
        entry.Property(e => e.Actor).HasMaxLength(Booking.ActorLengthMax);
        entry.Property(e => e.Reason).HasMaxLength(Booking.ReasonLengthMax);
        entry.HasIndex(e => new { e.Kind, e.Reference }).IsUnique().HasDatabaseName("ux_free_bank_kind_reference");
    }
}
