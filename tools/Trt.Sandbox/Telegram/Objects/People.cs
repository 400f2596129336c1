namespace Trt.Sandbox.Telegram.Objects;

internal sealed record User
{
    public required long Id { get; init; }
    public required bool IsBot { get; init; }
    public required string FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Username { get; init; }
    public string? LanguageCode { get; init; }
}

/// <summary>What only getMe tells: there every flag is present, true or not.</summary>
internal sealed record Me
{
    public required long Id { get; init; }
    public bool IsBot { get; init; } = true;
    public required string FirstName { get; init; }
    public required string Username { get; init; }
    public bool CanJoinGroups { get; init; } = true;
    public bool CanReadAllGroupMessages { get; init; }
    public bool SupportsInlineQueries { get; init; }
    public bool SupportsGuestQueries { get; init; }
    public bool CanConnectToBusiness { get; init; }
    public bool HasMainWebApp { get; init; }
    public bool HasTopicsEnabled { get; init; }
    public bool AllowsUsersToCreateTopics { get; init; }
    public bool CanManageBots { get; init; }
    public bool SupportsJoinRequestQueries { get; init; }
    public bool HasTopicSidebar { get; init; }
    public bool CanCommunicateWithBots { get; init; }
    public bool NeedsInlineQueryLocation { get; init; }
    public string InlineQueryPlaceholder { get; init; } = "";
    public IReadOnlyList<string> ActiveUsernames => [Username];
}

internal sealed record Chat
{
    public const string BasicGroup = "group";
    public const string Supergroup = "supergroup";

    public required long Id { get; init; }
    public required string Type { get; init; }
    public string? Title { get; init; }
    public string? Username { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }

    public static Chat With(User user) => new()
    {
        Id = user.Id,
        Type = "private",
        Username = user.Username,
        FirstName = user.FirstName,
        LastName = user.LastName,
    };
}

internal sealed record ChatMember(string Status, User User, long? UntilDate = null)
{
    public bool? IsAnonymous { get; init; }
    public string? CustomTitle { get; init; }
    public bool? CanBeEdited { get; init; }
    public bool? CanManageChat { get; init; }
    public bool? CanDeleteMessages { get; init; }
    public bool? CanManageVideoChats { get; init; }
    public bool? CanRestrictMembers { get; init; }
    public bool? CanPromoteMembers { get; init; }
    public bool? CanChangeInfo { get; init; }
    public bool? CanInviteUsers { get; init; }
    public bool? CanPinMessages { get; init; }
    public bool? IsMember { get; init; }
    public bool? CanSendMessages { get; init; }
    public bool? CanSendPhotos { get; init; }
    public bool? CanSendVideos { get; init; }
    public bool? CanSendAudios { get; init; }
    public bool? CanSendDocuments { get; init; }
    public bool? CanSendOtherMessages { get; init; }
    public bool? CanAddWebPagePreviews { get; init; }
}

internal sealed record ChatMemberUpdated
{
    public required Chat Chat { get; init; }
    public required User From { get; init; }
    public required long Date { get; init; }
    public required ChatMember OldChatMember { get; init; }
    public required ChatMember NewChatMember { get; init; }
}

internal sealed record BotCommand(string Command, string Description);
