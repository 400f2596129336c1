using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Markup;

/// <summary>Which marks may overlap: code stands alone, everything else may nest.</summary>
internal static class EntityRules
{
    public static FormattedText Apply(FormattedText text)
    {
        var code = text.Entities.Where(IsCode).ToList();
        return code.Count == 0 || code.Count == text.Entities.Count
            ? text
            : text with
            {
                Entities = [.. code, .. text.Entities.Where(entity => !IsCode(entity)).SelectMany(entity => Outside(entity, code))],
            };
    }

    /// <summary>By place; of two with the same extent the wider idea comes first, as the real server sorts them.</summary>
    public static IReadOnlyList<MessageEntity> Ordered(IReadOnlyList<MessageEntity> entities) => entities.Count < 2
        ? entities
        : [.. entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length).ThenBy(entity => Rank(entity.Type))];

    private static bool IsCode(MessageEntity entity) => entity.Type is "code" or "pre";

    private static bool IsSplittable(MessageEntity entity) =>
        entity.Type is "bold" or "italic" or "underline" or "strikethrough" or "spoiler";

    /// <summary>
    /// What is left of a mark when code is cut out of it; a link or a mention is not cut but dropped, a quotation may hold code.
    /// </summary>
    private static List<MessageEntity> Outside(MessageEntity entity, List<MessageEntity> code)
    {
        if (entity.Type is "blockquote" or "expandable_blockquote")
        {
            return [entity];
        }

        List<MessageEntity> parts = [entity];
        foreach (var hole in code)
        {
            if (!IsSplittable(entity) && Overlap(entity, hole))
            {
                return [];
            }

            parts = [.. parts.SelectMany(part => Cut(part, hole))];
        }

        return parts;
    }

    private static IEnumerable<MessageEntity> Cut(MessageEntity part, MessageEntity hole)
    {
        if (!Overlap(part, hole))
        {
            return [part];
        }

        var (partEnd, holeEnd) = (part.Offset + part.Length, hole.Offset + hole.Length);
        MessageEntity[] rest =
        [
            part with { Length = hole.Offset - part.Offset }, part with { Offset = holeEnd, Length = partEnd - holeEnd },
        ];
        return rest.Where(piece => piece.Length > 0);
    }

    private static bool Overlap(MessageEntity one, MessageEntity other) =>
        one.Offset < other.Offset + other.Length && other.Offset < one.Offset + one.Length;

    private static int Rank(string type) => type switch
    {
        "blockquote" or "expandable_blockquote" => 0,
        "pre" => 10,
        "code" => 20,
        "text_link" or "text_mention" => 49,
        "bold" => 90,
        "italic" => 91,
        "underline" => 92,
        "strikethrough" => 93,
        "spoiler" => 94,
        "custom_emoji" => 99,
        _ => 50,
    };
}
