namespace Trt.Api.Bot;

/// <summary>Who the bot is at the messenger; asked once, when the shop opens.</summary>
internal sealed class BotIdentity
{
    private volatile string? _username;

    private long _id;

    /// <summary>How people call it in a text; null while the messenger has not told its name.</summary>
    public string? Mention => _username is { } name ? $"@{name}" : null;

    public void Know(long id, string username)
    {
        Volatile.Write(ref _id, id);
        _username = username;
    }

    public bool Is(long userId) => userId == Volatile.Read(ref _id);

    public bool IsCalled(string username) => username.Equals(_username, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// An address that opens the bot with a word about where its reader comes from; null while the messenger has not told its name.
    /// </summary>
    public Uri? LinkTo(string startParameter) =>
        _username is { } name ? new Uri($"https://t.me/{name}?start={startParameter}") : null;
}
