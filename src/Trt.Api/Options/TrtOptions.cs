using Trt.Application.Terms;
using Trt.Infrastructure.Kie;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.YooKassa;

namespace Trt.Api.Options;

/// <summary>Everything the program was told from outside, checked as a whole.</summary>
public sealed class TrtOptions
{
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

    public required string DataFolder { get; init; }

    /// <summary>Null = the cards that came with the program.</summary>
    public string? CatalogFolder { get; init; }

    public required int Port { get; init; }

    /// <summary>Whether the port is open to this machine only.</summary>
    public bool IsLocal { get; init; }

    public Uri? TelemetryEndpoint { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>A test database needs no protection against power cuts.</summary>
    public bool IsDatabaseDurable { get; init; } = true;
}
