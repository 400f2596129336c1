using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trt.Api.Bot.Sending;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Sandbox.Trials;

/// <summary>A sandbox for one trial: on free ports, on a database that goes with it, with a provider that does not dawdle.</summary>
internal sealed class TrialShop : IAsyncDisposable
{
    private const long FirstPerson = 5_000;
    private const long OwnersId = FirstPerson - 1;

    private static readonly TimeSpan OpeningMax = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _data;
    private long _people = FirstPerson;

    private TrialShop(Sandbox sandbox, DirectoryInfo data)
    {
        (Sandbox, _data) = (sandbox, data);
        Levers = new HttpClient { BaseAddress = new Uri(sandbox.Address, "control/") };
        Http = new HttpClient { BaseAddress = sandbox.ShopAddress };
    }

    public Sandbox Sandbox { get; }

    public HttpClient Levers { get; }

    /// <summary>The shop's own port.</summary>
    public HttpClient Http { get; }

    public ModelCatalog Catalog => Sandbox.Shop.GetRequiredService<ICards>().Current;

    /// <param name="database">Null = a private one that goes with the trial.</param>
    public static async Task<TrialShop> Open(string? database, CancellationToken token)
    {
        var data = Directory.CreateTempSubdirectory("trt-trial-");
        var sandbox = await Trt.Sandbox.Sandbox.Start(
            port: 0,
            new Dictionary<string, string?>
            {
                ["DATA_DIR"] = data.FullName,
                ["DATABASE_URL"] = database,
                ["DATABASE_NOT_DURABLE"] = "1",
                ["LOG_LEVEL"] = "Critical",
                ["WELCOME_BALANCE_RUB"] = "100000",
                ["ORDER_GRACE_SECONDS"] = "0",
                ["FREE_PER_DAY"] = "100",
                ["CATALOG_DIR"] = Environment.GetEnvironmentVariable("CATALOG_DIR"),
                ["ADMIN_IDS"] = OwnersId.ToString(CultureInfo.InvariantCulture),
            },
            token);
        var shop = new TrialShop(sandbox, data);
        await sandbox.Opened.WaitAsync(OpeningMax, token);
        await shop.Provider(new { duration_ms = 50, rate_limit = false }, token);
        return shop;
    }

    public Person Owner => new(Levers, OwnersId);

    public Person NewPerson() => new(Levers, Interlocked.Increment(ref _people));

    public async Task Provider(object dial, CancellationToken token)
    {
        using var answer = await Levers.PostAsJsonAsync("kie", dial, token);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How the shop has answered each callback of the provider.</summary>
    public async Task<IReadOnlyList<int>> CallbackAnswers(CancellationToken token) =>
    [
        .. (await Levers.GetFromJsonAsync<JsonElement>("kie/tasks", token)).GetProperty("tasks").EnumerateArray()
            .SelectMany(each => each.GetProperty("callbacks").EnumerateArray())
            .Select(callback => callback.GetProperty("status"))
            .Where(status => status.ValueKind == JsonValueKind.Number)
            .Select(status => status.GetInt32()),
    ];

    public async Task<T> Ask<T>(Func<ITrtDb, Task<T>> question)
    {
        await using var scope = Sandbox.Shop.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<ITrtDb>());
    }

    /// <summary>The person's order of this model once it has its end.</summary>
    public Task<Generation> Ended(Person of, ModelId model, CancellationToken token) => Person.Until(
        async () => await Ask(db => db.Generations.AsNoTracking()
            .Where(order => order.UserId == new UserId(of.Id) && order.Model == model)
            .OrderByDescending(order => order.CreatedAt).FirstOrDefaultAsync(token)) is { } order
            && HasEnded(order)
                ? order
                : null,
        $"the order of {model} has no end",
        token);

    /// <summary>The shop has no screen under way for this person: what they see now is all that their press has brought.</summary>
    public Task Quiet(Person person, CancellationToken token) =>
        Sandbox.Shop.GetRequiredService<ScreenSender>().Quiet(person.Id, token);

    public static bool HasEnded(Generation order) => order.Status
        is GenerationStatus.Delivered or GenerationStatus.Failed or GenerationStatus.Expired or GenerationStatus.Cancelled;

    public async ValueTask DisposeAsync()
    {
        Levers.Dispose();
        Http.Dispose();
        await Sandbox.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
