using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Growth;
using Trt.Domain.Health;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Domain.Users;
using Trt.Domain.Wallets;

namespace Trt.Infrastructure.Persistence;

internal sealed class TrtDbContext : DbContext
{
    /// <summary>A failed save ends its transaction, so the savepoints around each one are two round trips for nothing.</summary>
    public TrtDbContext(DbContextOptions<TrtDbContext> options)
        : base(options) => Database.AutoSavepointsEnabled = false;

    public DbSet<User> Users => Set<User>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Wallet> Wallets => Set<Wallet>();

    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<FreeAllowance> FreeAllowances => Set<FreeAllowance>();

    public DbSet<FreeBank> FreeBanks => Set<FreeBank>();

    public DbSet<FreeBankEntry> FreeBankEntries => Set<FreeBankEntry>();

    public DbSet<Generation> Generations => Set<Generation>();

    public DbSet<DeliveryPart> Deliveries => Set<DeliveryPart>();

    public DbSet<OriginalCopy> Originals => Set<OriginalCopy>();

    public DbSet<ProviderCallback> ProviderCallbacks => Set<ProviderCallback>();

    public DbSet<ParkedUpdate> ParkedUpdates => Set<ParkedUpdate>();

    public DbSet<OpenQuestion> Questions => Set<OpenQuestion>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<TransferPicture> TransferPictures => Set<TransferPicture>();

    public DbSet<Admin> Admins => Set<Admin>();

    public DbSet<Adjustment> Adjustments => Set<Adjustment>();

    public DbSet<ProcessedUpdate> ProcessedUpdates => Set<ProcessedUpdate>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(TrtDbContext).Assembly);
        SnakeCase.Apply(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<UserId>().HaveConversion<UserIdConverter>();
        conventions.Properties<GenerationId>().HaveConversion<GenerationIdConverter>();
        conventions.Properties<ModelId>().HaveConversion<ModelIdConverter>().HaveMaxLength(64);
        conventions.Properties<Cid>().HaveConversion<CidConverter>().HaveMaxLength(32);
        conventions.Properties<Money>().HaveConversion<MoneyConverter>();
        conventions.Properties<Language>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<EntryKind>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<FreeBankMove>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<QuestionKind>().HaveConversion<string>().HaveMaxLength(32);
        conventions.Properties<InviterReward>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<PromoKind>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<Audience>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<BroadcastState>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<RecipientState>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<AdminRole>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<AdjustmentState>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<GenerationStatus>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<FailureReason>().HaveConversion<string>().HaveMaxLength(32);
        conventions.Properties<DeliveryState>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<OriginalState>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<PriceUnit>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<CostSource>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<BelowCost>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<HealthState>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<AliveCheck>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<HandWord>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<CostHalt>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<PaymentId>().HaveConversion<PaymentIdConverter>();
        conventions.Properties<PaymentMethod>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<PaymentStatus>().HaveConversion<string>().HaveMaxLength(16);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}

/// <summary>An update that has had its effect.</summary>
internal sealed class ProcessedUpdate
{
    public const string PrimaryKey = "pk_processed_updates";

    public required long UpdateId { get; init; }

    public required DateTimeOffset At { get; init; }
}
