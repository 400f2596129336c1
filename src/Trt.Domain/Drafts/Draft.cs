using Trt.Domain.Catalog;
using Trt.Domain.Groups;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Domain.Drafts;

/// <summary>
/// What is ordered: one draft per customer, kept in the database so that a restart loses nothing. Its id becomes the generation's id.
/// The <see cref="Wizard"/> fills it in; nobody else changes its values.
/// </summary>
public sealed class Draft
{
    public const int CopiesMax = 4;

    /// <summary>Beside the draft's own model: four stand against each other at the most.</summary>
    public const int RivalsMax = 3;

    private Draft()
    {
    }

    public UserId UserId { get; private init; }

    public GenerationId Id { get; private set; }

    public ModelId Model { get; private set; }

    public IReadOnlyDictionary<string, InputValue> Values { get; private set; } = new Dictionary<string, InputValue>();

    /// <summary>How many variations are ordered at once.</summary>
    public int Copies { get; private set; } = 1;

    /// <summary>Models that are to make the same beside its own, so that the best can be chosen; null where nothing is compared.</summary>
    public IReadOnlyList<Rival>? Rivals { get; private set; }

    /// <summary>The step of a recipe that it fills in; null for an order by itself.</summary>
    public RecipePlace? Place { get; private set; }

    /// <summary>The price the customer has been shown, and until when it holds. Whatever changes the order takes it back.</summary>
    public DraftQuote? Quote { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Where it was asked for, when that was in a group: the result answers there.</summary>
    public GroupPlace? AskedIn => AskedChatId is { } chat && AskedMessageId is { } message ? new GroupPlace(chat, message) : null;

    public long? AskedChatId { get; private set; }

    public int? AskedMessageId { get; private set; }

    /// <summary>How far the questions have come.</summary>
    public WizardState WizardState { get; private set; } = new();

    public static Draft Open(UserId user) => new() { UserId = user };

    /// <summary>The same so many times, for one price.</summary>
    public void OrderCopies(int copies)
    {
        Copies = Math.Clamp(copies, 1, CopiesMax);
        Withdraw();
    }

    /// <summary>From now on it is ordered from these models as well. Variations and rivals do not go together.</summary>
    public void Compare(IEnumerable<ModelId> with)
    {
        Rivals = [.. with.Where(model => model != Model).Distinct().Take(RivalsMax).Select(model => new Rival(model))];
        Copies = 1;
        Withdraw();
    }

    public void CompareNoMore()
    {
        Rivals = null;
        Withdraw();
    }

    public void Follow(RecipePlace? place) => Place = place;

    public void AskIn(GroupPlace? place) => (AskedChatId, AskedMessageId) = (place?.ChatId, place?.MessageId);

    /// <summary>It was begun for a model that rested already: its customer knows, and waits.</summary>
    public bool IsPatient(ModelCard card) => card is { IsResting: true, RestsSince: { } since } && Id.MadeAt > since;

    public bool IsExpired(DateTimeOffset now) => now >= ExpiresAt;

    public void Touch(DateTimeOffset now, TimeSpan lifetime) => ExpiresAt = now + lifetime;

    /// <summary>What the customer sees on the confirm screen is what they will pay, until it expires.</summary>
    public void Offer(DraftQuote quote) => Quote = quote;

    /// <summary>The same for all who stand against each other; whoever cannot is not among them any more.</summary>
    public void Offer(DraftQuote quote, IReadOnlyList<Rival> rivals) => (Quote, Rivals) = (quote, rivals);

    /// <summary>What one press agrees to; null as long as something of it has not been shown.</summary>
    public Money? Agreed => Quote is null || Rivals?.Any(rival => rival.Quote is null) == true
        ? null
        : (Rivals ?? []).Aggregate(Quote.Price, (sum, rival) => sum + rival.Quote!.Price);

    /// <summary>
    /// The card may have changed since, and time has passed: what is no longer known here or at the provider is forgotten.
    /// </summary>
    public void Fit(ModelCard card, DateTimeOffset now)
    {
        var usable = Usable(card, Values, now);
        if (usable.Count < Values.Count)
        {
            Change(usable);
        }
    }

    public IReadOnlyList<MediaItem> MediaOf(MediaField field) =>
        Values.GetValueOrDefault(field.Name) is MediaValue media ? media.Items : [];

    public IReadOnlyList<string> TextsOf(TextListField field) =>
        Values.GetValueOrDefault(field.Name) is TextListValue texts ? texts.Items : [];

    public IReadOnlyList<DialogueLine> LinesOf(DialogueField field) =>
        Values.GetValueOrDefault(field.Name) is DialogueValue dialogue ? dialogue.Lines : [];

    /// <summary>Starts over with a model; what was filled in before is gone.</summary>
    internal void Begin(ModelCard card, DateTimeOffset now, TimeSpan lifetime)
    {
        Id = GenerationId.New(now);
        Model = card.Id;
        Copies = 1;
        (Rivals, Place) = (null, null);
        AskIn(null);
        Change([]);
        WizardState = new WizardState();
        Touch(now, lifetime);
    }

    /// <summary>Starts over with the inputs of an earlier order, as far as they can still be used.</summary>
    internal void Repeat(ModelCard card, IReadOnlyDictionary<string, InputValue> values, DateTimeOffset now, TimeSpan lifetime)
    {
        Begin(card, now, lifetime);
        Change(Usable(card, values, now));
    }

    internal void Put(string name, InputValue value) =>
        Change(new Dictionary<string, InputValue>(Values, StringComparer.Ordinal) { [name] = value });

    internal void Drop(string name) => Change(Values.Where(pair => pair.Key != name).ToDictionary(StringComparer.Ordinal));

    /// <summary>Something is going to change: the price shown holds no longer.</summary>
    internal void Withdraw()
    {
        Quote = null;
        Rivals = Rivals is null ? null : [.. Rivals.Select(rival => rival with { Quote = null })];
    }

    private void Change(Dictionary<string, InputValue> values)
    {
        Values = values;
        Withdraw();
    }

    private static Dictionary<string, InputValue> Usable(
        ModelCard card, IReadOnlyDictionary<string, InputValue> values, DateTimeOffset now) => values
            .Where(pair => card.Inputs.Find(pair.Key) is { IsHidden: false })
            .Where(pair => !(pair.Value is EarlierValue earlier && earlier.IsForgotten(now)))
            .ToDictionary(StringComparer.Ordinal);
}
