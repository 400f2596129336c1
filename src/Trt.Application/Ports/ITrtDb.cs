using Microsoft.EntityFrameworkCore;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Contracts;
using Trt.Domain.Costs;
using Trt.Domain.Drafts;
using Trt.Domain.Finding;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Groups;
using Trt.Domain.Growth;
using Trt.Domain.Health;
using Trt.Domain.Payments;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Domain.Users;
using Trt.Domain.Wallets;

namespace Trt.Application.Ports;

/// <summary>The aggregates of the shop. What must be decided alone is loaded under a row lock, by name.</summary>
public interface ITrtDb
{
    DbSet<User> Users { get; }

    DbSet<Draft> Drafts { get; }

    DbSet<KeptWish> Wishes { get; }

    DbSet<OwnRecipe> Recipes { get; }

    DbSet<RecipeRun> RecipeRuns { get; }

    DbSet<Idea> Ideas { get; }

    DbSet<Wallet> Wallets { get; }

    DbSet<LedgerEntry> Ledger { get; }

    DbSet<FreeAllowance> FreeAllowances { get; }

    DbSet<FreeBank> FreeBanks { get; }

    DbSet<FreeBankEntry> FreeBankEntries { get; }

    DbSet<Generation> Generations { get; }

    DbSet<DeliveryPart> Deliveries { get; }

    DbSet<OriginalCopy> Originals { get; }

    DbSet<ProviderCallback> ProviderCallbacks { get; }

    DbSet<ParkedUpdate> ParkedUpdates { get; }

    DbSet<OpenQuestion> Questions { get; }

    DbSet<AuditEntry> Audit { get; }

    DbSet<Setting> Settings { get; }

    DbSet<Payment> Payments { get; }

    DbSet<TransferPicture> TransferPictures { get; }

    DbSet<Invitation> Invitations { get; }

    DbSet<Attribution> Attributions { get; }

    DbSet<PromoCode> PromoCodes { get; }

    DbSet<PromoRedemption> PromoRedemptions { get; }

    DbSet<TopUpBoost> TopUpBoosts { get; }

    DbSet<Gift> Gifts { get; }

    DbSet<LowBalanceNotice> LowBalanceNotices { get; }

    DbSet<Admin> Admins { get; }

    DbSet<MachineToken> MachineTokens { get; }

    DbSet<OperatorMatter> OperatorMatters { get; }

    DbSet<OperatorDigest> OperatorDigests { get; }

    DbSet<Broadcast> Broadcasts { get; }

    DbSet<Backup> Backups { get; }

    DbSet<Adjustment> Adjustments { get; }

    DbSet<DashboardSession> DashboardSessions { get; }

    DbSet<ModelCost> ModelCosts { get; }

    DbSet<LineCost> LineCosts { get; }

    DbSet<SecondOpinion> SecondOpinions { get; }

    DbSet<ModelHealth> ModelHealth { get; }

    DbSet<ModelContract> ModelContracts { get; }

    /// <summary>Work that is saved as a whole or not at all. No foreign call belongs inside.</summary>
    Task<IUnitOfWork> Begin(CancellationToken token);

    /// <summary>Everything read inside is as it was at one moment. Nothing is saved.</summary>
    Task<IAsyncDisposable> BeginSnapshot(CancellationToken token);

    /// <summary>How many units of work this scope has committed.</summary>
    int Commits { get; }

    /// <summary>
    /// True when others were first: the database broke the work off to end a deadlock,
    /// or what was to be added stands there since a moment ago.
    /// Decided again, it meets what they left.
    /// </summary>
    bool IsOutrun(Exception failure);

    /// <summary>True when the database is not there for a moment: the same again may go well.</summary>
    bool IsAway(Exception failure);

    /// <summary>Drops what was read and decided and not saved.</summary>
    void Forget();

    /// <summary>Adds a person unless they are known; true when they are new. Safe when two messages arrive at once.</summary>
    Task<bool> RegisterUser(User user, CancellationToken token);

    /// <summary>Replaces whatever this person was asked before.</summary>
    Task PutQuestion(OpenQuestion question, CancellationToken token);

    /// <summary>Those that are known stay as they are.</summary>
    Task KeepIdeas(IReadOnlyCollection<Idea> ideas, CancellationToken token);

    /// <summary>The first source stays what it is, the last one follows.</summary>
    Task PutAttribution(Attribution touch, CancellationToken token);

    /// <summary>The question has been answered or given up; true when there was one.</summary>
    Task<bool> DropQuestion(UserId user, CancellationToken token);

    /// <summary>How much work was put aside after failing too often.</summary>
    /// <param name="name">Null = of every kind.</param>
    Task<int> CountParked(string? name, CancellationToken token);

    /// <summary>As it is now, for looking only; it throws when there is none.</summary>
    Task<Generation> ReadGeneration(GenerationId id, CancellationToken token);

    /// <summary>Whoever changes what is known of this group does so alone; opened when nobody knew it.</summary>
    Task<GroupChat> LockGroup(long id, string title, CancellationToken token);

    /// <summary>Wishes, orders being filled in and orders under way that were asked for in this group answer there from now on.</summary>
    Task MoveAsked(long fromChat, long toChat, CancellationToken token);

    /// <summary>What this person asked for in the group comes to them, for they no longer read there.</summary>
    Task BringAskedHome(UserId user, long chat, CancellationToken token);

    Task<User?> LockUser(UserId id, CancellationToken token);

    /// <summary>What a person wrote, sent and made goes from every table; what the books need stays.</summary>
    Task EraseTraces(UserId user, DateTimeOffset now, CancellationToken token);

    /// <summary>Those who were dismissed as well.</summary>
    Task<Admin?> LockAdmin(UserId user, CancellationToken token);

    /// <summary>Whoever deals with this matter deals with it alone, even before it stands anywhere.</summary>
    Task<OperatorMatter?> LockMatter(string subject, CancellationToken token);

    /// <summary>Whoever decides about a copy of the database does so alone.</summary>
    Task LockBackups(CancellationToken token);

    Task<Broadcast?> LockBroadcast(Guid id, CancellationToken token);

    /// <summary>The one that this operator is composing; who begins one at the same moment waits.</summary>
    Task<Broadcast?> LockBroadcastDraft(UserId author, CancellationToken token);

    Task<Adjustment?> LockAdjustment(Guid id, CancellationToken token);

    /// <summary>The session that a link opens; two who use it at once do so one after the other.</summary>
    Task<DashboardSession?> LockDashboardLink(string mark, CancellationToken token);

    Task<DashboardSession?> LockDashboardSession(UserId user, Guid id, CancellationToken token);

    /// <summary>Null when it is not this customer's, or gone.</summary>
    Task<OwnRecipe?> LockRecipe(UserId owner, int number, CancellationToken token);

    Task<RecipeRun?> LockRecipeRun(UserId owner, int number, CancellationToken token);

    Task<Draft?> LockDraft(UserId user, CancellationToken token);

    /// <summary>Opens an empty order when the customer has none; two that begin at once meet in one.</summary>
    Task<Draft> OpenDraft(UserId user, CancellationToken token);

    Task<Generation?> LockGeneration(GenerationId id, CancellationToken token);

    /// <summary>Null when it is not this customer's.</summary>
    Task<Generation?> LockGeneration(UserId owner, GenerationId id, CancellationToken token);

    /// <summary>Opens an empty wallet when the customer has none yet.</summary>
    Task<Wallet> LockWallet(UserId user, CancellationToken token);

    /// <summary>Whoever asks this customer for money does so alone. Money that comes in does not wait for it.</summary>
    Task LockPayer(UserId user, CancellationToken token);

    Task<Payment?> LockPayment(PaymentId id, CancellationToken token);

    /// <summary>Whoever deals with this charge deals with it alone, even before there is a payment with it.</summary>
    Task<Payment?> LockPaymentOfCharge(PaymentMethod method, string chargeId, CancellationToken token);

    /// <summary>All settings; who else wants to change one waits, who only reads does not.</summary>
    Task<List<Setting>> LockSettings(CancellationToken token);

    /// <summary>Whoever changes what is known of costs does so alone; each time <see cref="CostRevision"/> grows with the commit.</summary>
    Task LockCosts(CancellationToken token);

    /// <summary>The same number as before means that nothing about costs has changed.</summary>
    Task<long> CostRevision(CancellationToken token);

    /// <summary>Whoever changes what is known of models' health does so alone.</summary>
    Task LockHealth(CancellationToken token);

    Task<FreeAllowance> LockFreeAllowance(UserId user, DateOnly day, CancellationToken token);

    Task<PromoCode?> LockPromoCode(string code, CancellationToken token);

    /// <summary>Also keeps two codes of one customer apart.</summary>
    Task<PromoAttempts> LockPromoAttempts(UserId user, CancellationToken token);

    /// <summary>Opens an empty bank when the customer has none yet. Who needs those of two customers locks the lower id first.</summary>
    Task<FreeBank> LockFreeBank(UserId user, CancellationToken token);
}

/// <summary>Ends without effect unless committed.</summary>
public interface IUnitOfWork : IAsyncDisposable
{
    /// <summary>Saves everything that was decided, with its follow-up work and the update it came from.</summary>
    Task Commit(CancellationToken token);
}
