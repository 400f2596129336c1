using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Markup;

/// <summary>What becomes of a link in a text: a person, an address, or nothing when it leads nowhere.</summary>
internal static class LinkEntity
{
    public static MessageEntity? Of(int offset, int length, string url, Func<long, User?> person)
    {
        if (CheckedLink.UserOf(url) is { } userId)
        {
            return person(userId) is { } user
                ? new MessageEntity { Type = "text_mention", Offset = offset, Length = length, User = user }
                : null;
        }

        return CheckedLink.Read(url) is { } link
            ? new MessageEntity { Type = "text_link", Offset = offset, Length = length, Url = link }
            : null;
    }
}
