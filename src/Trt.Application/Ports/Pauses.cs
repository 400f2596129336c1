namespace Trt.Application.Ports;

/// <summary>What can be stopped for a while, on all instances at once.</summary>
public static class Pauses
{
    /// <summary>Starts at the provider: its account needs the operator.</summary>
    public const string Provider = "provider";

    /// <summary>All sending to the messenger.</summary>
    public const string Chat = "chat";

    /// <summary>After this the next order tries again, so that a topped-up account needs no restart.</summary>
    public static readonly TimeSpan ProviderPause = TimeSpan.FromMinutes(5);

    /// <summary>What waits for the end of a pause looks so often; it may end early.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    public static string ChatOf(long chatId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"chat:{chatId}");
}
