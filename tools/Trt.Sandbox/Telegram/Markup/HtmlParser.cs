using System.Text;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Markup;

/// <summary>
/// The HTML parse mode, error for error: offsets in errors count UTF-8 bytes of the raw text, offsets of entities count UTF-16 units
/// of the text that remains.
/// </summary>
internal sealed class HtmlParser
{
    private const char End = '\0';

    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "a", "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "span",
        "tg-spoiler", "tg-emoji", "tg-time", "blockquote",
    };

    private readonly string _source;
    private readonly Func<long, User?> _person;
    private readonly StringBuilder _text = new();
    private readonly List<MessageEntity> _entities = [];
    private readonly Stack<HtmlTag> _open = [];
    private int _at;

    private HtmlParser(string source, Func<long, User?> person)
    {
        _source = source;
        _person = person;
    }

    public static FormattedText Parse(string source, Func<long, User?> person) => new HtmlParser(source, person).Run();

    private FormattedText Run()
    {
        while (_at < _source.Length)
        {
            if (_source[_at] == '&' && HtmlCharacter.TryRead(_source, ref _at, out var character))
            {
                _text.Append(character);
            }
            else if (_source[_at] != '<')
            {
                _text.Append(_source[_at++]);
            }
            else if (Peek(1) == '/')
            {
                ReadEndTag();
            }
            else
            {
                ReadStartTag();
            }
        }

        if (_open.TryPeek(out var unclosed))
        {
            throw Fail($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        }

        return new FormattedText(_text.ToString(), _entities.ConvertAll(WithoutLanguageInline));
    }

    private void ReadStartTag()
    {
        var begin = _at++;
        while (!IsSpace(Current) && Current != '>')
        {
            _at++;
        }

        if (Current == End)
        {
            throw Fail("Unclosed start tag", begin);
        }

        var name = _source[(begin + 1).._at].ToLowerInvariant();
        if (!Tags.Contains(name))
        {
            throw Fail($"Unsupported start tag \"{name}\"", begin);
        }

        var tag = new HtmlTag(name, _text.Length);
        while (Current != '>')
        {
            ReadAttribute(tag, begin);
        }

        _at++;
        if (name == "span" && tag.Argument != "spoiler")
        {
            throw Fail("Tag \"span\" must have class \"tg-spoiler\"", begin);
        }

        _open.Push(tag);
    }

    private void ReadAttribute(HtmlTag tag, int begin)
    {
        SkipSpace();
        if (Current == '>')
        {
            return;
        }

        var nameStart = _at;
        while (!IsSpace(Current) && Current is not ('=' or '>' or '/' or '"' or '\''))
        {
            _at++;
        }

        var name = _source[nameStart.._at].ToLowerInvariant();
        if (name.Length == 0)
        {
            throw Fail(Current == End ? $"Unclosed start tag \"{tag.Name}\"" : $"Empty attribute name in the tag \"{tag.Name}\"", begin);
        }

        SkipSpace();
        if (Current == End)
        {
            throw Fail($"Unclosed start tag \"{tag.Name}\"", begin);
        }

        if (Current != '=')
        {
            tag.Set(name, "");
            return;
        }

        _at++;
        SkipSpace();
        if (Current == End)
        {
            throw Fail($"Unclosed start tag \"{tag.Name}\"", begin);
        }

        tag.Set(name, Current is '"' or '\'' ? ReadQuoted() : ReadToken());
        if (Current == End)
        {
            throw Fail("Unclosed start tag", begin);
        }
    }

    private string ReadToken()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '.' or '-')
        {
            _at++;
        }

        if (!IsSpace(Current) && Current != '>')
        {
            throw Fail("Unexpected end of name token", start);
        }

        return _source[start.._at].ToLowerInvariant();
    }

    private string ReadQuoted()
    {
        var quote = _source[_at++];
        var value = new StringBuilder();
        while (Current != quote && Current != End)
        {
            if (Current == '&' && HtmlCharacter.TryRead(_source, ref _at, out var character))
            {
                value.Append(character);
            }
            else
            {
                value.Append(_source[_at++]);
            }
        }

        if (Current == quote)
        {
            _at++;
        }

        return value.ToString();
    }

    private void ReadEndTag()
    {
        var begin = _at;
        if (_open.Count == 0)
        {
            throw Fail("Unexpected end tag", begin);
        }

        _at += 2;
        var nameStart = _at;
        while (!IsSpace(Current) && Current != '>')
        {
            _at++;
        }

        var name = _source[nameStart.._at].ToLowerInvariant();
        SkipSpace();
        if (Current != '>')
        {
            throw Fail("Unclosed end tag", begin);
        }

        _at++;

        var tag = _open.Pop();
        if (name.Length > 0 && name != tag.Name)
        {
            throw Fail($"Unmatched end tag at byte offset {ByteOffset(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        if (_text.Length > tag.Offset)
        {
            Close(tag);
        }
    }

    private void Close(HtmlTag tag)
    {
        var entity = new MessageEntity { Type = tag.Name, Offset = tag.Offset, Length = _text.Length - tag.Offset };
        switch (tag.Name)
        {
            case "b" or "strong":
                _entities.Add(entity with { Type = "bold" });
                break;
            case "i" or "em":
                _entities.Add(entity with { Type = "italic" });
                break;
            case "u" or "ins":
                _entities.Add(entity with { Type = "underline" });
                break;
            case "s" or "strike" or "del":
                _entities.Add(entity with { Type = "strikethrough" });
                break;
            case "span" or "tg-spoiler":
                _entities.Add(entity with { Type = "spoiler" });
                break;
            case "blockquote":
                _entities.Add(entity with { Type = tag.Argument is null ? "blockquote" : "expandable_blockquote" });
                break;
            case "tg-emoji":
                if (!long.TryParse(tag.Argument, out _))
                {
                    throw Fail("Invalid custom emoji identifier specified");
                }

                _entities.Add(entity with { Type = "custom_emoji", CustomEmojiId = tag.Argument });
                break;
            case "tg-time":
                _entities.Add(entity with { Type = "date_time", UnixTime = UnixTime(tag), DateTimeFormat = tag.Format });
                break;
            case "a":
                CloseLink(entity, tag.Argument is { Length: > 0 } href ? href : _text.ToString(entity.Offset, entity.Length));
                break;
            default:
                CloseCode(entity, tag);
                break;
        }
    }

    private void CloseLink(MessageEntity entity, string url)
    {
        if (LinkEntity.Of(entity.Offset, entity.Length, url, _person) is { } link)
        {
            _entities.Add(link);
        }
    }

    /// <summary>A code block inside a pre block of the same extent names its language.</summary>
    private void CloseCode(MessageEntity entity, HtmlTag tag)
    {
        var last = _entities.Count > 0 ? _entities[^1] : null;
        var sameExtent = last is not null && last.Offset == entity.Offset && last.Length == entity.Length;
        if (tag.Name == "pre" && sameExtent && last is { Type: "code", Language: not null })
        {
            _entities[^1] = last with { Type = "pre" };
        }
        else if (tag.Name == "code" && sameExtent && last is { Type: "pre", Language: null } && tag.Argument is not null)
        {
            _entities[^1] = last with { Language = tag.Argument };
        }
        else
        {
            _entities.Add(entity with { Language = tag.Argument });
        }
    }

    /// <summary>Only a block has a language.</summary>
    private static MessageEntity WithoutLanguageInline(MessageEntity entity) =>
        entity.Type == "code" ? entity with { Language = null } : entity;

    private static long UnixTime(HtmlTag tag) =>
        long.TryParse(tag.Argument, out var time) ? time : throw Fail("Invalid date specified in the tag \"tg-time\"");

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < _source.Length ? _source[_at + ahead] : End;

    private void SkipSpace()
    {
        while (Current != End && IsSpace(Current))
        {
            _at++;
        }
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\v' or End;

    private int ByteOffset(int position) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, position));

    private BotApiException Fail(string detail, int at) => Fail($"{detail} at byte offset {ByteOffset(at)}");

    private static BotApiException Fail(string detail) => Refuse.Bad($"can't parse entities: {detail}");
}
