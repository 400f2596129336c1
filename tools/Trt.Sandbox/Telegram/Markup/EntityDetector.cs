using System.Buffers;
using System.Text.RegularExpressions;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Markup;

/// <summary>Finds what Telegram marks by itself in every text: commands, mentions, hashtags, links, addresses.</summary>
internal static partial class EntityDetector
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("/@#$.:");

    public static FormattedText Complete(FormattedText text)
    {
        if (text.Text.AsSpan().IndexOfAny(Signs) < 0)
        {
            return text with { Entities = EntityRules.Ordered(text.Entities) };
        }

        var all = new List<MessageEntity>(text.Entities);
        Find(Email(), "email", text.Text, all);
        Find(Link(), "url", text.Text, all);
        Find(Command(), "bot_command", text.Text, all);
        Find(Mention(), "mention", text.Text, all);
        Find(Hashtag(), "hashtag", text.Text, all);
        Find(Cashtag(), "cashtag", text.Text, all);
        return text with { Entities = EntityRules.Ordered(all) };
    }

    private static void Find(Regex pattern, string type, string text, List<MessageEntity> entities)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (!entities.Exists(entity => Excludes(entity) && entity.Offset < end && start < entity.Offset + entity.Length))
            {
                entities.Add(new MessageEntity { Type = type, Offset = start, Length = end - start });
            }
        }
    }

    /// <summary>Bold or quoted text may contain a link; code and other links may not.</summary>
    private static bool Excludes(MessageEntity entity) =>
        entity.Type is not ("bold" or "italic" or "underline" or "strikethrough" or "spoiler" or "blockquote" or "expandable_blockquote");

    [GeneratedRegex(@"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?![\w@])")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")]
    private static partial Regex Cashtag();

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,12}(?![\w@])")]
    private static partial Regex Email();

    [GeneratedRegex(
        """
        (?<![\w@.])
        (?:
            (?:https?|ftp|tonsite)://[^\s<>"«»]*[^\s<>"«».,:;!?'()\]]
          |
            (?:[\w-]+\.)+(?:com|org|net|ru|io|me|dev|app|ai|info|co|su|kz|by|xyz)
            (?![\w@.-]*[\w@])
            (?:[/?\#][^\s<>"«»]*[^\s<>"«».,:;!?'()\]])?
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Link();
}
