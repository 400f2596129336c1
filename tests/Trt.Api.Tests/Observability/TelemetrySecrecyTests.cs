using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Api.Options;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>A customer's whole way with everything told: no secret and nothing that a person wrote is in a span, a metric or a line of the log.</summary>
public sealed class TelemetrySecrecyTests
{
    private const string Prompt = "canary-prompt";
    private const string CallbackToken = "canary-callback-token";
    private const string Query = "canary-query";

    [Test]
    public async Task Neither_spans_nor_metrics_nor_the_log_carry_a_secret_or_a_prompt()
    {
        await using var collector = await Collector.Start(HttpProtocols.Http1);
        await using var shop = await RunningShop.Open(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.AbsoluteUri),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            ("LOG_LEVEL", "Debug"));
        var log = new Lines();
        shop.Sandbox.Shop.GetRequiredService<ILoggerFactory>().AddProvider(log);

        await Order(shop);
        await Knock(shop, $"/callbacks/kie/0123456789abcdef0123456789abcdef/{CallbackToken}?token={Query}");
        await Knock(shop, $"/callbacks/kie/{CallbackToken}/x/y");
        await Knock(shop, $"/telegram/webhook/{CallbackToken}");
        await shop.Http.GetAsync("/metrics");

        await Eventually.Holds("the whole way was told", () =>
            collector.All("trace") is var all
            && new[] { "telegram sendPhoto", "AcceptProviderCallback", "POST /callbacks/kie/{generation}/{token}", "db.query.text" }
                .All(word => all.Contains(word, StringComparison.Ordinal)));
        await Eventually.Holds("the calls were measured", () => collector.All("metrics").Contains("http.client.request.duration", StringComparison.Ordinal));

        var bot = shop.Sandbox.Shop.GetRequiredService<BotOptions>();
        var provider = shop.Sandbox.Shop.GetRequiredService<TrtOptions>().Provider;
        var told = new Dictionary<string, string>
        {
            ["spans"] = collector.All("trace"),
            ["metrics"] = collector.All("metrics"),
            ["the page"] = await shop.Http.GetStringAsync("/metrics"),
            ["the log"] = log.ToString(),
        };
        told["the log"].ShouldContain("KIE_CALLBACK");
        foreach (var (where, text) in told)
        {
            foreach (var secret in new[] { bot.Token, bot.Token.Split(':')[1], bot.WebhookSecret, $"Bearer {provider.ApiKey}", CallbackToken, Query, Prompt })
            {
                text.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{secret} is in {where}");
            }

            foreach (var issued in await IssuedTokens(shop))
            {
                text.Contains(issued, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"the token of a callback address is in {where}");
            }
        }
    }

    private static async Task Order(RunningShop shop)
    {
        var anna = shop.NewCustomer("canary-prompt-as-a-name");
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Click((await anna.FromBot())[^1].Id, "select_model:z-image");
        await anna.Sees("Шаг 1/2");
        await anna.Say($"{Prompt} at night");
        await anna.Press("1:1");
        await anna.Press("Создать бесплатно");
        await anna.Receives("photo");
    }

    private static async Task Knock(RunningShop shop, string address)
    {
        using var content = new StringContent("""{"taskId":"1"}""", Encoding.UTF8, "application/json");
        await shop.Http.PostAsync(address, content);
    }

    /// <summary>The last part of each callback address that the provider was given.</summary>
    private static async Task<IReadOnlyList<string>> IssuedTokens(RunningShop shop)
    {
        var issued = (await shop.Get("kie/tasks")).GetProperty("tasks").EnumerateArray()
            .Select(task => task.GetProperty("callback_url").GetString()!.Split('/')[^1])
            .ToList();
        issued.ShouldNotBeEmpty();
        return issued;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public override string ToString() => string.Join('\n', _lines);

        public void Dispose()
        {
        }
    }
}
