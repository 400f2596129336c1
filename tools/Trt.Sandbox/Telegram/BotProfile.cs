using System.Text.Json;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram;

/// <summary>What a bot has told about itself: commands by scope and language, descriptions, the menu button.</summary>
internal sealed class BotProfile
{
    private readonly Dictionary<(string Scope, string Language), IReadOnlyList<BotCommand>> _commands = [];
    private readonly Dictionary<(string Field, string Language), string> _texts = [];

    public JsonElement? MenuButton { get; set; }

    public void SetCommands(string scope, string language, IReadOnlyList<BotCommand> commands)
    {
        if (commands.Count == 0)
        {
            _commands.Remove((scope, language));
        }
        else
        {
            _commands[(scope, language)] = commands;
        }
    }

    public IReadOnlyList<BotCommand> Commands(string scope, string language) => _commands.GetValueOrDefault((scope, language), []);

    /// <summary>The narrowest list that fits a person in a private chat, as Telegram picks it.</summary>
    public IReadOnlyList<BotCommand> CommandsFor(User user)
    {
        foreach (var scope in (ReadOnlySpan<string>)[CommandScope.Chat(user.Id), CommandScope.AllPrivateChats, CommandScope.Default])
        {
            foreach (var language in (ReadOnlySpan<string>)[user.LanguageCode ?? "", ""])
            {
                if (_commands.TryGetValue((scope, language), out var commands))
                {
                    return commands;
                }
            }
        }

        return [];
    }

    public void SetText(string field, string language, string text)
    {
        if (text.Length == 0)
        {
            _texts.Remove((field, language));
        }
        else
        {
            _texts[(field, language)] = text;
        }
    }

    public string Text(string field, string language) =>
        _texts.GetValueOrDefault((field, language)) ?? _texts.GetValueOrDefault((field, ""), "");
}

internal static class CommandScope
{
    public const string Default = "default";
    public const string AllPrivateChats = "all_private_chats";

    public static string Chat(long chatId) => $"chat {chatId}";
}
