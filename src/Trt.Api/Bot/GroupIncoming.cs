using Trt.Domain.Finding;
using Trt.Domain.Groups;

namespace Trt.Api.Bot;

/// <summary>A group as an update names it.</summary>
internal sealed record GroupRef(long Id, string Title);

/// <summary>What happens in a group and concerns us.</summary>
internal abstract record InGroup(Person Who, GroupRef Group) : Incoming(Who)
{
    public override long ChatId => Group.Id;

    /// <summary>Somebody speaks to the bot: by its name, or in answer to it.</summary>
    /// <param name="Files">Their own, or that of the message they answer.</param>
    public sealed record Asked(Person Who, GroupRef Group, int MessageId, string? Words, IReadOnlyList<GivenFile> Files)
        : InGroup(Who, Group)
    {
        public GroupPlace Place => new(Group.Id, MessageId);
    }

    public sealed record Ordered(Person Who, GroupRef Group, int MessageId, string Name) : InGroup(Who, Group);

    /// <param name="Asker">Whose message the card answers, as they are called; null when that message is gone.</param>
    public sealed record Pressed(Person Who, GroupRef Group, string QueryId, long MessageId, string Data, string? Asker)
        : InGroup(Who, Group);

    /// <summary>Somebody writes in the name of the group, or of a channel.</summary>
    public sealed record Unnamed(Person Who, GroupRef Group, int MessageId) : InGroup(Who, Group);

    /// <summary>They let the bot in.</summary>
    public sealed record LetIn(Person Who, GroupRef Group) : InGroup(Who, Group);

    /// <summary>They removed the bot, or silenced it.</summary>
    public sealed record ShutOut(Person Who, GroupRef Group) : InGroup(Who, Group);

    /// <summary>They are no longer there.</summary>
    public sealed record Parted(Person Who, GroupRef Group) : InGroup(Who, Group);

    /// <summary>The group has another id now.</summary>
    public sealed record Moved(Person Who, GroupRef Group, long From) : InGroup(Who, Group);
}
