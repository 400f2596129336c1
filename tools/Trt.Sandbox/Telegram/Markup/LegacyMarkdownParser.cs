using System.Text;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Markup;

/// <summary>The first Markdown parse mode, which many bots still use: five marks, nothing nests, hardly anything needs escaping.</summary>
internal static class LegacyMarkdownParser
{
    private const string Marks = "_*`[";

    public static FormattedText Parse(string source, Func<long, User?> person)
    {
        var text = new StringBuilder();
        var entities = new List<MessageEntity>();
        var at = 0;
        while (at < source.Length)
        {
            if (source[at] == '\\' && at + 1 < source.Length && Marks.Contains(source[at + 1]))
            {
                text.Append(source[at + 1]);
                at += 2;
            }
            else if (Marks.Contains(source[at]))
            {
                ReadEntity(source, ref at, text, entities, person);
            }
            else
            {
                text.Append(source[at++]);
            }
        }

        return new FormattedText(text.ToString(), entities);
    }

    private static void ReadEntity(string source, ref int at, StringBuilder text, List<MessageEntity> entities, Func<long, User?> person)
    {
        var begin = at;
        var mark = source.AsSpan(at).StartsWith("```", StringComparison.Ordinal) ? "```" : source[at].ToString();
        at += mark.Length;
        var language = mark == "```" ? ReadLanguage(source, ref at) : null;
        var end = source.IndexOf(mark == "[" ? "]" : mark, at, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Unclosed(source, begin);
        }

        var (offset, inner) = (text.Length, source[at..end]);
        text.Append(inner);
        at = end + (mark == "[" ? 1 : mark.Length);
        var url = mark == "[" ? ReadUrl(source, ref at) ?? inner : null;
        if (inner.Length == 0)
        {
            return;
        }

        var entity = mark switch
        {
            "*" => new MessageEntity { Type = "bold", Offset = offset, Length = inner.Length },
            "_" => new MessageEntity { Type = "italic", Offset = offset, Length = inner.Length },
            "`" => new MessageEntity { Type = "code", Offset = offset, Length = inner.Length },
            "[" => LinkEntity.Of(offset, inner.Length, url!, person),
            _ => new MessageEntity { Type = "pre", Offset = offset, Length = inner.Length, Language = language },
        };
        if (entity is not null)
        {
            entities.Add(entity);
        }
    }

    private static BotApiException Unclosed(string source, int begin)
    {
        var offset = Encoding.UTF8.GetByteCount(source.AsSpan(0, begin));
        return Refuse.Bad($"can't parse entities: Can't find end of the entity starting at byte offset {offset}");
    }

    private static string? ReadLanguage(string source, ref int at)
    {
        var end = at;
        while (end < source.Length && !char.IsWhiteSpace(source[end]) && source[end] != '`')
        {
            end++;
        }

        string? language = null;
        if (end > at && end < source.Length && source[end] != '`')
        {
            language = source[at..end];
            at = end;
        }

        if (at < source.Length && source[at] == '\n')
        {
            at++;
        }

        return language;
    }

    private static string? ReadUrl(string source, ref int at)
    {
        if (at >= source.Length || source[at] != '(')
        {
            return null;
        }

        var end = source.IndexOf(')', at);
        var url = end < 0 ? source[(at + 1)..] : source[(at + 1)..end];
        at = end < 0 ? source.Length : end + 1;
        return url;
    }
}
