using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence.Configurations;

/// <summary>One row for each newcomer: whoever comes through twenty links at once is invited once.</summary>
internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations", table =>
        {
            table.HasCheckConstraint("ck_invitations_not_oneself", "inviter_id <> invitee_id");
            table.HasCheckConstraint("ck_invitations_share", "share >= 0 AND free >= 0");
        });
        invitation.HasKey(i => i.InviteeId);
        invitation.Property(i => i.InviteeId).ValueGeneratedNever();
        invitation.HasIndex(i => new { i.InviterId, i.RewardedOn }).HasDatabaseName("ix_invitations_inviter");
        invitation.HasIndex(i => i.AcceptedOn).HasDatabaseName("ix_invitations_day");
    }
}

internal sealed class AttributionConfiguration : IEntityTypeConfiguration<Attribution>
{
    public void Configure(EntityTypeBuilder<Attribution> attribution)
    {
        attribution.ToTable("attributions");
        attribution.HasKey(a => a.UserId);
        attribution.Property(a => a.UserId).ValueGeneratedNever();
        attribution.Property(a => a.FirstSource).HasMaxLength(StartParameter.LengthMax);
        attribution.Property(a => a.LastSource).HasMaxLength(StartParameter.LengthMax);
    }
}

internal sealed class PromoCodeConfiguration : IEntityTypeConfiguration<PromoCode>
{
    public void Configure(EntityTypeBuilder<PromoCode> promo)
    {
        promo.ToTable("promo_codes", table =>
        {
            table.HasCheckConstraint("ck_promo_codes_uses", "uses >= 0 AND uses <= uses_max");
            table.HasCheckConstraint("ck_promo_codes_value", "amount >= 0 AND percent BETWEEN 0 AND 100 AND free >= 0");
        });
        promo.HasKey(p => p.Code);
        promo.Property(p => p.Code).HasMaxLength(PromoCode.LengthMax);
        promo.Property(p => p.CreatedBy).HasMaxLength(PromoCode.CreatorLengthMax);
        promo.Ignore(p => p.Value);
    }
}

internal sealed class PromoRedemptionConfiguration : IEntityTypeConfiguration<PromoRedemption>
{
    public void Configure(EntityTypeBuilder<PromoRedemption> redemption)
    {
        redemption.ToTable("promo_redemptions");
        redemption.HasKey(r => new { r.UserId, r.Code, r.Number });
        redemption.Property(r => r.Code).HasMaxLength(PromoCode.LengthMax);
        redemption.Property(r => r.Number).ValueGeneratedNever();
        redemption.HasIndex(r => r.Code).HasDatabaseName("ix_promo_redemptions_code");
    }
}

internal sealed class PromoAttemptsConfiguration : IEntityTypeConfiguration<PromoAttempts>
{
    public void Configure(EntityTypeBuilder<PromoAttempts> attempts)
    {
        attempts.ToTable("promo_attempts");
        attempts.HasKey(a => a.UserId);
        attempts.Property(a => a.UserId).ValueGeneratedNever();
    }
}

internal sealed class TopUpBoostConfiguration : IEntityTypeConfiguration<TopUpBoost>
{
    public void Configure(EntityTypeBuilder<TopUpBoost> boost)
    {
        boost.ToTable("top_up_boosts", table => table.HasCheckConstraint(
            "ck_top_up_boosts_percent", "percent BETWEEN 1 AND 100 AND bonus_max > 0"));
        boost.HasKey(b => b.UserId);
        boost.Property(b => b.UserId).ValueGeneratedNever();
        boost.Property(b => b.Code).HasMaxLength(PromoCode.LengthMax);
        boost.Property(b => b.Reference).HasMaxLength(Booking.ReferenceLengthMax);
    }
}

internal sealed class GiftConfiguration : IEntityTypeConfiguration<Gift>
{
    public void Configure(EntityTypeBuilder<Gift> gift)
    {
        gift.ToTable("gifts", table => table.HasCheckConstraint("ck_gifts_amount", "amount > 0"));
        gift.HasKey(g => g.UserId);
        gift.Property(g => g.UserId).ValueGeneratedNever();
        gift.HasIndex(g => g.Day).HasDatabaseName("ix_gifts_day");
    }
}

internal sealed class LowBalanceNoticeConfiguration : IEntityTypeConfiguration<LowBalanceNotice>
{
    public void Configure(EntityTypeBuilder<LowBalanceNotice> notice)
    {
        notice.ToTable("low_balance_notices");
        notice.HasKey(n => n.UserId);
        notice.Property(n => n.UserId).ValueGeneratedNever();
    }
}
