using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Recipes;

/// <summary>An order that its customer has kept, with holes for what is another each time.</summary>
public sealed class OwnRecipe
{
    public const int PerCustomerMax = 50;
    public const int TitleLengthMax = 60;
    public const int CodeLength = 16;

    private OwnRecipe()
    {
    }

    public UserId UserId { get; private init; }

    /// <summary>Counts from one for each customer.</summary>
    public int Number { get; private init; }

    /// <summary>Its name in links; nobody can guess it.</summary>
    public string Code { get; private init; } = "";

    public string Title { get; private set; } = "";

    public ModelId Model { get; private init; }

    public GenerationType Type { get; private init; }

    /// <summary>Null where the whole description is asked each time.</summary>
    public string? Words { get; private init; }

    public IReadOnlyDictionary<string, InputValue> Settings { get; private init; } = new Dictionary<string, InputValue>();

    /// <summary>Whether others may follow it, and how much of it they see.</summary>
    public RecipeSharing Sharing { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <param name="words">A template; null where nothing of the description is kept.</param>
    public static OwnRecipe Keep(
        UserId user, int number, string code, string title, ModelCard card, string? words,
        IReadOnlyDictionary<string, InputValue> settings, DateTimeOffset now)
    {
        var recipe = new OwnRecipe
        {
            UserId = user,
            Number = number,
            Code = code,
            Model = card.Id,
            Type = card.Type,
            Words = words,
            Settings = settings.Where(pair => pair.Value is not (MediaValue or EarlierValue)).ToDictionary(StringComparer.Ordinal),
            CreatedAt = now,
        };
        recipe.Rename(title);
        return recipe;
    }

    /// <summary>The same kept twice, by a second press.</summary>
    public bool IsLike(OwnRecipe other) => Model == other.Model && Words == other.Words && Title == other.Title
        && InputValues.ToJson(Settings) == InputValues.ToJson(other.Settings);

    public void Rename(string title)
    {
        var line = title.ReplaceLineEndings(" ").Trim();
        Title = line.Length > TitleLengthMax ? line[..TitleLengthMax].TrimEnd() : line;
    }

    public void Share(RecipeSharing sharing) => Sharing = sharing;

    /// <summary>What this person may see of it; null for whoever it is not shared with.</summary>
    public Recipe? For(UserId reader, ModelCard? card) => (reader == UserId, Sharing) switch
    {
        (true, _) or (false, RecipeSharing.WithWords) => Whole(Settings, Words, Title),
        (false, RecipeSharing.FormOnly) => Whole(Choices(card), words: null, title: ""),
        (false, RecipeSharing.Nobody) => null,
    };

    private Recipe Whole(IReadOnlyDictionary<string, InputValue> settings, string? words, string title) => new(
        title,
        null,
        [
            new RecipeStep(
                title, Type, [Model.Value], words, InputValues.ToJson(settings),
                words is null ? [] : [.. WordsTemplate.Holes(words).Select(hole => new RecipeHole(hole))]),
        ]);

    /// <summary>What was chosen among the shop's own words; a title or a style that somebody wrote is theirs.</summary>
    private Dictionary<string, InputValue> Choices(ModelCard? card) => Settings
        .Where(pair => card?.Inputs.Find(pair.Key) is ChoiceField or FlagField or NumberField)
        .ToDictionary(StringComparer.Ordinal);
}

public enum RecipeSharing
{
    Nobody,

    /// <summary>The model and what is chosen, but no word of its author.</summary>
    FormOnly,

    WithWords,
}
