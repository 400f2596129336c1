using System.Text;
using System.Text.Json;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Markup;

/// <summary>A text and what is marked in it; offsets count UTF-16 units, as .NET strings do.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<MessageEntity> Entities)
{
    private const int RawBytesMax = 32768;
    public const int TextMax = 4096;
    public const int CaptionMax = 1024;

    public static readonly FormattedText Empty = new("", []);

    public IReadOnlyList<MessageEntity>? EntitiesOrAbsent => Entities.Count > 0 ? Entities : null;

    public string? TextOrAbsent => Text.Length > 0 ? Text : null;

    /// <summary>What a person typed: no markup, but commands, mentions and links are found in it.</summary>
    public static FormattedText Typed(string text) => EntityDetector.Complete(new FormattedText(text, []));

    public static FormattedText Read(Parameters parameters, string entitiesName, string text, Func<long, User?> person)
    {
        if (Encoding.UTF8.GetByteCount(text) > RawBytesMax)
        {
            throw Refuse.Bad("text is too long");
        }

        var parsed = parameters["parse_mode"].Trim().ToUpperInvariant() switch
        {
            "" or "NONE" => new FormattedText(text, Given(parameters, entitiesName, text)),
            "HTML" => HtmlParser.Parse(text, person),
            "MARKDOWNV2" => MarkdownParser.Parse(text, person),
            "MARKDOWN" => LegacyMarkdownParser.Parse(text, person),
            _ => throw Refuse.Bad("unsupported parse_mode"),
        };
        return EntityDetector.Complete(EntityRules.Apply(parsed.Trimmed()));
    }

    public void CheckLength(int max, string refusal)
    {
        if (Text.Length > max && Text.EnumerateRunes().Count() > max)
        {
            throw Refuse.Bad(refusal);
        }
    }

    public bool SameAs(string? text, IReadOnlyList<MessageEntity>? entities) =>
        Text == (text ?? "") && Entities.SequenceEqual(entities ?? []);

    private FormattedText Trimmed()
    {
        var start = Text.Length - Text.AsSpan().TrimStart().Length;
        var end = Text.AsSpan().TrimEnd().Length;
        if (start == 0 && end == Text.Length)
        {
            return this;
        }

        if (start >= end)
        {
            return Empty;
        }

        var entities = new List<MessageEntity>(Entities.Count);
        foreach (var entity in Entities)
        {
            var from = Math.Max(entity.Offset, start);
            var to = Math.Min(entity.Offset + entity.Length, end);
            if (to > from)
            {
                entities.Add(entity with { Offset = from - start, Length = to - from });
            }
        }

        return new FormattedText(Text[start..end], entities);
    }

    private static List<MessageEntity> Given(Parameters parameters, string name, string text)
    {
        var entities = new List<MessageEntity>();
        if (parameters.JsonOrIgnored(name) is not { ValueKind: JsonValueKind.Array } array)
        {
            return entities;
        }

        foreach (var item in array.EnumerateArray())
        {
            MessageEntity? entity;
            try
            {
                entity = item.Deserialize<MessageEntity>(BotApiJson.Options);
            }
            catch (JsonException)
            {
                throw Refuse.Bad("can't parse MessageEntity: wrong fields of an entity");
            }

            if (entity is null || entity.Offset < 0 || entity.Offset >= text.Length || entity.Length <= 0)
            {
                continue;
            }

            entities.Add(entity with { Length = Math.Min(entity.Length, text.Length - entity.Offset) });
        }

        return entities;
    }
}
