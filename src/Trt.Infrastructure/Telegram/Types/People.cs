namespace Trt.Infrastructure.Telegram.Types;

public sealed record User
{
    internal static readonly User Nobody = new();

    public long Id { get; init; }

    public bool IsBot { get; init; }

    /// <summary>May be empty.</summary>
    public string FirstName { get => field ?? ""; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    /// <summary>IETF tag of the person's client, such as "ru" or "pt-br".</summary>
    public string? LanguageCode { get; init; }

    public bool IsPremium { get; init; }

    /// <summary>Only getMe tells.</summary>
    public bool SupportsInlineQueries { get; init; }

    /// <summary>Only getMe tells.</summary>
    public bool CanJoinGroups { get; init; }
}

public sealed record Chat
{
    public const string Private = "private";

    internal static readonly Chat None = new();

    public long Id { get; init; }

    /// <summary>private, group, supergroup or channel.</summary>
    public string Type { get => field ?? ""; init; }

    public string? Title { get; init; }

    public string? Username { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public bool IsForum { get; init; }
}

/// <summary>In a private chat: kicked = the person blocked the bot, member = unblocked it.</summary>
public sealed record ChatMemberUpdated
{
    public Chat Chat { get => field ?? Chat.None; init; }

    public User From { get => field ?? User.Nobody; init; }

    public long Date { get; init; }

    public ChatMember OldChatMember { get => field ?? ChatMember.Stranger; init; }

    public ChatMember NewChatMember { get => field ?? ChatMember.Stranger; init; }
}

public sealed record ChatMember
{
    public const string Member = "member";
    public const string Left = "left";
    public const string Kicked = "kicked";

    internal static readonly ChatMember Stranger = new();

    /// <summary>creator, administrator, member, restricted, left or kicked.</summary>
    public string Status { get => field ?? Left; init; }

    public User User { get => field ?? User.Nobody; init; }

    public long? UntilDate { get; init; }
}

public sealed record BotCommand
{
    /// <summary>1–32 of a–z 0–9 _.</summary>
    public required string Command { get; init; }

    public required string Description { get; init; }
}

public sealed record BotCommandScope
{
    public static readonly BotCommandScope Default = new() { Type = "default" };
    public static readonly BotCommandScope PrivateChats = new() { Type = "all_private_chats" };

    public required string Type { get; init; }

    public long? ChatId { get; init; }

    public static BotCommandScope Chat(long chatId) => new() { Type = "chat", ChatId = chatId };
}
