using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Trt.Api.Options;
using Trt.Application.Ports;
using Trt.Sandbox.Control;
using Trt.Sandbox.YooKassa;

namespace Trt.Testing.Shop;

/// <summary>
/// Every story of the suite is watched: none of the shop's secrets may be in a line of its log, a span, a metric, anything said to Telegram, or a
/// row of its database. What was seen is judged when the shop closes.
/// </summary>
internal sealed class Canaries : ILoggerProvider, ILogger
{
    public const string ProviderKey = "canary-provider-key";

    private static readonly string[] Fixed =
    [
        ProviderKey, SandboxDefaults.BotToken.Split(':')[1], SandboxDefaults.ProviderToken, CardDefaults.SecretKey, TestCluster.ShopPassword,
    ];

    private readonly ConcurrentDictionary<string, string> _found = new();
    private readonly ActivityListener _spans;
    private string[] _secrets = Fixed;

    public Canaries()
    {
        _spans = new ActivityListener { ShouldListenTo = source => source.Name == Telemetry.Name, Sample = Always, ActivityStopped = Look };
        ActivitySource.AddActivityListener(_spans);
    }

    /// <summary>The shop as it runs now: what it writes down from here on is read, though its console is told errors only.</summary>
    public void Watch(IServiceProvider shop)
    {
        var bot = shop.GetRequiredService<BotOptions>();
        _secrets = [.. Fixed, bot.WebhookSecret, .. bot.OtherWebhookSecrets, .. shop.GetRequiredService<TrtOptions>().CallbackKeys];
        var filter = shop.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue;
        filter.Rules.Add(new LoggerFilterRule(typeof(Canaries).FullName, null, LogLevel.Debug, null));
        shop.GetRequiredService<ILoggerFactory>().AddProvider(this);
    }

    public async Task Judge(NpgsqlDataSource database, HttpClient shop, Levers levers)
    {
        using (var page = await shop.GetAsync("/metrics"))
        {
            Look("a metric", await page.Content.ReadAsStringAsync());
        }

        Look("what Telegram was told", (await levers.Get("log")).GetRawText());
        foreach (var table in await Strings(database, "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"))
        {
            var rows = await Strings(database, $"SELECT t::text FROM {table} t WHERE t::text ILIKE ANY (@secrets)", _secrets);
            rows.ForEach(row => Look($"a row of {table}", row));
        }

        if (!_found.IsEmpty)
        {
            throw new InvalidOperationException($"A secret went where it must not:\n{string.Join('\n', _found.Select(pair => $"{pair.Key}: {pair.Value}"))}");
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Look("the log", $"{formatter(state, exception)} {exception}");

    public void Dispose() => _spans.Dispose();

    private static ActivitySamplingResult Always(ref ActivityCreationOptions<ActivityContext> options) => ActivitySamplingResult.AllData;

    private void Look(Activity span) => Look("a span", string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Prepend(span.DisplayName)));

    private void Look(string where, string text)
    {
        foreach (var secret in _secrets)
        {
            if (text.Contains(secret, StringComparison.OrdinalIgnoreCase))
            {
                _found.TryAdd(where, text);
            }
        }
    }

    private static async Task<List<string>> Strings(NpgsqlDataSource database, string sql, string[]? secrets = null)
    {
        await using var command = database.CreateCommand(sql);
        if (secrets is not null)
        {
            command.Parameters.AddWithValue("secrets", secrets.Select(secret => $"%{secret.Replace("_", @"\_", StringComparison.Ordinal)}%").ToArray());
        }

        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
