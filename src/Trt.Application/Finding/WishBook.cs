using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Finding;
using Trt.Domain.Groups;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>Keeps what people write and send outside an order, so that buttons find it again.</summary>
internal sealed class WishBook(ITrtDb db, TimeProvider time)
{
    /// <summary>Joins what belongs together: an album, a sentence and its file.</summary>
    /// <param name="joins">Whether these words go with the files that came before them.</param>
    public async Task<KeptWish> Keep(
        UserId user, string? text, GivenFile? file, string? albumId, Func<KeptWish, bool> joins, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockUser(user, token);
        var now = time.GetUtcNow();
        var latest = await Latest(user, token);
        var kept = latest is not null && latest.Goes(text, file, albumId, now) && joins(latest) ? latest : Next(user, latest, now);
        kept.Add(text, file, albumId, now);
        await work.Commit(token);
        return kept;
    }

    /// <summary>What is said in a group stands for itself.</summary>
    public async Task<KeptWish> KeepAsked(
        UserId user, string? text, IReadOnlyList<GivenFile> files, GroupPlace place, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockUser(user, token);
        var latest = await Latest(user, token);
        var kept = KeptWish.Asked(user, (latest?.Number ?? 0) + 1, text, files, place, time.GetUtcNow());
        db.Wishes.Add(kept);
        await work.Commit(token);
        return kept;
    }

    public Task<KeptWish?> Find(UserId user, int number, CancellationToken token) =>
        db.Wishes.FirstOrDefaultAsync(kept => kept.UserId == user && kept.Number == number, token);

    private Task<KeptWish?> Latest(UserId user, CancellationToken token) =>
        db.Wishes.Where(kept => kept.UserId == user).OrderByDescending(kept => kept.Number).FirstOrDefaultAsync(token);

    private KeptWish Next(UserId user, KeptWish? latest, DateTimeOffset now)
    {
        var kept = KeptWish.Of(user, (latest?.Number ?? 0) + 1, now);
        db.Wishes.Add(kept);
        return kept;
    }
}
