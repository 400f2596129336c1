using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Catalog;

/// <summary>
/// One object of a card while it is read. It notes which properties were asked for, so that what is left over
/// (a typing mistake, most of the time) is an error and not silence.
/// </summary>
internal sealed class CardSection(ObjectNode node, CardErrors errors)
{
    private static readonly string[] Languages = ["ru", "en"];

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public int Line => node.Line;

    public CardErrors Errors => errors;

    public IEnumerable<string> Names => node.Members.Keys;

    public bool Has(string name) => Node(name) is not null;

    public int LineOf(string name) => node.Members.TryGetValue(name, out var member) ? member.Line : node.Line;

    public CardNode? Node(string name)
    {
        _known.Add(name);
        return node.Members.TryGetValue(name, out var member) ? member.Value : null;
    }

    public string? Text(string name)
    {
        switch (Node(name))
        {
            case TextNode { Text: var text } when !string.IsNullOrWhiteSpace(text):
                return text;
            case null:
                return null;
            default:
                errors.Add(LineOf(name), $"\"{name}\" is not a text", "write it in quotes, not empty");
                return null;
        }
    }

    public decimal? Number(string name)
    {
        switch (Node(name))
        {
            case NumberNode { Number: var number }:
                return number;
            case null:
                return null;
            default:
                errors.Add(LineOf(name), $"\"{name}\" is not a number", "write a number without quotes");
                return null;
        }
    }

    public int? Whole(string name)
    {
        if (Number(name) is not { } number)
        {
            return null;
        }

        if (number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue)
        {
            return (int)number;
        }

        errors.Add(LineOf(name), $"\"{name}\" is {number.ToString(CultureInfo.InvariantCulture)}", "write a whole number, zero or more");
        return null;
    }

    public TimeSpan? TimeLimit()
    {
        const string name = "timeLimit";
        if (Whole(name) is not { } seconds)
        {
            return null;
        }

        if (seconds is < 30 or > 86_400)
        {
            errors.Add(LineOf(name), $"\"{name}\" is {seconds.ToString(CultureInfo.InvariantCulture)}", "write seconds, 30 to 86400");
        }

        return TimeSpan.FromSeconds(seconds);
    }

    public DateTimeOffset? Moment(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (text.EndsWith('Z')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        errors.Add(LineOf(name), $"\"{name}\" is \"{text}\", which is no moment", "write it in UTC: \"2026-12-31T21:00:00Z\"");
        return null;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(LineOf(name), $"\"{name}\" is \"{text}\", which is no day", "write \"2026-11-28\"");
        return null;
    }

    public bool Flag(string name)
    {
        switch (Node(name))
        {
            case FlagNode { Flag: var flag }:
                return flag;
            case null:
                return false;
            default:
                errors.Add(LineOf(name), $"\"{name}\" is not true or false", "write true or false without quotes");
                return false;
        }
    }

    public T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        errors.Add(LineOf(name), $"\"{name}\" is \"{text}\"", $"use one of {string.Join(", ", words.Keys)}");
        return null;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        switch (Node(name))
        {
            case TextNode { Text: var text }:
                return [text];
            case ArrayNode array when array.Items.All(item => item is TextNode):
                return [.. array.Items.Cast<TextNode>().Select(item => item.Text)];
            case null:
                return [];
            default:
                errors.Add(LineOf(name), $"\"{name}\" is not a list of texts", "write [\"one\", \"two\"]");
                return [];
        }
    }

    public LocalText? Local(string name, int lengthMax) => Node(name) is { } value ? Local(value, name, lengthMax, errors) : null;

    public CardSection? Section(string name)
    {
        switch (Node(name))
        {
            case ObjectNode section:
                return new CardSection(section, errors);
            case null:
                return null;
            default:
                errors.Add(LineOf(name), $"\"{name}\" is not an object", "write { … }");
                return null;
        }
    }

    public IReadOnlyList<CardSection> Sections(string name)
    {
        switch (Node(name))
        {
            case ArrayNode array when array.Items.All(item => item is ObjectNode):
                return [.. array.Items.Cast<ObjectNode>().Select(item => new CardSection(item, errors))];
            case null:
                return [];
            default:
                errors.Add(LineOf(name), $"\"{name}\" is not a list of objects", "write [ { … }, { … } ]");
                return [];
        }
    }

    public bool InOrder(int min, int max)
    {
        if (min <= max && max > 0)
        {
            return true;
        }

        errors.Add(LineOf("max"), $"the limits {min} to {max} leave nothing to give", "correct \"min\" and \"max\"");
        return false;
    }

    /// <summary>To be called last: whatever nobody asked for is reported.</summary>
    public void Finish()
    {
        foreach (var (name, member) in node.Members.Where(pair => !_known.Contains(pair.Key)))
        {
            errors.Add(member.Line, $"\"{name}\" is not known here", $"remove it, or use one of {string.Join(", ", _known)}");
        }
    }

    /// <summary>A plain text is the same in every language, as names are; otherwise each language is demanded.</summary>
    public static LocalText? Local(CardNode value, string name, int lengthMax, CardErrors errors)
    {
        if (value is TextNode { Text: var same } && !string.IsNullOrWhiteSpace(same))
        {
            return Fitting(new LocalText(same, same), value.Line, name, lengthMax, errors);
        }

        if (value is not ObjectNode node)
        {
            errors.Add(value.Line, $"\"{name}\" is not a text", "write { \"ru\": \"…\", \"en\": \"…\" }");
            return null;
        }

        var section = new CardSection(node, errors);
        var (ru, en) = (section.Text("ru"), section.Text("en"));
        section.Finish();
        foreach (var language in Languages.Where(language => !section.Has(language)))
        {
            errors.Add(node.Line, $"\"{name}\" has no \"{language}\"", "give the text in both languages");
        }

        return ru is null || en is null ? null : Fitting(new LocalText(ru, en), value.Line, name, lengthMax, errors);
    }

    private static LocalText Fitting(LocalText text, int line, string name, int lengthMax, CardErrors errors)
    {
        if (Math.Max(text.Ru.Length, text.En.Length) > lengthMax)
        {
            errors.Add(line, $"\"{name}\" is longer than {lengthMax} characters", "make it short enough for a phone");
        }

        return text;
    }
}
