namespace Trt.Infrastructure.PrivatePostgres;

public sealed record PrivatePostgresOptions
{
    /// <summary>Holds the data, the password and the lock; made when it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>False gives up safety against power cuts for speed: only for data that nobody wants back.</summary>
    public bool Durable { get; init; } = true;

    public int ConnectionsMax { get; init; } = 100;

    /// <summary>Where <c>postgres</c> and <c>initdb</c> are, when they are not where they usually are.</summary>
    public string? Binaries { get; init; } = Environment.GetEnvironmentVariable("TRT_POSTGRES_BIN");

    /// <summary>Where to look when <see cref="Binaries"/> is not given.</summary>
    public string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";
}
