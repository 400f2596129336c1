using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Broadcasts;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class BroadcastConfiguration : IEntityTypeConfiguration<Broadcast>
{
    public void Configure(EntityTypeBuilder<Broadcast> broadcast)
    {
        broadcast.ToTable("broadcasts");
        broadcast.HasKey(b => b.Id);
        broadcast.Property(b => b.Id).ValueGeneratedNever();
        broadcast.Property(b => b.TextRu).HasMaxLength(Broadcast.TextLengthMax);
        broadcast.Property(b => b.TextEn).HasMaxLength(Broadcast.TextLengthMax);
        broadcast.Property(b => b.PictureFileId).HasMaxLength(256);
        broadcast.Property(b => b.Links).AsJson();
        broadcast.HasIndex(b => b.AuthorId).IsUnique().HasFilter("state = 'Draft'").HasDatabaseName("ux_broadcasts_draft");
    }
}

internal sealed class BroadcastRecipientConfiguration : IEntityTypeConfiguration<BroadcastRecipient>
{
    public void Configure(EntityTypeBuilder<BroadcastRecipient> recipient)
    {
        recipient.ToTable("broadcast_recipients");
        recipient.HasKey(r => new { r.UserId, r.BroadcastId });
        recipient.Property(r => r.UserId).ValueGeneratedNever();
        recipient.HasIndex(r => new { r.BroadcastId, r.State, r.UserId }).HasDatabaseName("ix_broadcast_recipients_state");
    }
}
