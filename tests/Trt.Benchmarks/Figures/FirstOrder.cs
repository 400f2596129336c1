using System.Diagnostics;
using System.Text;
using Npgsql;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P8, continued: the first order of a fresh process, from choosing the model to the confirm, beside the hundredth. Customers and money are
/// there; what is different is only that nothing of the shop has run yet.
/// </summary>
internal static class FirstOrder
{
    private const int Orders = 110;

    /// <summary>The hundredth with its neighbours: one alone is chance.</summary>
    private static readonly Range Hundredth = 89..Orders;

    private static readonly PressTemplate Choose = new("select_model:nano-banana-pro");
    private static readonly TextTemplate Wish = new(WrittenWishes.Words);
    private static readonly PressTemplate NoPictures = new("skip_param:image_input");
    private static readonly PressTemplate Size = new("set_param:resolution:1K");
    private static readonly PressTemplate Confirm = new($"confirm_generate:{new string('X', 22)}");

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var street = await Street.Build(plan, token);
        var tables = new ConfirmTables(street.ShopTables);
        await tables.Fill(Orders * (plan.Rounds + 1), token);
        await tables.PauseChat(token);
        var (first, later) = (new List<double>(), new List<double>());
        for (var round = 0; round <= plan.Rounds; round++)
        {
            await using var shop = await street.OpenShop(token);
            var times = await Order(shop, street.ShopTables, ConfirmTables.FirstPerson + (round * Orders), token);
            // The very first process also brings the database's files into memory.
            if (round > 0)
            {
                first.Add(times[0]);
                later.Add(Spread.Of(times[Hundredth]).Median);
            }
        }

        return
        [
            new Figure(
                "P8", "first order of a fresh process vs the hundredth", "ms", Spread.Of(first), Spread.Of(later),
                Spread.Of(first.Zip(later, (a, b) => a / b)), Bound.AtMost(3, goal: 1.5)),
        ];
    }

    private static async Task<double[]> Order(ServerUnderTest shop, NpgsqlDataSource tables, long firstPerson, CancellationToken token)
    {
        using var conversation = new Conversation(shop.Port);
        var (times, request) = (new double[Orders], new byte[4096]);
        for (var order = 0; order < Orders; order++)
        {
            var person = firstPerson + order;
            var took = Ask(Choose.Write(request, UpdateIds.Next(), person), "answerCallbackQuery"u8)
                + Ask(Wish.Write(request, UpdateIds.Next(), person), [])
                + Ask(NoPictures.Write(request, UpdateIds.Next(), person), "answerCallbackQuery"u8)
                + Ask(Size.Write(request, UpdateIds.Next(), person), "answerCallbackQuery"u8);
            var draft = Encoding.ASCII.GetBytes(await Draft(tables, person, token));
            times[order] = (took + Ask(Confirm.Write(request, UpdateIds.Next(), person, draft), "answerCallbackQuery"u8)).TotalMilliseconds;
        }

        var reserved = await tables.Count(
            "SELECT count(*) FROM generations JOIN wallets USING (user_id) WHERE reserved > 0 AND user_id BETWEEN $1 AND $2",
            firstPerson, firstPerson + Orders - 1, token);
        return reserved == Orders
            ? times
            : throw new BenchmarkException($"{Orders} orders were confirmed, but money was set aside for {reserved}.");

        TimeSpan Ask(int length, ReadOnlySpan<byte> mark)
        {
            var asked = Stopwatch.GetTimestamp();
            conversation.Ask(request.AsSpan(0, length), mark);
            return Stopwatch.GetElapsedTime(asked);
        }
    }

    /// <summary>As the confirm button names it; the customer reads it from there.</summary>
    private static async Task<string> Draft(NpgsqlDataSource tables, long person, CancellationToken token)
    {
        await using var command = tables.CreateCommand($"SELECT id FROM drafts WHERE user_id = {person}");
        return await command.ExecuteScalarAsync(token) is Guid id
            ? System.Buffers.Text.Base64Url.EncodeToString(id.ToByteArray(bigEndian: true))
            : throw new BenchmarkException("A customer has filled in an order that is not there.");
    }
}
