using System.Text.RegularExpressions;

namespace Trt.Infrastructure.Telegram;

/// <summary>For texts that others wrote and that may quote an address of ours.</summary>
public static partial class TokenRedaction
{
    public static string Redact(string text) => TokenInAddress.Replace(text, "bot<token>");

    [GeneratedRegex(@"bot\d+(:|%3A)[\w-]+", RegexOptions.IgnoreCase)]
    private static partial Regex TokenInAddress { get; }
}
