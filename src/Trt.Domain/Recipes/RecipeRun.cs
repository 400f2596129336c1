using Trt.Domain.Shared;

namespace Trt.Domain.Recipes;

/// <summary>
/// One customer following a recipe: what they have answered, and where they stand. The recipe is kept as it was when they began, so that
/// no change or end of it leaves them halfway.
/// </summary>
public sealed class RecipeRun
{
    public const int AnswerLengthMax = 1000;

    private RecipeRun()
    {
    }

    public UserId UserId { get; private init; }

    /// <summary>Counts from one for each customer; stands in buttons.</summary>
    public int Number { get; private init; }

    public Recipe Recipe { get; private init; } = new("", null, []);

    /// <summary>What was filled into the holes.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    /// <summary>The price of each step that was told in the beginning; null for one that nobody could know.</summary>
    public IReadOnlyList<Money?> Told { get; private init; } = [];

    /// <summary>The step that is being prepared.</summary>
    public int Step { get; private set; }

    /// <summary>The result that this step goes on from.</summary>
    public GenerationId? From { get; private set; }

    /// <summary>Which piece of it, from one.</summary>
    public int Piece { get; private set; } = 1;

    /// <summary>What the customer wants in place of the recipe's own model for this step.</summary>
    public ModelId? Chosen { get; private set; }

    public DateTimeOffset At { get; private set; }

    public RecipeStep Current => Recipe.Steps[Step];

    public RecipePlace Place => new(Number, Step);

    /// <summary>The next hole of this step that nobody has filled; null when the order can be begun.</summary>
    public RecipeHole? Open => Current.Holes.FirstOrDefault(hole => !Answers.ContainsKey(hole.Name));

    public static RecipeRun Begin(UserId user, int number, Recipe recipe, IReadOnlyList<Money?> told, DateTimeOffset now) =>
        new() { UserId = user, Number = number, Recipe = recipe, Told = told, At = now };

    /// <summary>False when there is no such step.</summary>
    public bool GoOn(int step, GenerationId from, int piece, ModelId? chosen, DateTimeOffset now)
    {
        if (step < 1 || step >= Recipe.Steps.Count)
        {
            return false;
        }

        (Step, From, Piece, Chosen, At) = (step, from, piece, chosen, now);
        return true;
    }

    /// <summary>Fills the open hole. False when it is too long, or nothing.</summary>
    public bool Answer(string words, DateTimeOffset now)
    {
        var answer = words.Trim();
        if (Open is not { } hole || answer.Length is 0 or > AnswerLengthMax)
        {
            return false;
        }

        Answers = new Dictionary<string, string>(Answers, StringComparer.Ordinal) { [hole.Name] = answer };
        At = now;
        return true;
    }
}
