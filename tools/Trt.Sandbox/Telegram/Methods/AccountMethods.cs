using System.Text.Json;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>What a bot says about itself.</summary>
internal static class AccountMethods
{
    private const int CommandsMax = 100;

    public static readonly BotMethod[] All =
    [
        new("getMe", call => call.Bot.Me),
        new("setMySettings", SetMySettings),
        new("logOut", _ => { }),
        new("close", _ => { }),
        new("setMyCommands", SetMyCommands),
        new("getMyCommands", call => call.Bot.Profile.Commands(Scope(call), Language(call))),
        new("deleteMyCommands", DeleteMyCommands),
        new("setMyName", SetMyName),
        new(
            "getMyName",
            call => new { Name = call.Bot.Profile.Text("name", Language(call)) is { Length: > 0 } name ? name : call.Bot.Me.FirstName }),
        new("setMyDescription", call => SetText(call, "description", 512)),
        new("getMyDescription", call => new { Description = call.Bot.Profile.Text("description", Language(call)) }),
        new("setMyShortDescription", call => SetText(call, "short_description", 120)),
        new("getMyShortDescription", call => new { ShortDescription = call.Bot.Profile.Text("short_description", Language(call)) }),
        new("setChatMenuButton", SetChatMenuButton),
        new("getChatMenuButton", GetChatMenuButton),
    ];

    /// <summary>What is not mentioned stays. A sidebar of topics is taken and has no effect while there are no topics.</summary>
    private static void SetMySettings(Call call)
    {
        var (given, me) = (call.Parameters, call.Bot.Me);
        bool Chosen(string name, bool now) => given.Has(name) ? given.Flag(name) : now;
        if (given.Has("inline_feedback_share_denominator"))
        {
            call.Bot.Inline.FeedbackOneOf = Math.Max(0, given.Int("inline_feedback_share_denominator"));
        }

        var hasTopics = Chosen("has_topics_enabled", me.HasTopicsEnabled);
        call.Bot.Me = me with
        {
            SupportsInlineQueries = Chosen("supports_inline_queries", me.SupportsInlineQueries),
            InlineQueryPlaceholder = given.Has("inline_query_placeholder") ? given["inline_query_placeholder"] : me.InlineQueryPlaceholder,
            NeedsInlineQueryLocation = Chosen("needs_inline_query_location", me.NeedsInlineQueryLocation),
            CanJoinGroups = Chosen("can_join_groups", me.CanJoinGroups),
            CanReadAllGroupMessages = Chosen("can_read_all_group_messages", me.CanReadAllGroupMessages),
            CanConnectToBusiness = Chosen("can_connect_to_business", me.CanConnectToBusiness),
            CanManageBots = Chosen("can_manage_bots", me.CanManageBots),
            SupportsGuestQueries = Chosen("supports_guest_queries", me.SupportsGuestQueries),
            SupportsJoinRequestQueries = Chosen("supports_join_request_queries", me.SupportsJoinRequestQueries),
            HasTopicsEnabled = hasTopics,
            AllowsUsersToCreateTopics = Chosen("allows_users_to_create_topics", me.AllowsUsersToCreateTopics),
            HasTopicSidebar = hasTopics && Chosen("has_topic_sidebar", me.HasTopicSidebar),
            CanCommunicateWithBots = Chosen("can_communicate_with_bots", me.CanCommunicateWithBots),
        };
    }

    private static void SetMyCommands(Call call)
    {
        call.Parameters.Required("commands");
        if (call.Parameters.Json("commands", "can't parse commands JSON object") is not { ValueKind: JsonValueKind.Array } array)
        {
            throw Refuse.Bad("expected an Array of BotCommand");
        }

        if (array.GetArrayLength() > CommandsMax)
        {
            throw Refuse.Bad("BOT_COMMANDS_TOO_MUCH");
        }

        List<BotCommand> commands = [.. array.EnumerateArray().Select(ReadCommand)];
        Change(call, profile => profile.SetCommands(Scope(call), Language(call), commands));
    }

    private static void DeleteMyCommands(Call call)
    {
        Change(call, profile => profile.SetCommands(Scope(call), Language(call), []));
    }

    private static BotCommand ReadCommand(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw Refuse.Bad("can't parse BotCommand: expected an Object");
        }

        var name = item.TextOf("command") ?? throw Refuse.Bad("can't parse BotCommand: Can't find field \"command\"");
        var description = item.TextOf("description") ?? throw Refuse.Bad("can't parse BotCommand: Can't find field \"description\"");
        name = name.TrimStart('/');
        if (name.Length is 0 or > 32 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw Refuse.Bad("BOT_COMMAND_INVALID");
        }

        if (description.Trim().Length is 0 or > 256)
        {
            throw Refuse.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }

        return new BotCommand(name, description.Trim());
    }

    private static void SetMyName(Call call)
    {
        SetText(call, "name", 64);
        if (Language(call).Length == 0 && call.Parameters.TextOrAbsent("name") is { } name)
        {
            call.Bot.Rename(name);
        }
    }

    private static void SetText(Call call, string field, int max)
    {
        var text = call.Parameters[field];
        if (text.Length > max)
        {
            throw Refuse.Bad($"{field.ToUpperInvariant()}_TOO_LONG");
        }

        call.Bot.Profile.SetText(field, Language(call), text);
    }

    private static void SetChatMenuButton(Call call)
    {
        var button = call.Parameters.Json("menu_button", "can't parse menu button JSON object");
        if (button is { } json && json.TextOf("type") is not ("commands" or "default" or "web_app"))
        {
            throw Refuse.Bad("can't parse menu button: Menu button has unsupported type");
        }

        if (call.Parameters.Has("chat_id"))
        {
            call.OpenRoom().MenuButton = button;
        }
        else
        {
            call.Bot.Profile.MenuButton = button;
        }
    }

    private static object GetChatMenuButton(Call call)
    {
        var own = call.Parameters.Has("chat_id") ? call.OpenRoom().MenuButton : null;
        return own ?? call.Bot.Profile.MenuButton ?? BotApiJson.Element(new { Type = "default" });
    }

    private static void Change(Call call, Action<BotProfile> change)
    {
        change(call.Bot.Profile);
        foreach (var room in call.Bot.Rooms)
        {
            room.Touch();
        }
    }

    private static string Scope(Call call)
    {
        if (call.Parameters.JsonOrIgnored("scope") is not { ValueKind: JsonValueKind.Object } scope)
        {
            return CommandScope.Default;
        }

        var fields = call.Parameters.Inside(scope);
        return fields["type"] switch
        {
            "" => throw Refuse.Bad("can't parse BotCommandScope: Can't find field \"type\""),
            "chat" => CommandScope.Chat(fields.Long("chat_id")),
            "chat_administrators" or "chat_member" => $"{fields["type"]} {fields["chat_id"]} {fields["user_id"]}",
            CommandScope.Default or CommandScope.AllPrivateChats or "all_group_chats" or "all_chat_administrators" => fields["type"],
            _ => throw Refuse.Bad("can't parse BotCommandScope: Unsupported type specified"),
        };
    }

    private static string Language(Call call) => call.Parameters["language_code"] is { Length: 0 or 2 } code
        ? code
        : throw Refuse.Bad("invalid language code specified");
}
