using System.Text.Json;

namespace Trt.Infrastructure.Catalog;

/// <summary>JSON that remembers its lines, so that a mistake found late still points at its place.</summary>
internal abstract record CardNode(int Line)
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Null after reporting why the text cannot be read.</summary>
    public static ObjectNode? Parse(ReadOnlySpan<byte> utf8, CardErrors errors)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        var reader = new Utf8JsonReader(utf8, Options);
        var lines = new LineCounter(utf8);
        try
        {
            reader.Read();
            var root = Read(ref reader, ref lines, errors);
            while (reader.Read())
            {
            }

            if (root is ObjectNode card)
            {
                return card;
            }

            errors.Add(root.Line, "the file does not hold an object", "start it with { and end it with }");
        }
        catch (JsonException error)
        {
            errors.Add(
                (int)(error.LineNumber ?? 0) + 1,
                $"not readable as JSON: {FirstSentence(error.Message)}",
                "finish or repair the file; the schema beside the cards shows the form");
        }
        catch (InvalidOperationException)
        {
            errors.Add(lines.At(reader.TokenStartIndex), "the text is not UTF-8", "save the file as UTF-8");
        }

        return null;
    }

    private static CardNode Read(ref Utf8JsonReader reader, ref LineCounter lines, CardErrors errors)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, CardMember>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameLine = lines.At(reader.TokenStartIndex);
                    reader.Read();
                    if (!members.TryAdd(name, new CardMember(nameLine, Read(ref reader, ref lines, errors))))
                    {
                        errors.Add(nameLine, $"\"{name}\" stands here twice", "keep one of them");
                    }
                }

                return new ObjectNode(line, members);
            case JsonTokenType.StartArray:
                var items = new List<CardNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader, ref lines, errors));
                }

                return new ArrayNode(line, items);
            case JsonTokenType.String:
                return new TextNode(line, reader.GetString()!);
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return new NumberNode(line, number);
            case JsonTokenType.True or JsonTokenType.False:
                return new FlagNode(line, reader.GetBoolean());
            default:
                return new NullNode(line);
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    /// <summary>Tokens come in order, so each stretch of the text is counted once.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _counted;
        private int _line = 1;

        public int At(long position)
        {
            if (position > _counted)
            {
                _line += _text[_counted..(int)position].Count((byte)'\n');
                _counted = (int)position;
            }

            return _line;
        }
    }
}

internal sealed record CardMember(int Line, CardNode Value);

internal sealed record ObjectNode(int Line, IReadOnlyDictionary<string, CardMember> Members) : CardNode(Line);

internal sealed record ArrayNode(int Line, IReadOnlyList<CardNode> Items) : CardNode(Line);

internal sealed record TextNode(int Line, string Text) : CardNode(Line);

internal sealed record NumberNode(int Line, decimal Number) : CardNode(Line);

internal sealed record FlagNode(int Line, bool Flag) : CardNode(Line);

internal sealed record NullNode(int Line) : CardNode(Line);
