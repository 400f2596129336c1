namespace Trt.Infrastructure.Kie;

/// <summary>Where the provider is and how we are known there.</summary>
public sealed class KieOptions
{
    public Uri ApiBase { get; init; } = new("https://api.kie.ai");

    public Uri UploadBase { get; init; } = new("https://kieai.redpandaai.co");

    /// <summary>A secret: it travels in one header and appears nowhere else.</summary>
    public required string ApiKey { get; init; }

    /// <summary>How long one call may take, the answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for handing over a file.</summary>
    public TimeSpan UploadTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Everything that is wrong with the settings at once; empty = fit to start.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. AddressProblems(nameof(ApiBase), ApiBase),
        .. AddressProblems(nameof(UploadBase), UploadBase),
        .. IsKey(ApiKey) ? [] : (string[])[$"{nameof(ApiKey)} is empty or holds characters that no key has"],
        .. TimeoutProblems(nameof(Timeout), Timeout),
        .. TimeoutProblems(nameof(UploadTimeout), UploadTimeout),
    ];

    /// <summary>Takes the key out of a text that came from elsewhere.</summary>
    public string Redact(string text) => IsKey(ApiKey) ? text.Replace(ApiKey, "***", StringComparison.Ordinal) : text;

    public override string ToString() => $"{nameof(KieOptions)} {{ {ApiBase}, {UploadBase}, key {(IsKey(ApiKey) ? "set" : "missing")} }}";

    private static bool IsKey(string? key) => !string.IsNullOrEmpty(key) && key.All(letter => letter is > ' ' and < (char)127);

    private static IEnumerable<string> AddressProblems(string name, Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            yield return $"{name} must be an absolute address";
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            yield return $"{name} must be https (plain http is for this machine only)";
        }
    }

    private static IEnumerable<string> TimeoutProblems(string name, TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero || timeout > TimeSpan.FromMinutes(30))
        {
            yield return $"{name} must be between nothing and 30 minutes";
        }
    }
}
