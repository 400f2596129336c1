using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Privacy;

/// <summary>
/// Everything the shop knows of a person, as a ZIP of files that people and programs can read. The bound counts what goes in: packed it is
/// never larger, so a piece always fits into a message.
/// </summary>
internal sealed class ArchiveWriter(ITrtDb db, ICatalog catalog)
{
    public const int PieceBytesMax = 45 * 1024 * 1024;

    private const int OrdersAtOnce = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>The last order that found room, when there are more.</returns>
    public async Task<Guid?> Write(User user, SendArchive piece, Stream to, CancellationToken token)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var room = (long)PieceBytesMax;
        if (piece.Piece == 1)
        {
            room -= await Put(zip, "README.txt", ArchiveReadme.Of(user.Language), token);
            room -= await Put(zip, "profile.json", await Profile(user, token), token);
            room -= await Put(zip, "payments.json", await Payments(user.Id, token), token);
            room -= await Put(zip, "wishes.json", await Wishes(user.Id, token), token);
            room -= await Put(zip, "recipes.json", await Recipes(user.Id, token), token);
            room -= await Ledger(zip, user.Id, token);
        }

        return await Orders(zip, user, piece, room, token);
    }

    private async Task<string> Profile(User user, CancellationToken token) => JsonSerializer.Serialize(
        new
        {
            Id = user.Id.Value,
            user.Name,
            user.Username,
            Language = $"{user.Language}",
            Since = user.CreatedAt,
            user.SeenOn,
            user.UtcOffsetMinutes,
            user.Vanishes,
            LastSearch = user.SearchedFor,
            BalanceKopecks = await db.Wallets.Where(wallet => wallet.UserId == user.Id)
                .Select(wallet => wallet.Available.Kopecks).FirstOrDefaultAsync(token),
            EarnedFree = await db.FreeBanks.Where(bank => bank.UserId == user.Id).Select(bank => bank.Available).FirstOrDefaultAsync(token),
            CameBy = await db.Attributions.Where(touch => touch.UserId == user.Id)
                .Select(touch => touch.LastSource).FirstOrDefaultAsync(token),
            InvitedFriends = await db.Invitations.CountAsync(invitation => invitation.InviterId == user.Id, token),
        },
        Json);

    private async Task<string> Payments(UserId user, CancellationToken token)
    {
        var payments = await db.Payments.AsNoTracking().Where(payment => payment.UserId == user)
            .OrderBy(payment => payment.CreatedAt).ToListAsync(token);
        return JsonSerializer.Serialize(
            payments.Select(payment => new
            {
                Id = $"{payment.Id}",
                Method = $"{payment.Method}",
                Status = $"{payment.Status}",
                AmountKopecks = payment.Amount.Kopecks,
                payment.Currency,
                payment.Total,
                payment.CreatedAt,
                payment.CreditedAt,
                payment.RefundedAt,
            }),
            Json);
    }

    private async Task<string> Wishes(UserId user, CancellationToken token)
    {
        var wishes = await db.Wishes.AsNoTracking().Where(wish => wish.UserId == user).OrderBy(wish => wish.Number).ToListAsync(token);
        return JsonSerializer.Serialize(wishes.Select(wish => new { wish.At, wish.Text, Files = wish.Items.Count }), Json);
    }

    private async Task<string> Recipes(UserId user, CancellationToken token)
    {
        var recipes = await db.Recipes.AsNoTracking().Where(kept => kept.UserId == user).OrderBy(kept => kept.Number).ToListAsync(token);
        return JsonSerializer.Serialize(
            recipes.Select(kept => new { kept.CreatedAt, kept.Title, Model = kept.Model.Value, kept.Words, Sharing = $"{kept.Sharing}" }),
            Json);
    }

    private async Task<long> Ledger(ZipArchive zip, UserId user, CancellationToken token)
    {
        await using var file = zip.CreateEntry("ledger.csv").Open();
        await using var csv = new CsvWriter(file);
        await csv.Write(["at", "kind", "available_change", "reserved_change", "available_after", "about", "reason"], token);
        var entries = db.Ledger.AsNoTracking().Where(entry => entry.UserId == user).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(token))
        {
            await csv.Write(
                [
                    entry.At, $"{entry.Kind}", new Money(entry.AvailableDelta), new Money(entry.ReservedDelta), entry.AvailableAfter,
                    entry.Reference, entry.Reason,
                ],
                token);
        }

        return csv.Bytes;
    }

    /// <summary>A few at a time, until the piece is full.</summary>
    private async Task<Guid?> Orders(ZipArchive zip, User user, SendArchive piece, long room, CancellationToken token)
    {
        await using var file = zip.CreateEntry($"orders-{piece.Piece}.json").Open();
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await text.WriteAsync('[');
        var after = piece.AfterId;
        var isFirst = true;
        while (await After(user.Id, after, piece.AskedAt, token) is { Count: > 0 } orders)
        {
            foreach (var order in orders)
            {
                var written = JsonSerializer.Serialize(Shown(order, user.Language), Json);
                if (!isFirst && (room -= Encoding.UTF8.GetByteCount(written) + 2) < 0)
                {
                    await text.WriteAsync(']');
                    return after;
                }

                await text.WriteAsync($"{(isFirst ? "" : ",")}\n{written}".AsMemory(), token);
                (isFirst, after) = (false, order.Id.Value);
            }
        }

        await text.WriteAsync("\n]");
        return null;
    }

    private async Task<List<Generation>> After(UserId user, Guid? id, DateTimeOffset until, CancellationToken token)
    {
        var since = id is { } last
            ? await db.Generations.Where(order => order.Id == new GenerationId(last)).Select(order => order.CreatedAt).FirstAsync(token)
            : DateTimeOffset.MinValue;
        var orders = db.Generations.AsNoTracking().Where(order => order.UserId == user && order.CreatedAt <= until);
        if (id is { } before)
        {
            var earlier = await db.Generations.Where(order => order.UserId == user && order.CreatedAt == since)
                .Select(order => order.Id).ToListAsync(token);
            // Those of one moment have an order of their own, which the database and this program see alike: as bytes.
            var told = earlier.Where(other => Compare(other.Value, before) <= 0).ToList();
            orders = orders.Where(order => order.CreatedAt >= since && !told.Contains(order.Id));
        }

        return await orders.OrderBy(order => order.CreatedAt).ThenBy(order => order.Id).Take(OrdersAtOnce).ToListAsync(token);
    }

    private static int Compare(Guid one, Guid other) =>
        one.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(other.ToByteArray(bigEndian: true));

    private object Shown(Generation order, Language language) => new
    {
        Id = $"{order.Id}",
        Reference = order.Cid.Value,
        Model = catalog.Current.Find(order.Model)?.Title.In(language) ?? order.Model.Value,
        Status = $"{order.Status}",
        PriceKopecks = order.Price.Kopecks,
        order.CreatedAt,
        order.FinishedAt,
        order.IsFavourite,
        Deleted = order.DeletedAt,
        Forgotten = order.ForgottenAt,
        Inputs = JsonSerializer.Deserialize<JsonElement>(InputValues.ToJson(order.Inputs)),
        Results = order.Result.Select(item => new { Kind = $"{item.Kind}", Link = item.Address, item.Text }),
    };

    private static async Task<long> Put(ZipArchive zip, string name, string content, CancellationToken token)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        await using var file = zip.CreateEntry(name).Open();
        await file.WriteAsync(bytes, token);
        return bytes.Length;
    }
}
