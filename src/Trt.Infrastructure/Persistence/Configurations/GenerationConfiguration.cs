using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Generations;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class GenerationConfiguration : IEntityTypeConfiguration<Generation>
{
    public void Configure(EntityTypeBuilder<Generation> generation)
    {
        generation.ToTable("generations", table =>
        {
            table.HasCheckConstraint("ck_generations_price", "price >= 0");
            table.HasCheckConstraint("ck_generations_paid_or_free", "(price = 0) = (free_day IS NOT NULL)");
            table.HasCheckConstraint("ck_generations_from_bank", "NOT is_from_bank OR free_day IS NOT NULL");
        });
        // The customer is in every key, so that the tables can be spread by customer one day.
        generation.HasKey(g => new { g.UserId, g.Id });
        generation.Property(g => g.Id).ValueGeneratedNever();
        generation.HasIndex(g => g.Id).HasDatabaseName("ix_generations_id");
        generation.Ignore(g => g.Ticket);
        generation.Ignore(g => g.AskedIn);
        generation.HasIndex(g => g.AskedChatId).HasFilter("asked_chat_id IS NOT NULL").HasDatabaseName("ix_generations_asked");
        // The version before this one writes no source: its free ones are the day's.
        generation.Property(g => g.IsFromBank).HasDefaultValue(false);
        generation.Property(g => g.HasNews).HasDefaultValue(false);
        generation.Property(g => g.IsAtMost).HasDefaultValue(false);
        generation.Property(g => g.IsFavourite).HasDefaultValue(false);
        generation.Property(g => g.Vanishes).HasDefaultValue(false);
        generation.Property(g => g.Inputs).AsJson(InputValues.ToJson, InputValues.FromJson);
        generation.Property(g => g.Result).AsJson();
        generation.Property(g => g.Place).AsJson();
        generation.Property(g => g.TaskId).HasMaxLength(Generation.TaskIdLengthMax);
        generation.Property(g => g.Sku).HasMaxLength(LineCost.SkuLengthMax);
        generation.Property(g => g.Detail).HasMaxLength(Generation.DetailLengthMax);
        generation.HasIndex(g => g.TaskId).IsUnique().HasDatabaseName("ux_generations_task");
        generation.HasIndex(g => new { g.UserId, g.CreatedAt }).HasDatabaseName("ix_generations_user");
        generation.HasIndex(g => g.FreeDay).HasFilter("free_day IS NOT NULL").HasDatabaseName("ix_generations_free_day");
        generation.HasIndex(g => g.Status)
            .HasFilter("status IN ('Queued', 'Submitting', 'Uncertain', 'Running')")
            .HasDatabaseName("ix_generations_open");
        generation.HasIndex(g => g.Cid).HasDatabaseName("ix_generations_cid");
        // Only what is to be forgotten soon, and has not been.
        generation.HasIndex(g => g.FinishedAt)
            .HasFilter("vanishes AND forgotten_at IS NULL")
            .HasDatabaseName("ix_generations_vanishing");
        generation.HasIndex(g => g.Batch).HasFilter("batch IS NOT NULL").HasDatabaseName("ix_generations_batch");
        // What came to nothing is looked for by operators, and rare: an order that ends well pays nothing for it.
        generation.HasIndex(g => new { g.Status, g.Id })
            .HasFilter("status IN ('Failed', 'Expired', 'Cancelled')")
            .HasDatabaseName("ix_generations_lost");
        // Orders stand in the table in order of time, so a few numbers per block find a day; an order pays nothing for it.
        generation.HasIndex(g => g.CreatedAt).HasMethod("brin").HasDatabaseName("ix_generations_time");
    }
}

internal sealed class DeliveryPartConfiguration : IEntityTypeConfiguration<DeliveryPart>
{
    public void Configure(EntityTypeBuilder<DeliveryPart> part)
    {
        part.ToTable("deliveries");
        part.HasKey(p => new { p.UserId, p.GenerationId, p.Number });
        part.Property(p => p.FileId).HasMaxLength(256);
    }
}

internal sealed class OriginalCopyConfiguration : IEntityTypeConfiguration<OriginalCopy>
{
    public void Configure(EntityTypeBuilder<OriginalCopy> copy)
    {
        copy.ToTable("originals");
        copy.HasKey(c => new { c.UserId, c.GenerationId, c.Output });
    }
}

internal sealed class ProviderCallbackConfiguration : IEntityTypeConfiguration<ProviderCallback>
{
    public void Configure(EntityTypeBuilder<ProviderCallback> callback)
    {
        callback.ToTable("provider_callbacks");
        callback.HasKey(c => c.Id);
        callback.Property(c => c.Id).ValueGeneratedNever();
        callback.Property(c => c.TaskId).HasMaxLength(Generation.TaskIdLengthMax);
        callback.HasIndex(c => c.TaskId).HasDatabaseName("ix_provider_callbacks_task");
        callback.HasIndex(c => c.GenerationId).HasFilter("generation_id IS NOT NULL").HasDatabaseName("ix_provider_callbacks_generation");
        callback.HasIndex(c => c.At).HasDatabaseName("ix_provider_callbacks_at");
    }
}
