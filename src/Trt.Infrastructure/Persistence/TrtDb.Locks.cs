using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Groups;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Domain.Users;
using Trt.Domain.Wallets;

namespace Trt.Infrastructure.Persistence;

/// <summary>Who decides about a row holds it: each lock reads the row as it is now. The order of locks is in decision 0017.</summary>
internal sealed partial class TrtDb
{
    public async Task<GroupChat> LockGroup(long id, string title, CancellationToken token)
    {
        Forget<GroupChat>(group => group.Id == id);
        // There may be no row yet to wait at.
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"group:{id}"}, 0))", token);
        if (await context.Set<GroupChat>().FirstOrDefaultAsync(group => group.Id == id, token) is { } known)
        {
            return known;
        }

        var opened = GroupChat.Of(id, title, time.GetUtcNow());
        context.Add(opened);
        return opened;
    }

    public async Task MoveAsked(long fromChat, long toChat, CancellationToken token)
    {
        await context.Database.ExecuteSqlAsync(
            $"UPDATE wishes SET asked_chat_id = {toChat}, asked_message_id = 0 WHERE asked_chat_id = {fromChat}", token);
        await context.Database.ExecuteSqlAsync(
            $"UPDATE drafts SET asked_chat_id = {toChat}, asked_message_id = 0 WHERE asked_chat_id = {fromChat}", token);
        // Messages stay behind under their old numbers: what was shown there cannot be changed any more.
        await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE generations SET asked_chat_id = {toChat}, asked_message_id = 0,
                screen_message_id = CASE WHEN screen_chat_id = {fromChat} THEN NULL ELSE screen_message_id END
            WHERE asked_chat_id = {fromChat}
            """,
            token);
    }

    public async Task BringAskedHome(UserId user, long chat, CancellationToken token)
    {
        await context.Database.ExecuteSqlAsync(
            $"UPDATE wishes SET asked_chat_id = NULL, asked_message_id = NULL WHERE user_id = {user.Value} AND asked_chat_id = {chat}", token);
        await context.Database.ExecuteSqlAsync(
            $"UPDATE drafts SET asked_chat_id = NULL, asked_message_id = NULL WHERE user_id = {user.Value} AND asked_chat_id = {chat}", token);
        await context.Database.ExecuteSqlAsync(
            $"UPDATE generations SET asked_chat_id = NULL, asked_message_id = NULL WHERE user_id = {user.Value} AND asked_chat_id = {chat}",
            token);
    }

    public Task<User?> LockUser(UserId id, CancellationToken token)
    {
        Forget<User>(user => user.Id == id);
        return context.Users.FromSql($"SELECT * FROM users WHERE id = {id.Value} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public Task<Admin?> LockAdmin(UserId user, CancellationToken token)
    {
        Forget<Admin>(admin => admin.UserId == user);
        return context.Admins.FromSql($"SELECT * FROM admins WHERE user_id = {user.Value} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public async Task<OperatorMatter?> LockMatter(string subject, CancellationToken token)
    {
        await LockName($"matter:{subject}", token);
        Forget<OperatorMatter>(standing => standing.Subject == subject);
        return await context.Set<OperatorMatter>().FirstOrDefaultAsync(standing => standing.Subject == subject, token);
    }

    public Task<Broadcast?> LockBroadcast(Guid id, CancellationToken token)
    {
        Forget<Broadcast>(broadcast => broadcast.Id == id);
        return context.Set<Broadcast>().FromSql($"SELECT * FROM broadcasts WHERE id = {id} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public async Task<Broadcast?> LockBroadcastDraft(UserId author, CancellationToken token)
    {
        await LockName($"broadcast:{author}", token);
        Forget<Broadcast>(broadcast => broadcast.AuthorId == author && broadcast.IsDraft);
        return await context.Set<Broadcast>()
            .FromSql($"SELECT * FROM broadcasts WHERE author_id = {author.Value} AND state = 'Draft' FOR UPDATE")
            .FirstOrDefaultAsync(token);
    }

    public Task<DashboardSession?> LockDashboardLink(string mark, CancellationToken token)
    {
        Forget<DashboardSession>(session => session.LinkMark == mark);
        return context.Set<DashboardSession>()
            .FromSql($"SELECT * FROM dashboard_sessions WHERE link_mark = {mark} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public Task<DashboardSession?> LockDashboardSession(UserId user, Guid id, CancellationToken token)
    {
        Forget<DashboardSession>(session => session.Id == id);
        return context.Set<DashboardSession>()
            .FromSql($"SELECT * FROM dashboard_sessions WHERE user_id = {user.Value} AND id = {id} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public Task<Adjustment?> LockAdjustment(Guid id, CancellationToken token)
    {
        Forget<Adjustment>(adjustment => adjustment.Id == id);
        return context.Adjustments.FromSql($"SELECT * FROM adjustments WHERE id = {id} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public Task<OwnRecipe?> LockRecipe(UserId owner, int number, CancellationToken token)
    {
        Forget<OwnRecipe>(recipe => recipe.UserId == owner && recipe.Number == number);
        return context.Set<OwnRecipe>()
            .FromSql($"SELECT * FROM recipes WHERE user_id = {owner.Value} AND number = {number} FOR UPDATE")
            .FirstOrDefaultAsync(token);
    }

    public Task<RecipeRun?> LockRecipeRun(UserId owner, int number, CancellationToken token)
    {
        Forget<RecipeRun>(run => run.UserId == owner && run.Number == number);
        return context.Set<RecipeRun>()
            .FromSql($"SELECT * FROM recipe_runs WHERE user_id = {owner.Value} AND number = {number} FOR UPDATE")
            .FirstOrDefaultAsync(token);
    }

    public Task<Draft?> LockDraft(UserId user, CancellationToken token)
    {
        Forget<Draft>(draft => draft.UserId == user);

        // Under FromSql, EF looks for the columns of a complex type by the path of its properties (dotnet/efcore#38303).
        return context.Drafts.FromSql(
            $"""
            SELECT *, asking AS "WizardState_Asking", trail AS "WizardState_Trail", is_editing AS "WizardState_IsEditing",
                long_text AS "WizardState_LongText", album AS "WizardState_Album", caption AS "WizardState_Caption"
            FROM drafts WHERE user_id = {user.Value} FOR UPDATE
            """).FirstOrDefaultAsync(token);
    }

    public async Task<Draft> OpenDraft(UserId user, CancellationToken token)
    {
        if (await LockDraft(user, token) is { } draft)
        {
            return draft;
        }

        // There is no row yet to wait at: whoever begins at the same moment waits here and finds it afterwards.
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"draft:{user}"}, 0))", token);
        if (await LockDraft(user, token) is { } begunMeanwhile)
        {
            return begunMeanwhile;
        }

        var opened = Draft.Open(user);
        context.Drafts.Add(opened);
        return opened;
    }

    public Task<Generation?> LockGeneration(GenerationId id, CancellationToken token)
    {
        Forget<Generation>(generation => generation.Id == id);
        return context.Generations.FromSql($"SELECT * FROM generations WHERE id = {id.Value} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public Task<Generation?> LockGeneration(UserId owner, GenerationId id, CancellationToken token)
    {
        Forget<Generation>(generation => generation.Id == id);
        return context.Generations
            .FromSql($"SELECT * FROM generations WHERE user_id = {owner.Value} AND id = {id.Value} FOR UPDATE")
            .FirstOrDefaultAsync(token);
    }

    public async Task<Wallet> LockWallet(UserId user, CancellationToken token)
    {
        Forget<Wallet>(wallet => wallet.UserId == user);
        var locked = context.Wallets.FromSql($"SELECT * FROM wallets WHERE user_id = {user.Value} FOR UPDATE");
        if (await locked.FirstOrDefaultAsync(token) is { } wallet)
        {
            return wallet;
        }

        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO wallets (user_id, available, reserved) VALUES ({user.Value}, 0, 0) ON CONFLICT DO NOTHING", token);
        return await locked.FirstAsync(token);
    }

    public Task LockPayer(UserId user, CancellationToken token) => LockName($"payer:{user}", token);

    public Task<Payment?> LockPayment(PaymentId id, CancellationToken token)
    {
        Forget<Payment>(payment => payment.Id == id);
        return context.Payments.FromSql($"SELECT * FROM payments WHERE id = {id.Value} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public async Task<Payment?> LockPaymentOfCharge(PaymentMethod method, string chargeId, CancellationToken token)
    {
        // There may be no row yet that could be locked: the charge's name itself is.
        await LockName($"charge:{Payment.ReferenceOf(method, chargeId)}", token);
        Forget<Payment>(payment => payment.Method == method && payment.ChargeId == chargeId);
        return await context.Payments
            .FromSql($"SELECT * FROM payments WHERE method = {method.ToString()} AND charge_id = {chargeId} FOR UPDATE")
            .FirstOrDefaultAsync(token);
    }

    public async Task<List<Setting>> LockSettings(CancellationToken token)
    {
        await context.Database.ExecuteSqlAsync($"LOCK TABLE settings IN SHARE ROW EXCLUSIVE MODE", token);
        return await context.Settings.OrderBy(setting => setting.Name).ToListAsync(token);
    }

    public Task LockCosts(CancellationToken token) =>
        context.Database.ExecuteSqlAsync($"UPDATE cost_book SET revision = revision + 1", token);

    public Task<long> CostRevision(CancellationToken token) =>
        context.Database.SqlQuery<long>($"""SELECT revision AS "Value" FROM cost_book""").SingleAsync(token);

    public Task LockHealth(CancellationToken token) => LockName("health", token);

    public async Task<FreeAllowance> LockFreeAllowance(UserId user, DateOnly day, CancellationToken token)
    {
        Forget<FreeAllowance>(free => free.UserId == user && free.Day == day);
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO free_allowances (user_id, day, used) VALUES ({user.Value}, {day}, 0) ON CONFLICT DO NOTHING", token);
        return await context.FreeAllowances
            .FromSql($"SELECT * FROM free_allowances WHERE user_id = {user.Value} AND day = {day} FOR UPDATE")
            .FirstAsync(token);
    }

    public Task<PromoCode?> LockPromoCode(string code, CancellationToken token)
    {
        Forget<PromoCode>(promo => promo.Code == code);
        return context.Set<PromoCode>().FromSql($"SELECT * FROM promo_codes WHERE code = {code} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public async Task<PromoAttempts> LockPromoAttempts(UserId user, CancellationToken token)
    {
        Forget<PromoAttempts>(attempts => attempts.UserId == user);
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO promo_attempts (user_id, window_started_at, misses) VALUES ({user.Value}, 'epoch', 0) ON CONFLICT DO NOTHING",
            token);
        return await context.Set<PromoAttempts>()
            .FromSql($"SELECT * FROM promo_attempts WHERE user_id = {user.Value} FOR UPDATE")
            .FirstAsync(token);
    }

    public async Task<FreeBank> LockFreeBank(UserId user, CancellationToken token)
    {
        Forget<FreeBank>(bank => bank.UserId == user);
        var locked = context.FreeBanks.FromSql($"SELECT * FROM free_banks WHERE user_id = {user.Value} FOR UPDATE");
        if (await locked.FirstOrDefaultAsync(token) is { } bank)
        {
            return bank;
        }

        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO free_banks (user_id, available) VALUES ({user.Value}, 0) ON CONFLICT DO NOTHING", token);
        return await locked.FirstAsync(token);
    }

    public Task LockBackups(CancellationToken token) => LockName("backups", token);

    private Task<int> LockName(string name, CancellationToken token) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", token);

    /// <summary>A row read before its lock is taken may be old: it is read again under the lock.</summary>
    private void Forget<T>(Func<T, bool> which)
        where T : class
    {
        if (context.ChangeTracker.Entries<T>().FirstOrDefault(entry => which(entry.Entity)) is { } entry)
        {
            entry.State = entry.State == EntityState.Unchanged
                ? EntityState.Detached
                : throw new InvalidOperationException($"{typeof(T).Name} was changed before it was locked");
        }
    }
}
