using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace Trt.Infrastructure.Telegram;

/// <summary>
/// The package's own reads all updates or none: one that it does not understand would come again for ever and keep the others away.
/// </summary>
internal sealed class UpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>Acknowledges everything before it.</summary>
    public required long Offset { get; init; }

    /// <summary>Seconds that Telegram waits for an update, up to 50.</summary>
    public required int Timeout { get; init; }

    public required IReadOnlyList<UpdateType> AllowedUpdates { get; init; }
}
