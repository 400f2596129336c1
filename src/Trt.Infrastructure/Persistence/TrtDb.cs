using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Operations;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Drafts;
using Trt.Domain.Generations;
using Trt.Domain.Growth;
using Trt.Domain.Operations;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Domain.Users;
using Trt.Domain.Wallets;
using Trt.Infrastructure.Outbox;
using Trt.Infrastructure.Persistence.Configurations;

namespace Trt.Infrastructure.Persistence;

/// <summary>The aggregates and the outbox of one scope: what is decided in it is saved in one transaction.</summary>
internal sealed class TrtDb(TrtDbContext context, UpdateUnderway update, OutboxBell bell, TimeProvider time) : ITrtDb, IOutbox
{
    private readonly HashSet<Lane> _woken = [];
    private int _rows;

    public DbSet<User> Users => context.Users;

    public DbSet<Draft> Drafts => context.Drafts;

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

    public DbSet<Adjustment> Adjustments => context.Adjustments;

    public async Task<IUnitOfWork> Begin(CancellationToken token) =>
        new UnitOfWork(this, await context.Database.BeginTransactionAsync(token));

    public async Task<IAsyncDisposable> BeginSnapshot(CancellationToken token) =>
        await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, token);

    public int Commits { get; private set; }

    public bool IsOutrun(Exception failure) => failure switch
    {
        PostgresException refused => refused.SqlState
            is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation,
        _ => failure.InnerException is { } inner && IsOutrun(inner),
    };

    public void Forget()
    {
        context.ChangeTracker.Clear();
        _woken.Clear();
    }

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

    public async Task<Generation> ReadGeneration(GenerationId id, CancellationToken token) =>
        await context.Generations.AsNoTracking().FirstOrDefaultAsync(generation => generation.Id == id, token)
        ?? throw new InvalidOperationException($"Generation {id} is gone");

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

    public Task<Adjustment?> LockAdjustment(Guid id, CancellationToken token)
    {
        Forget<Adjustment>(adjustment => adjustment.Id == id);
        return context.Adjustments.FromSql($"SELECT * FROM adjustments WHERE id = {id} FOR UPDATE").FirstOrDefaultAsync(token);
    }

    public Task<Draft?> LockDraft(UserId user, CancellationToken token)
    {
        Forget<Draft>(draft => draft.UserId == user);
        return context.Drafts.FromSql($"SELECT * FROM drafts WHERE user_id = {user.Value} FOR UPDATE").FirstOrDefaultAsync(token);
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
            $"INSERT INTO promo_attempts (user_id, window_started_at, misses) VALUES ({user.Value}, 'epoch', 0) ON CONFLICT DO NOTHING", token);
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

    public void Add(ILaterCommand command, Cid cid, TimeSpan? after = null)
    {
        var now = time.GetUtcNow();
        context.Outbox.Add(new OutboxRow
        {
            Id = NextRowId(now),
            Lane = command.Lane,
            UserId = command.UserId,
            Name = LaterCommands.NameOf(command),
            Key = command.Key,
            Payload = OutboxJson.Write(command),
            Cid = cid,
            DueAt = now + (after ?? TimeSpan.Zero),
        });
        if (after is null)
        {
            _woken.Add(command.Lane);
        }
    }

    /// <summary>
    /// What is added in one moment keeps its order, as messages to one chat must: the counter stands right behind the time, where chance
    /// would stand otherwise.
    /// </summary>
    private Guid NextRowId(DateTimeOffset now)
    {
        Span<byte> id = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(id, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | (_rows++ & 0xFFF)));
        return new Guid(id, bigEndian: true);
    }

    /// <summary>Its id follows from its name, so that all instances mean the same row. A start also gives parked work another chance.</summary>
    public Task Keep(ILaterCommand command, TimeSpan within, CancellationToken token)
    {
        var (name, due) = (LaterCommands.NameOf(command), time.GetUtcNow().ToUniversalTime() + within);
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"standing:{name}")).AsSpan(0, 16));
        return context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox (id, lane, user_id, name, key, payload, cid, due_at, attempts)
            VALUES ({id}, {command.Lane.ToString()}, {command.UserId.Value}, {name}, {command.Key}, {OutboxJson.Write(command)}::jsonb,
                {Cid.New(time.GetUtcNow()).Value}, {due}, 0)
            ON CONFLICT (id) DO UPDATE SET due_at = least(outbox.due_at, excluded.due_at), parked_at = NULL, attempts = 0
            """,
            token);
    }

    public async Task Hurry(ILaterCommand command, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox SET due_at = {now}
            WHERE key = {command.Key} AND name = {LaterCommands.NameOf(command)} AND due_at > {now} AND parked_at IS NULL
            """,
            token);
        _woken.Add(command.Lane);
    }

    public async Task Ensure(ILaterCommand command, Cid cid, CancellationToken token)
    {
        var name = LaterCommands.NameOf(command);
        var now = time.GetUtcNow().ToUniversalTime();
        await LockName($"{name} {command.Key}", token);
        // A row that is being worked on may have looked a moment too early, so it does not count.
        var waiting = await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox SET due_at = least(due_at, {now})
            WHERE key = {command.Key} AND name = {name} AND parked_at IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp())
            """,
            token);
        if (waiting == 0)
        {
            Add(command, cid);
        }

        _woken.Add(command.Lane);
    }

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

    private sealed class UnitOfWork(TrtDb db, IDbContextTransaction transaction) : IUnitOfWork
    {
        public async Task Commit(CancellationToken token)
        {
            db.StageUpdate();
            try
            {
                await db.Context.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: ProcessedUpdateConfiguration.PrimaryKey,
            })
            {
                throw new DuplicateUpdateException(db.UpdateId);
            }

            db.Commits++;
            db.Wake();
        }

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }

    private long UpdateId => update.Id ?? 0;

    private TrtDbContext Context => context;

    private void StageUpdate()
    {
        if (update.Id is { } id)
        {
            context.ProcessedUpdates.Add(new ProcessedUpdate { UpdateId = id, At = time.GetUtcNow() });
        }
    }

    private void Wake()
    {
        foreach (var lane in _woken)
        {
            bell.Ring(lane);
        }

        _woken.Clear();
        update.Saved();
    }
}
