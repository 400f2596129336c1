using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Free;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Infrastructure.Persistence.Configurations;

/// <summary>What the wallet promises is said again here: code gets bypassed, a constraint does not.</summary>
internal sealed class WalletConfiguration : IEntityTypeConfiguration<Wallet>
{
    public void Configure(EntityTypeBuilder<Wallet> wallet)
    {
        wallet.ToTable("wallets", table =>
        {
            table.HasCheckConstraint("ck_wallets_available", "available >= 0");
            table.HasCheckConstraint("ck_wallets_reserved", "reserved >= 0");
        });
        wallet.HasKey(w => w.UserId);
        wallet.Property(w => w.UserId).ValueGeneratedNever();
        wallet.HasMany<LedgerEntry>("_newEntries").WithOne().HasForeignKey(entry => entry.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger_entries", table =>
        {
            table.HasCheckConstraint("ck_ledger_moves", "available_delta <> 0 OR reserved_delta <> 0");
            table.HasCheckConstraint("ck_ledger_after", "available_after >= 0 AND reserved_after >= 0");
        });
        entry.HasKey(e => new { e.UserId, e.Id });
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Reference).HasMaxLength(Booking.ReferenceLengthMax);
        entry.Property(e => e.Actor).HasMaxLength(Booking.ActorLengthMax);
        entry.Property(e => e.Reason).HasMaxLength(Booking.ReasonLengthMax);
        entry.HasIndex(e => new { e.Kind, e.Reference }).IsUnique().HasDatabaseName("ux_ledger_kind_reference");
        // What was earned since a moment is read from this index alone.
        entry.HasIndex(e => e.At).IncludeProperties(e => e.ReservedDelta).HasFilter("kind = 'Commit'").HasDatabaseName("ix_ledger_commits");
        // Entries stand in order of time, so a few numbers per block find an hour; a booking pays nothing for it.
        entry.HasIndex(e => e.At, "ix_ledger_time").HasMethod("brin").HasDatabaseName("ix_ledger_time");
    }
}

internal sealed class FreeAllowanceConfiguration : IEntityTypeConfiguration<FreeAllowance>
{
    public void Configure(EntityTypeBuilder<FreeAllowance> free)
    {
        free.ToTable("free_allowances", table => table.HasCheckConstraint("ck_free_used", "used >= 0"));
        free.HasKey(f => new { f.UserId, f.Day });
    }
}
