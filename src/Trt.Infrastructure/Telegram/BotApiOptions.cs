using System.Text.RegularExpressions;

namespace Trt.Infrastructure.Telegram;

/// <summary>A class and no record: a record would print the token.</summary>
public sealed partial class BotApiOptions
{
    public static readonly Uri PublicApi = new("https://api.telegram.org");

    public required string Token { get; init; }

    public Uri ApiBase { get; init; } = PublicApi;

    /// <summary>Everything that is wrong, without the token; empty when the bot can start.</summary>
    public IEnumerable<string> Problems()
    {
        if (!TokenShape.IsMatch(Token))
        {
            yield return "The bot token must look like 123456789:AA…, as @BotFather gives it";
        }

        if (!ApiBase.IsAbsoluteUri || ApiBase.Scheme is not ("https" or "http"))
        {
            yield return "The Bot API address must be an absolute http(s) address";
        }
        else if (ApiBase.Scheme == "http" && !ApiBase.IsLoopback)
        {
            yield return "The Bot API address must be https unless it is on this machine: the token is in every request";
        }
    }

    [GeneratedRegex(@"^\d+:[A-Za-z0-9_-]+\z")]
    private static partial Regex TokenShape { get; }
}
