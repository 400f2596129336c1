using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Updates;
using Trt.Api.Cli;
using Trt.Api.Options;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Sandbox.Control;

namespace Trt.Sandbox.Trials;

/// <summary>One thing that the shop was asked to hold.</summary>
/// <param name="Shown">The command that shows it by itself.</param>
internal sealed record Criterion(string Name, string Asked, string Measured, bool IsMet, string Shown);

/// <summary>Runs what the ancestor's reports ask for, criterion after criterion; each figure is measured here and now.</summary>
internal sealed class Acceptance(TrialShop shop)
{
    private const int FreeRuns = 2;
    private const int MenuPresses = 200;
    private const int Lookups = 200_000;

    private static readonly TimeSpan PortMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StartMax = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MenuMax = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LookupMax = TimeSpan.FromMilliseconds(0.1);
    private static readonly TimeSpan TaskMax = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyList<Criterion>> Run(Action step, CancellationToken token)
    {
        List<Criterion> speed = [await Port(token), await Start(token), await Menu(token), Catalog()];
        var smoke = await new Smoke(shop).Run(step, token);
        var free = await new FreeModels(new DryWay(shop), Patience).Run(FreeRuns, step, token);
        var answers = await shop.CallbackAnswers(token);
        return
        [
            Answers(answers),
            Refusals(answers),
            speed[0],
            Missing(free),
            speed[2],
            speed[3],
            speed[1],
            await NoHang(token),
            await Correlation(token),
            Inventories(smoke),
            Stable(free),
            ToTask(free),
            await Delivery(token),
        ];
    }

    private static Criterion Answers(IReadOnlyList<int> answers)
    {
        var well = answers.Count(status => status == StatusCodes.Status200OK);
        return Of(
            "Callbacks are always answered with 200", "all", $"{well} of {answers.Count}", well > 0 && well == answers.Count, "./trt smoke");
    }

    private static Criterion Refusals(IReadOnlyList<int> answers)
    {
        var refused = answers.Count(status => status is >= 400 and < 500);
        return Of("callback_4xx", "0", $"{refused}", refused == 0, "./trt e2e --free");
    }

    private static Criterion Stable(IReadOnlyList<FreeVerdict> free)
    {
        var stable = free.Count(model => model.IsStable);
        return Of(
            "Free models, each twice through the whole pipeline", "all stable", $"{stable} of {free.Count} stable",
            stable > 0 && stable == free.Count, "./trt e2e --free --runs 2");
    }

    private static Criterion ToTask(IReadOnlyList<FreeVerdict> free) => Of(
        "Time from the press to the provider's task id", "< 3 s", Seconds(free.Max(model => model.ToTask)),
        free.All(model => model.ToTask < TaskMax), "./trt e2e --free");

    /// <summary>The program itself, from its start to the first connection that it takes.</summary>
    private static async Task<Criterion> Port(CancellationToken token)
    {
        var port = Sandbox.FreePort();
        var start = new ProcessStartInfo("dotnet", [typeof(TrtCommands).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TELEGRAM_BOT_TOKEN"] = SandboxDefaults.BotToken;
        start.Environment["TELEGRAM_API_BASE"] = "http://127.0.0.1:1";
        start.Environment["KIE_API_KEY"] = "acceptance";
        start.Environment["DATABASE_URL"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";
        start.Environment["LISTEN_LOCAL_ONLY"] = "1";
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var began = TimeProvider.System.GetTimestamp();
        using var program = Process.Start(start)!;
        try
        {
            await Person.Until<object>(() => Task.FromResult<object?>(IsOpen(port) ? start : null), "the port does not open", token);
            var took = TimeProvider.System.GetElapsedTime(began);
            return Of("The port opens", "< 1 s", Seconds(took), took < PortMax, "./trt bench p8");
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    private async Task<Criterion> Start(CancellationToken token)
    {
        var person = shop.NewPerson();
        var began = TimeProvider.System.GetTimestamp();
        await person.Say("/start", token);
        await person.Next(null, token);
        var took = TimeProvider.System.GetElapsedTime(began);
        return Of("/start, from the word to the screen in the chat", "< 500 ms", Milliseconds(took), took < StartMax, "./trt smoke");
    }

    /// <summary>The press as the messenger brings it, until its answer; the middle of many.</summary>
    private async Task<Criterion> Menu(CancellationToken token)
    {
        var person = shop.NewPerson();
        await person.Say("/start", token);
        var menu = await person.Next(null, token);
        var bot = shop.Sandbox.Shop.GetRequiredService<BotOptions>();
        var times = new List<TimeSpan>();
        for (var press = 0; press < MenuPresses; press++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Reception.WebhookPath);
            request.Content = JsonContent.Create(Press(person, menu, press));
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", bot.WebhookSecret);
            var began = TimeProvider.System.GetTimestamp();
            using var answer = await shop.Http.SendAsync(request, token);
            times.Add(TimeProvider.System.GetElapsedTime(began));
        }

        times.Sort();
        var middle = times[times.Count / 2];
        return Of(
            "A press on the menu is answered (the middle of 200)", "< 10 ms", Milliseconds(middle), middle < MenuMax, "./trt bench p1");
    }

    private static JsonObject Press(Person person, Said menu, int number) => new()
    {
        ["update_id"] = 1_900_000_000L + number,
        ["callback_query"] = new JsonObject
        {
            ["id"] = $"acceptance-{number}",
            ["chat_instance"] = "acceptance",
            ["from"] = new JsonObject { ["id"] = person.Id, ["is_bot"] = false, ["first_name"] = "Trial", ["language_code"] = "en" },
            ["data"] = new MainMenuRoute().Data,
            ["message"] = new JsonObject
            {
                ["message_id"] = menu.Id,
                ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                ["chat"] = new JsonObject { ["id"] = person.Id, ["type"] = "private", ["first_name"] = "Trial" },
                ["text"] = menu.Text,
            },
        },
    };

    private Criterion Catalog()
    {
        var ids = shop.Catalog.Cards.Select(card => card.Id).ToList();
        var began = TimeProvider.System.GetTimestamp();
        var found = 0;
        for (var lookup = 0; lookup < Lookups; lookup++)
        {
            found += shop.Catalog.Find(ids[lookup % ids.Count]) is null ? 0 : 1;
        }

        var each = TimeProvider.System.GetElapsedTime(began) / Lookups;
        return Of(
            "A model is found in the catalog", "< 0.1 ms",
            string.Create(CultureInfo.InvariantCulture, $"{each.TotalMilliseconds:0.000000} ms"),
            found == Lookups && each < LookupMax, "./trt bench p6");
    }

    private static Criterion Missing(IReadOnlyList<FreeVerdict> free)
    {
        var known = free.All(model => model.JobNotFound is not null);
        var count = free.Sum(model => model.JobNotFound ?? 0);
        return Of("job_not_found", "0", known ? $"{count}" : "not counted", known && count == 0, "./trt e2e --free");
    }

    /// <summary>The ancestor's orders stood still at ten per cent: here each has an end.</summary>
    private async Task<Criterion> NoHang(CancellationToken token)
    {
        var orders = await shop.Ask(db => db.Generations.CountAsync(token));
        var open = await shop.Ask(db => db.Generations.CountAsync(order => GenerationStatuses.Open.Contains(order.Status), token));
        return Of("No order hangs \"at 10 %\"", "each ends", $"{orders - open} of {orders} ended", orders > 0 && open == 0, "./trt smoke");
    }

    private async Task<Criterion> Correlation(CancellationToken token)
    {
        var orders = await shop.Ask(db => db.Generations.AsNoTracking().ToListAsync(token));
        var called = await shop.Ask(db => db.ProviderCallbacks.Select(call => call.GenerationId).Distinct().ToListAsync(token));
        var whole = orders.Count(order => order.Cid.Value.Length > 0 && order.TaskId is not null && called.Contains(order.Id));
        return Of(
            "One reference leads from the press to the result", "each order",
            $"{whole} of {orders.Count} with press, task, callback and delivery", whole > 0 && whole == orders.Count,
            "./trt cid <reference>");
    }

    private static Criterion Inventories(IReadOnlyList<CheckLine> smoke)
    {
        var routes = RouteInventory.Read();
        var dead = routes.Count(route => route.IsDead);
        var told = smoke.Where(line => line.Name == Smoke.ModelsLine || line.State == CheckState.Wrong);
        return Of(
            "Inventories: buttons and models",
            "none dead",
            $"{routes.Count} buttons, {dead} dead; "
            + string.Join("; ", told.Select(line => $"{line.Name}: {line.Finding}")),
            dead == 0 && smoke.All(line => line.State != CheckState.Wrong),
            "./trt routes, ./trt smoke");
    }

    private async Task<Criterion> Delivery(CancellationToken token)
    {
        var orders = await shop.Ask(db => db.Generations.CountAsync(token));
        var delivered = await shop.Ask(db => db.Generations.CountAsync(order => order.Status == GenerationStatus.Delivered, token));
        return Of("Delivery", "100 %", $"{delivered} of {orders}", orders > 0 && delivered == orders, "./trt smoke");
    }

    private static bool IsOpen(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Criterion Of(string name, string asked, string measured, bool isMet, string shown) =>
        new(name, asked, measured, isMet, shown);

    private static string Seconds(TimeSpan? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:0.00} s") : "never";

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");
}
