namespace Trt.Infrastructure.Media;

public sealed record DownloadOptions
{
    /// <summary>Larger files are left where they are.</summary>
    public long BytesMax { get; init; } = 512L * 1024 * 1024;

    /// <summary>For one file, redirects included.</summary>
    public TimeSpan TimeMax { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>host:port pairs that may be on this machine. Empty in production.</summary>
    public IReadOnlySet<string> TrustedHosts { get; init; } = new HashSet<string>();

    public string Folder { get; init; } = Path.GetTempPath();
}
