namespace Trt.Api.Bot;

/// <summary>Who the bot is at the messenger; asked once, before the shop opens.</summary>
internal sealed class BotIdentity
{
    private string? _username;

    public void Know(string username) => _username = username;

    /// <summary>An address that opens the bot with a word about where its reader comes from.</summary>
    public Uri LinkTo(string startParameter) =>
        new(
            $"https://t.me/{_username ?? throw new InvalidOperationException("The shop has opened without knowing the bot's name")}?start={startParameter}");
}
