namespace Trt.Infrastructure.YooKassa;

/// <summary>Our account at the payment provider. A class and no record: a record would print the secret.</summary>
public sealed class YooKassaOptions
{
    public static readonly Uri PublicApi = new("https://api.yookassa.ru/v3");

    public required string ShopId { get; init; }

    /// <summary>A secret: it travels in one header and appears nowhere else.</summary>
    public required string SecretKey { get; init; }

    public Uri ApiBase { get; init; } = PublicApi;

    /// <summary>Where the customer's browser goes after paying.</summary>
    public required Uri ReturnTo { get; init; }

    /// <summary>How long one call may take, the answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Everything that is wrong with the settings at once; empty = fit to start.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. IsWord(ShopId) && !ShopId.Contains(':', StringComparison.Ordinal)
            ? []
            : (string[])["the shop's id is empty or holds characters that no id has"],
        .. IsWord(SecretKey) ? [] : (string[])["the secret key is empty or holds characters that no key has"],
        .. IsSafe(ApiBase) ? [] : (string[])["the address must be https (plain http is for this machine only)"],
        .. ReturnTo.IsAbsoluteUri ? [] : (string[])["the way back must be an absolute address"],
    ];

    /// <summary>Takes the key out of a text that came from elsewhere.</summary>
    public string Redact(string text) => IsWord(SecretKey) ? text.Replace(SecretKey, "***", StringComparison.Ordinal) : text;

    public override string ToString() =>
        $"{nameof(YooKassaOptions)} {{ {ApiBase}, shop {ShopId}, key {(IsWord(SecretKey) ? "set" : "missing")} }}";

    private static bool IsWord(string? text) => !string.IsNullOrEmpty(text) && text.All(letter => letter is > ' ' and < (char)127);

    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
