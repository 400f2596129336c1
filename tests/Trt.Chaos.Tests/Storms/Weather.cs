using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Storms;

/// <summary>What goes wrong at the neighbours, thrown anew every moment.</summary>
internal sealed class Weather(Levers levers, Random random)
{
    private static readonly TimeSpan BetweenThrows = TimeSpan.FromSeconds(1);

    private const int WaitingMax = 4;

    private static readonly object?[] Starts =
    [
        null, null, null, null, null, null, new { code = 500, times = 1 }, new { html = 502, times = 1 }, new { code = 429, times = 1 },
        new { drop_before = true, times = 1 },
        new { drop_after = true, times = 1 }, new { hang_ms = 8000, times = 1 }, new { code = 504, runs = true, times = 1 },
    ];

    private static readonly object?[] Readings =
    [
        null, null, new { code = 500, times = 2 }, new { html = 502, times = 1 }, new { drop_after = true, times = 2 }, new { hang_ms = 3000, times = 1 },
    ];

    private static readonly object?[] Callbacks =
    [
        null, new { lost = true, times = 1 }, new { duplicate = 3, times = 1 }, new { delay_ms = 6000, times = 1 }, new { forged = true, times = 1 },
        new { reordered = true, times = 1 }, new { before_answer = true, times = 1 },
    ];

    private static readonly object?[] Tasks = [null, null, null, new { failCode = "500", failMsg = "Internal server error", times = 1 }];

    private static readonly string[] Methods = ["sendMessage", "editMessageText", "sendPhoto", "sendPhoto", "answerCallbackQuery", "*"];

    private static readonly object[] Refusals =
    [
        new { when = "before", error_code = 429, parameters = new { retry_after = 2 } }, new { when = "before", error_code = 500 },
        new { when = "drop_before" }, new { when = "drop_after" }, new { when = "before", latency_ms = 3000 },
    ];

    private static readonly string[] Deliveries = ["drop", "duplicate", "reorder"];

    public async Task Blow(CancellationToken evening)
    {
        while (!evening.IsCancellationRequested)
        {
            await levers.Post("kie", new
            {
                create = One(Starts),
                read = One(Readings),
                callback = One(Callbacks),
                task = One(Tasks),
                duration_ms = random.Next(300, 9000),
                rate_limit = false,
            });
            if (await Waiting() < WaitingMax)
            {
                await ThrowAtTelegram();
            }

            await Task.Delay(BetweenThrows, TimeProvider.System, CancellationToken.None);
        }
    }

    private async Task ThrowAtTelegram()
    {
        var fault = One(Refusals);
        var wish = fault.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(fault));
        wish["method"] = One(Methods);
        await levers.Post("fail", wish);
        await levers.Post("fail", new { method = "webhook", when = One(Deliveries) });
    }

    /// <summary>What nobody has met yet would outlast the storm.</summary>
    private async Task<int> Waiting() =>
        (await levers.Get("bots")).GetProperty("bots").EnumerateArray().Sum(bot => bot.GetProperty("faults_waiting").GetInt32());

    /// <summary>The provider is well from now on, and what Telegram still has against single calls passes with them.</summary>
    public Task Calm() => levers.Post("kie", new { duration_ms = 300, rate_limit = false });

    private T One<T>(T[] of) => of[random.Next(of.Length)];
}
