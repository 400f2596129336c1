using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog.Provider;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>One question of a draft.</summary>
/// <param name="Members">Of its JSON object, in their order; nothing where no question can ask for it.</param>
/// <param name="Marks">What a person has to decide about it.</param>
internal sealed record CardDraftField(List<(string Name, object? Value)> Members, List<string> Marks)
{
    private const int CharactersMax = 1_000;

    private static readonly Lazy<Vocabulary> Words = new(() => Vocabulary.Read(
        File.ReadAllBytes(Path.Combine(CatalogLoader.DefaultFolder, CatalogLoader.VocabularyFile)),
        new CardErrors(CatalogLoader.VocabularyFile)));

    public static CardDraftField Of(AskedInput input)
    {
        if (input.Type == InputTypes.Objects)
        {
            var must = input.IsRequired ? ", and is required" : "";
            return new CardDraftField([], [$"the input {input.Name} takes objects{must}: no question asks for them."]);
        }

        var field = new CardDraftField([("name", input.Name), ("kind", input.Type)], []);
        var shared = Words.Value.Find(input.Name);
        if (shared?.Label is null)
        {
            field.Marks.Add($"what customers read for {input.Name}.");
            field.Members.Add(("label", new { ru = input.Name, en = input.Name }));
        }

        if (CatalogDrift.IsContentFilter(input.Name))
        {
            field.Members.AddRange([("hidden", true), ("default", true)]);
            return field;
        }

        if (input.IsRequired)
        {
            field.Members.Add(("required", true));
        }

        field.AddLimits(input, shared);
        if (input.Default is { } given)
        {
            field.Members.Add(("default", Typed(input, given)));
        }

        return field;
    }

    private void AddLimits(AskedInput input, VocabularyEntry? shared)
    {
        switch (input.Type)
        {
            case InputTypes.Choice:
                Members.Add(("choices", Choices(input, shared)));
                if (input.HasNumbers)
                {
                    Members.Add(("wire", "number"));
                }

                break;
            case InputTypes.Text:
                Take(input, "min");
                Demand(input, "max", CharactersMax);
                break;
            case InputTypes.Texts:
                Take(input, "min");
                Demand(input, "max", 1);
                Demand(input, "length", CharactersMax);
                break;
            case InputTypes.Number or InputTypes.Integer:
                Demand(input, "min", 0);
                Demand(input, "max", 100);
                Take(input, "step");
                break;
            case var type when InputTypes.IsMedia(type):
                if (InputTypes.IsList(type))
                {
                    Take(input, "min");
                    Demand(input, "max", 1);
                }

                Demand(input, "megabytes", 10);
                Marks.Add($"which files {input.Name} takes; the schema does not say.");
                Members.Add(("types", FileTypes(type)));
                break;
            default:
                break;
        }
    }

    private static string[] FileTypes(string type) => type[..5] switch
    {
        "video" => ["mp4"],
        "audio" => ["mpeg", "wav"],
        _ => ["jpeg", "png", "webp"],
    };

    private void Take(AskedInput input, string limit)
    {
        if (input.Limits.TryGetValue(limit, out var value))
        {
            Members.Add((limit, Numbers.Parse(value)));
        }
    }

    private void Demand(AskedInput input, string limit, decimal guess)
    {
        if (!input.Limits.ContainsKey(limit))
        {
            Marks.Add($"{limit} of {input.Name}; the schema names none.");
            Members.Add((limit, guess));
            return;
        }

        Take(input, limit);
    }

    private List<object> Choices(AskedInput input, VocabularyEntry? shared)
    {
        var choices = new List<object>();
        foreach (var value in input.Choices)
        {
            if (char.IsAsciiDigit(value[0]) || shared?.LabelOf(value) is not null)
            {
                choices.Add(value);
                continue;
            }

            Marks.Add($"what customers read for {value}.");
            choices.Add(new { value, label = new { ru = value, en = value } });
        }

        return choices;
    }

    private static object? Typed(AskedInput input, string given) => input.Type switch
    {
        InputTypes.Flag => given == "true",
        InputTypes.Number or InputTypes.Integer => Numbers.Parse(given),
        _ => given,
    };
}
