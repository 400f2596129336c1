using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Drafts;

/// <summary>
/// An order being filled in: one per customer, kept in the database so that a restart loses nothing. Its id becomes the generation's id.
/// </summary>
public sealed partial class Draft
{
    private Draft()
    {
    }

    public UserId UserId { get; private init; }

    public GenerationId Id { get; private set; }

    public ModelId Model { get; private set; }

    public IReadOnlyDictionary<string, InputValue> Values { get; private set; } = new Dictionary<string, InputValue>();

    /// <summary>The field being asked; null = everything is asked, the confirm screen is due.</summary>
    public string? Asking { get; private set; }

    /// <summary>Answered or skipped, in order: the way back.</summary>
    public IReadOnlyList<string> Trail { get; private set; } = [];

    /// <summary>A single field re-asked from the confirm screen; its answer leads back there.</summary>
    public bool IsEditing { get; private set; }

    /// <summary>The price the customer has been shown, and until when it holds.</summary>
    public DraftQuote? Quote { get; private set; }

    /// <summary>A text so long that the messenger cut it: what follows at once belongs to it.</summary>
    public LongText? LongText { get; private set; }

    /// <summary>The album whose files are coming in.</summary>
    public Album? Album { get; private set; }

    /// <summary>Words that came under a file and have not found their place yet.</summary>
    public string? Caption { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public static Draft Open(UserId user) => new() { UserId = user };

    /// <summary>Starts over with a model; what was filled in before is gone.</summary>
    public void Begin(ModelCard card, DateTimeOffset now, TimeSpan lifetime)
    {
        Restart(card, now, lifetime);
        AskNext(card);
    }

    /// <summary>Starts over with the inputs of an earlier order and goes straight to the confirm screen, or to what is missing.</summary>
    public void Repeat(ModelCard card, IReadOnlyDictionary<string, InputValue> values, DateTimeOffset now, TimeSpan lifetime)
    {
        Restart(card, now, lifetime);
        Values = Usable(card, values, now);
        Trail = [.. WizardPlan.Steps(card, Values).Select(field => field.Name)];
        var problems = card.Inputs.Check(Values).Problems;
        if (problems.Count > 0)
        {
            Trail = [.. Trail.TakeWhile(name => problems.All(problem => problem.Field != name))];
            AskNext(card);
        }
    }

    /// <summary>
    /// The card may have changed since, and time has passed: what is no longer known here or at the provider is forgotten, and a question
    /// that is gone is passed over.
    /// </summary>
    public void Fit(ModelCard card, DateTimeOffset now)
    {
        var usable = Usable(card, Values, now);
        if (usable.Count < Values.Count)
        {
            Values = usable;
            Quote = null;
        }

        if (Asking is { } asking && card.Inputs.Find(asking) is null or { IsHidden: true })
        {
            IsEditing = false;
            AskNext(card);
        }
    }

    public bool IsExpired(DateTimeOffset now) => now >= ExpiresAt;

    public void Touch(DateTimeOffset now, TimeSpan lifetime) => ExpiresAt = now + lifetime;

    /// <summary>What the customer sees on the confirm screen is what they will pay, until it expires.</summary>
    public void Offer(DraftQuote quote) => Quote = quote;

    private void Restart(ModelCard card, DateTimeOffset now, TimeSpan lifetime)
    {
        Id = GenerationId.New(now);
        Model = card.Id;
        Values = new Dictionary<string, InputValue>();
        Trail = [];
        Asking = null;
        IsEditing = false;
        LongText = null;
        Album = null;
        Caption = null;
        Quote = null;
        ExpiresAt = now + lifetime;
    }

    private static Dictionary<string, InputValue> Usable(ModelCard card, IReadOnlyDictionary<string, InputValue> values, DateTimeOffset now) => values
        .Where(pair => card.Inputs.Find(pair.Key) is { IsHidden: false } && !(pair.Value is EarlierValue earlier && earlier.IsForgotten(now)))
        .ToDictionary(StringComparer.Ordinal);

    private void Put(string name, InputValue value) =>
        Values = new Dictionary<string, InputValue>(Values, StringComparer.Ordinal) { [name] = value };

    private void Drop(string name) =>
        Values = Values.Where(pair => pair.Key != name).ToDictionary(StringComparer.Ordinal);
}
