using System.Text;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Markup;

/// <summary>The MarkdownV2 parse mode: marks nest, and every other character of the markup must be escaped.</summary>
internal sealed class MarkdownParser
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!";

    /// <summary>Longer marks first, so that two underscores are not read as one and one.</summary>
    private static readonly (string Mark, string Type, string Name)[] Marks =
    [
        ("```", "pre", "Pre"), ("__", "underline", "Underline"), ("||", "spoiler", "Spoiler"), ("![", "custom_emoji", "CustomEmoji"),
        ("`", "code", "Code"), ("_", "italic", "Italic"), ("*", "bold", "Bold"), ("~", "strikethrough", "Strikethrough"), (
            "[", "text_link", "TextUrl"),
    ];

    private readonly string _source;
    private readonly Func<long, User?> _person;
    private readonly StringBuilder _text = new();
    private readonly List<MessageEntity> _entities = [];
    private readonly Stack<Open> _open = [];
    private int _at;
    private int? _quoteStart;

    private MarkdownParser(string source, Func<long, User?> person)
    {
        _source = source;
        _person = person;
    }

    public static FormattedText Parse(string source, Func<long, User?> person) => new MarkdownParser(source, person).Run();

    private FormattedText Run()
    {
        while (_at < _source.Length)
        {
            var c = _source[_at];
            if (c == '\\' && _at + 1 < _source.Length && _source[_at + 1] is > '\0' and <= '~')
            {
                _text.Append(_source[_at + 1]);
                _at += 2;
            }
            else if (_open.TryPeek(out var open) && IsEnd(open))
            {
                Close(_open.Pop());
            }
            else if (IsInCode ? c != '`' : !Reserved.Contains(c))
            {
                _text.Append(c);
                _at++;
                if (c == '\n' && _open.Count == 0)
                {
                    EndQuote(unlessContinued: true);
                }
            }
            else if (c == '>' && _open.Count == 0 && (_at == 0 || _source[_at - 1] == '\n'))
            {
                _quoteStart ??= _text.Length;
                _at++;
            }
            else
            {
                Begin();
            }
        }

        if (_open.TryPeek(out var unclosed))
        {
            throw Fail($"Can't find end of {unclosed.Name} entity at byte offset {ByteOffset(unclosed.SourceAt)}");
        }

        EndQuote(unlessContinued: false);
        return new FormattedText(_text.ToString(), _entities);
    }

    private bool IsInCode => _open.TryPeek(out var open) && open.Type is "code" or "pre";

    private bool IsEnd(Open open) => open.Type switch
    {
        "text_link" or "custom_emoji" => _source[_at] == ']',
        "italic" => StartsHere("_") && !StartsHere("__"),
        _ => StartsHere(open.Mark),
    };

    private void Begin()
    {
        var (mark, type, name) = Array.Find(Marks, candidate => StartsHere(candidate.Mark));
        if (mark is null)
        {
            throw Fail($"Character '{_source[_at]}' is reserved and must be escaped with the preceding '\\'");
        }

        var open = new Open(mark, type, name, _at, _text.Length);
        _at += mark.Length;
        _open.Push(type == "pre" ? open with { Language = ReadLanguage() } : open);
    }

    private string? ReadLanguage()
    {
        var end = _at;
        while (end < _source.Length && !char.IsWhiteSpace(_source[end]) && _source[end] != '`')
        {
            end++;
        }

        string? language = null;
        if (end > _at && end < _source.Length && _source[end] != '`')
        {
            language = _source[_at..end];
            _at = end;
        }

        if (StartsHere("\r\n"))
        {
            _at += 2;
        }
        else if (StartsHere("\n"))
        {
            _at++;
        }

        return language;
    }

    private void Close(Open open)
    {
        var length = _text.Length - open.TextAt;
        if (open.Type is "text_link" or "custom_emoji")
        {
            _at++;
            var url = ReadUrl() ?? _text.ToString(open.TextAt, length);
            if (length > 0 && EntityBehind(open, length, url) is { } entity)
            {
                _entities.Add(entity);
            }

            return;
        }

        _at += open.Mark.Length;
        if (length > 0)
        {
            _entities.Add(new MessageEntity { Type = open.Type, Offset = open.TextAt, Length = length, Language = open.Language });
        }
    }

    private MessageEntity? EntityBehind(Open open, int length, string url)
    {
        if (open.Type == "text_link")
        {
            return LinkEntity.Of(open.TextAt, length, url, _person);
        }

        const string prefix = "tg://emoji?id=";
        return url.StartsWith(prefix, StringComparison.Ordinal)
            ? new MessageEntity { Type = "custom_emoji", Offset = open.TextAt, Length = length, CustomEmojiId = url[prefix.Length..] }
            : throw Fail("Custom emoji URL must have scheme tg");
    }

    private string? ReadUrl()
    {
        if (!StartsHere("("))
        {
            return null;
        }

        var start = ++_at;
        var url = new StringBuilder();
        while (_at < _source.Length && _source[_at] != ')')
        {
            if (_source[_at] == '\\' && _at + 1 < _source.Length)
            {
                _at++;
            }

            url.Append(_source[_at++]);
        }

        if (_at >= _source.Length)
        {
            throw Fail($"Can't find end of a URL at byte offset {ByteOffset(start)}");
        }

        _at++;
        return url.ToString();
    }

    private void EndQuote(bool unlessContinued)
    {
        if (_quoteStart is not { } start || (unlessContinued && StartsHere(">")))
        {
            return;
        }

        _quoteStart = null;
        var end = unlessContinued ? _text.Length - 1 : _text.Length;
        if (end > start)
        {
            _entities.Add(new MessageEntity { Type = "blockquote", Offset = start, Length = end - start });
        }
    }

    private bool StartsHere(string mark) => _source.AsSpan(_at).StartsWith(mark, StringComparison.Ordinal);

    private int ByteOffset(int position) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, position));

    private static BotApiException Fail(string detail) => Refuse.Bad($"can't parse entities: {detail}");

    private sealed record Open(string Mark, string Type, string Name, int SourceAt, int TextAt)
    {
        public string? Language { get; init; }
    }
}
