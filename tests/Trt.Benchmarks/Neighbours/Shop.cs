using System.Globalization;

namespace Trt.Benchmarks.Neighbours;

/// <summary>The shop as it is delivered, with settings that lead it to our neighbours instead of the real ones.</summary>
internal static class Shop
{
    public const string BotToken = "1000000001:AAbenchmarks-benchmarks-benchmarks-b";
    public const string WebhookSecret = "a-secret-of-the-benchmarks";

    /// <param name="database">Null lets the shop start its private PostgreSQL.</param>
    public static Task<ServerUnderTest> Start(NeighbourSink neighbours, string? database, string folder, CancellationToken token, long? owner = null)
    {
        var port = Programs.FreePort();
        var settings = new Dictionary<string, string?>
        {
            ["TELEGRAM_BOT_TOKEN"] = BotToken,
            ["TELEGRAM_API_BASE"] = neighbours.Address,
            ["KIE_API_KEY"] = "benchmarks",
            ["KIE_API_BASE"] = neighbours.Address,
            ["KIE_UPLOAD_BASE"] = neighbours.Address,
            ["BOT_MODE"] = "webhook",
            ["WEBHOOK_BASE_URL"] = $"http://127.0.0.1:{port}",
            ["WEBHOOK_SECRET_TOKEN"] = WebhookSecret,
            ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["LISTEN_LOCAL_ONLY"] = "1",
            ["DATA_DIR"] = folder,
            ["ORDER_GRACE_SECONDS"] = "0",
            ["DATABASE_URL"] = database,
            ["LOCAL_RESULT_HOSTS"] = new Uri(neighbours.Address).Authority,
            ["ADMIN_IDS"] = owner?.ToString(CultureInfo.InvariantCulture),
            ["CATALOG_DIR"] = null,
            ["LOG_LEVEL"] = null,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = null,
        };
        return ServerUnderTest.Start("Trt.Api", [], port, settings, folder, token);
    }
}
