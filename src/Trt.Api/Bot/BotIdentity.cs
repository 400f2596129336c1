namespace Trt.Api.Bot;

/// <summary>Who the bot is at the messenger; asked once, when the shop opens.</summary>
internal sealed class BotIdentity
{
    private volatile string? _username;

    public void Know(string username) => _username = username;

    /// <summary>
    /// An address that opens the bot with a word about where its reader comes from; null while the messenger has not told its name.
    /// </summary>
    public Uri? LinkTo(string startParameter) =>
        _username is { } name ? new Uri($"https://t.me/{name}?start={startParameter}") : null;
}
