using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Telegram.Methods;

public sealed record SetMyCommands : BotMethod<bool>
{
    public required IReadOnlyList<BotCommand> Commands { get; init; }

    public BotCommandScope? Scope { get; init; }

    public string? LanguageCode { get; init; }
}

/// <summary>Shown in an empty chat, before the start button is pressed.</summary>
public sealed record SetMyDescription : BotMethod<bool>
{
    public required string Description { get; init; }

    public string? LanguageCode { get; init; }
}

public sealed record SetMyShortDescription : BotMethod<bool>
{
    public required string ShortDescription { get; init; }

    public string? LanguageCode { get; init; }
}

public sealed record GetChatMember : BotMethod<ChatMember>
{
    public required long ChatId { get; init; }

    public required long UserId { get; init; }
}
