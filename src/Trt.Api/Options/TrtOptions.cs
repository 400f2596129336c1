using Trt.Application.Terms;
using Trt.Infrastructure.Backups;
using Trt.Infrastructure.Kie;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.YooKassa;

namespace Trt.Api.Options;

/// <summary>Everything the program was told from outside, checked as a whole.</summary>
public sealed class TrtOptions
{
    /// <summary>The name under which the address is given.</summary>
    public const string ExportEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public required BotOptions Bot { get; init; }

    public required KieOptions Provider { get; init; }

    /// <summary>Null = cards are not taken.</summary>
    public YooKassaOptions? Cards { get; init; }

    /// <summary>Keys of the provider's callback signature; more than one while a key is being changed.</summary>
    public IReadOnlyList<string> CallbackKeys { get; init; } = [];

    /// <summary>Hosts on this machine that results may be fetched from: the sandbox.</summary>
    public IReadOnlyList<string> LocalResultHosts { get; init; } = [];

    public required ShopOptions Shop { get; init; }

    /// <summary>Null = the program starts a PostgreSQL of its own.</summary>
    public DatabaseAddress? Database { get; init; }

    /// <summary>Where copies of the database go.</summary>
    public BackupOptions Backups { get; init; } = new();

    public required string DataFolder { get; init; }

    /// <summary>Null = the cards that came with the program.</summary>
    public string? CatalogFolder { get; init; }

    public required int Port { get; init; }

    /// <summary>Whether the port is open to this machine only.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Where browsers find the dashboard; null where nobody has said how the shop is reached from outside.</summary>
    public Uri? DashboardBase => Shop.PublicBase is { } outside ? new Uri(outside, "/admin/")
        : IsLocal ? new Uri($"http://127.0.0.1:{Port}/admin/")
        : null;

    /// <summary>OpenTelemetry's own settings, when spans and metrics leave for <see cref="ExportEndpoint"/>; else none.</summary>
    public IReadOnlyDictionary<string, string?> Telemetry { get; init; } = new Dictionary<string, string?>();

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>A test database needs no protection against power cuts.</summary>
    public bool IsDatabaseDurable { get; init; } = true;
}
