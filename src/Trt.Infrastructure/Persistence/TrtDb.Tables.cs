using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Contracts;
using Trt.Domain.Costs;
using Trt.Domain.Drafts;
using Trt.Domain.Finding;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Growth;
using Trt.Domain.Health;
using Trt.Domain.Payments;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Domain.Users;
using Trt.Domain.Wallets;

namespace Trt.Infrastructure.Persistence;

/// <summary>What there is to read, and what is written without being decided upon.</summary>
internal sealed partial class TrtDb
{
    public DbSet<User> Users => context.Users;

    public DbSet<Draft> Drafts => context.Drafts;

    public DbSet<KeptWish> Wishes => context.Set<KeptWish>();

    public DbSet<OwnRecipe> Recipes => context.Set<OwnRecipe>();

    public DbSet<RecipeRun> RecipeRuns => context.Set<RecipeRun>();

    public DbSet<Idea> Ideas => context.Set<Idea>();

    public DbSet<Wallet> Wallets => context.Wallets;

    public DbSet<LedgerEntry> Ledger => context.Ledger;

    public DbSet<FreeAllowance> FreeAllowances => context.FreeAllowances;

    public DbSet<FreeBank> FreeBanks => context.FreeBanks;

    public DbSet<FreeBankEntry> FreeBankEntries => context.FreeBankEntries;

    public DbSet<Generation> Generations => context.Generations;

    public DbSet<DeliveryPart> Deliveries => context.Deliveries;

    public DbSet<OriginalCopy> Originals => context.Originals;

    public DbSet<ProviderCallback> ProviderCallbacks => context.ProviderCallbacks;

    public DbSet<ParkedUpdate> ParkedUpdates => context.ParkedUpdates;

    public DbSet<OpenQuestion> Questions => context.Questions;

    public DbSet<AuditEntry> Audit => context.Audit;

    public DbSet<Setting> Settings => context.Settings;

    public DbSet<Payment> Payments => context.Payments;

    public DbSet<TransferPicture> TransferPictures => context.TransferPictures;

    public DbSet<Invitation> Invitations => context.Set<Invitation>();

    public DbSet<Attribution> Attributions => context.Set<Attribution>();

    public DbSet<PromoCode> PromoCodes => context.Set<PromoCode>();

    public DbSet<PromoRedemption> PromoRedemptions => context.Set<PromoRedemption>();

    public DbSet<TopUpBoost> TopUpBoosts => context.Set<TopUpBoost>();

    public DbSet<Gift> Gifts => context.Set<Gift>();

    public DbSet<LowBalanceNotice> LowBalanceNotices => context.Set<LowBalanceNotice>();

    public DbSet<Admin> Admins => context.Admins;

    public DbSet<MachineToken> MachineTokens => context.Set<MachineToken>();

    public DbSet<OperatorMatter> OperatorMatters => context.Set<OperatorMatter>();

    public DbSet<OperatorDigest> OperatorDigests => context.Set<OperatorDigest>();

    public DbSet<Backup> Backups => context.Set<Backup>();

    public DbSet<Broadcast> Broadcasts => context.Set<Broadcast>();

    public DbSet<Adjustment> Adjustments => context.Adjustments;

    public DbSet<DashboardSession> DashboardSessions => context.Set<DashboardSession>();

    public DbSet<ModelHealth> ModelHealth => context.Set<ModelHealth>();

    public DbSet<ModelCost> ModelCosts => context.Set<ModelCost>();

    public DbSet<LineCost> LineCosts => context.Set<LineCost>();

    public DbSet<SecondOpinion> SecondOpinions => context.Set<SecondOpinion>();

    public DbSet<ModelContract> ModelContracts => context.Set<ModelContract>();

    public async Task<bool> RegisterUser(User user, CancellationToken token) =>
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO users (id, name, username, language, has_left, created_at)
            VALUES ({user.Id.Value}, {user.Name}, {user.Username}, {user.Language.ToString()}, false, {user.CreatedAt.ToUniversalTime()})
            ON CONFLICT (id) DO NOTHING
            """,
            token) == 1;

    public Task PutQuestion(OpenQuestion question, CancellationToken token) => context.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO open_questions (user_id, kind, subject, asked_at)
        VALUES ({question.UserId.Value}, {question.Kind.ToString()}, {question.Subject}, {question.AskedAt.ToUniversalTime()})
        ON CONFLICT (user_id) DO UPDATE SET kind = excluded.kind, subject = excluded.subject, asked_at = excluded.asked_at
        """,
        token);

    public Task PutAttribution(Attribution touch, CancellationToken token) => context.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO attributions (user_id, first_source, last_source, last_at)
        VALUES ({touch.UserId.Value}, {touch.FirstSource}, {touch.LastSource}, {touch.LastAt.ToUniversalTime()})
        ON CONFLICT (user_id) DO UPDATE SET last_source = excluded.last_source, last_at = excluded.last_at
        """,
        token);

    public async Task<bool> DropQuestion(UserId user, CancellationToken token) =>
        await context.Database.ExecuteSqlAsync($"DELETE FROM open_questions WHERE user_id = {user.Value}", token) == 1;

    public Task<int> CountParked(string? name, CancellationToken token) =>
        context.Outbox.CountAsync(row => row.ParkedAt != null && (name == null || row.Name == name), token);

    public async Task<Generation> ReadGeneration(GenerationId id, CancellationToken token) =>
        await context.Generations.AsNoTracking().FirstOrDefaultAsync(generation => generation.Id == id, token)
        ?? throw new InvalidOperationException($"Generation {id} is gone");
    public async Task KeepIdeas(IReadOnlyCollection<Idea> ideas, CancellationToken token)
    {
        foreach (var idea in ideas)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO ideas (code, user_id, text, at)
                VALUES ({idea.Code}, {idea.UserId.Value}, {idea.Text}, {idea.At.ToUniversalTime()})
                ON CONFLICT (code) DO NOTHING
                """,
                token);
        }
    }

}
