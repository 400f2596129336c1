using System.Text.Json;

namespace Trt.Sandbox.Telegram.Updates;

/// <summary>Which kinds of updates a bot wants; shared by polling and webhook, and applied when an update is made.</summary>
internal sealed class UpdateFilter
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
        "edited_business_message", "deleted_business_messages", "guest_message", "message_reaction", "message_reaction_count",
        "inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media",
        "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost",
        "managed_bot", "subscription", "stopped_message_generation", "widget_query", "shared_widget_query",
    };

    private static readonly HashSet<string> OnlyOnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private IReadOnlyList<string>? _chosen;

    /// <summary>Absent means the default.</summary>
    public IReadOnlyList<string>? Chosen => _chosen;

    public bool Lets(string kind) => _chosen?.Contains(kind) ?? !OnlyOnRequest.Contains(kind);

    /// <summary>Omitted or unreadable keeps what was; an empty list, or one of unknown names only, brings the default back.</summary>
    public void Choose(JsonElement? allowedUpdates)
    {
        if (allowedUpdates is not { ValueKind: JsonValueKind.Array } array)
        {
            return;
        }

        var names = array.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!.ToLowerInvariant())
            .Where(Known.Contains)
            .Distinct()
            .ToList();
        var isDefault = names.Count == 0 || (names.Count == Known.Count - OnlyOnRequest.Count && !names.Exists(OnlyOnRequest.Contains));
        _chosen = isDefault ? null : names;
    }
}
