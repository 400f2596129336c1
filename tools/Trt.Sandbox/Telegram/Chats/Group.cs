using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Chats;

/// <summary>Who is in a group, and what the bot may do there. Guarded by the account's lock.</summary>
internal sealed class Group
{
    public const string Creator = "creator";
    public const string Administrator = "administrator";
    public const string Member = "member";
    public const string Restricted = "restricted";
    public const string Left = "left";
    public const string Kicked = "kicked";

    /// <summary>Speaks for an admin who does not want to be known; the same in all groups of the messenger.</summary>
    public static readonly User AnonymousAdmin = new()
    {
        Id = 1087968824,
        IsBot = true,
        FirstName = "Group",
        Username = "GroupAnonymousBot",
    };

    private readonly OrderedDictionary<long, GroupMember> _members = [];

    public IReadOnlyCollection<GroupMember> Members => _members.Values;

    public string BotStatus { get; set; } = Left;

    public bool HasBot => BotStatus is Member or Administrator or Restricted;

    /// <summary>The bot has said something here: only then a command without its name is meant for it.</summary>
    public bool HasHeardBot { get; set; }

    /// <summary>The group became a supergroup with this id, and nothing happens here any more.</summary>
    public long? MigratedTo { get; set; }

    public GroupMember? Find(long id) => _members.GetValueOrDefault(id);

    public void Put(GroupMember member) => _members[member.User.Id] = member;

    public bool Remove(long id) => _members.Remove(id);

    /// <summary>People change their names; in the group they are called as they are now.</summary>
    public void Meet(User user)
    {
        if (_members.TryGetValue(user.Id, out var member) && member.User != user)
        {
            _members[user.Id] = member with { User = user };
        }
    }

    public ChatMember BotAs(User bot) => Of(new GroupMember(bot, BotStatus));

    /// <summary>A member in the words of the Bot API: each status has fields of its own.</summary>
    public static ChatMember Of(GroupMember member) => member.Status switch
    {
        Creator => new ChatMember(Creator, member.User) { IsAnonymous = member.IsAnonymous, CustomTitle = member.Title },
        Administrator => new ChatMember(Administrator, member.User)
        {
            IsAnonymous = member.IsAnonymous,
            CustomTitle = member.Title,
            CanBeEdited = false,
            CanManageChat = true,
            CanDeleteMessages = true,
            CanManageVideoChats = true,
            CanRestrictMembers = true,
            CanPromoteMembers = false,
            CanChangeInfo = true,
            CanInviteUsers = true,
            CanPinMessages = true,
        },
        Restricted => new ChatMember(Restricted, member.User, UntilDate: 0)
        {
            IsMember = true,
            CanSendMessages = false,
            CanSendPhotos = false,
            CanSendVideos = false,
            CanSendAudios = false,
            CanSendDocuments = false,
            CanSendOtherMessages = false,
            CanAddWebPagePreviews = false,
        },
        Kicked => new ChatMember(Kicked, member.User, UntilDate: 0),
        var status => new ChatMember(status, member.User),
    };
}

/// <param name="IsAnonymous">An admin who writes in the name of the group.</param>
internal sealed record GroupMember(User User, string Status, bool IsAnonymous = false, string? Title = null)
{
    public bool IsAdmin => Status is Group.Creator or Group.Administrator;
}
