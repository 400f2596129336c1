using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Domain.Drafts;

/// <summary>
/// An order being filled in: one per customer, kept in the database so that a restart loses nothing. Its id becomes the generation's id.
/// </summary>
public sealed class Draft
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
        Values = values.Where(pair => card.Inputs.Find(pair.Key) is { IsHidden: false }).ToDictionary(StringComparer.Ordinal);
        Trail = [.. WizardPlan.Steps(card).Select(field => field.Name)];
        var problems = card.Inputs.Check(Values).Problems;
        if (problems.Count > 0)
        {
            Trail = [.. Trail.TakeWhile(name => problems.All(problem => problem.Field != name))];
            AskNext(card);
        }
    }

    /// <summary>The card may have changed since: what it no longer knows is forgotten, and a question that is gone is passed over.</summary>
    public void Fit(ModelCard card)
    {
        if (Values.Keys.Any(name => card.Inputs.Find(name) is null or { IsHidden: true }))
        {
            Values = Values.Where(pair => card.Inputs.Find(pair.Key) is { IsHidden: false }).ToDictionary(StringComparer.Ordinal);
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

    /// <summary>Takes an answer to one field. A problem leaves everything as it was.</summary>
    public IReadOnlyList<InputProblem> Answer(ModelCard card, Field field, InputValue value)
    {
        var check = card.Inputs.CheckField(field, value);
        if (!check.IsValid)
        {
            return check.Problems;
        }

        Put(field.Name, check.Values[field.Name]);
        Leave(card, field);
        return [];
    }

    /// <summary>
    /// Takes a typed text for the open question, or as the rest of one that the messenger cut into several messages. A text that is too long
    /// as a whole is refused as a whole, however many pieces still follow.
    /// </summary>
    public IReadOnlyList<InputProblem> AnswerByText(ModelCard card, Field? open, InputValue value, string text, DateTimeOffset now)
    {
        if (LongText is { } tail && now <= tail.Until && card.Inputs.Find(tail.Field) is TextField cut)
        {
            LongText = tail.Extend(text, now);
            if (tail.IsRefused)
            {
                return [tail.Refusal!];
            }

            var check = card.Inputs.CheckField(cut, new TextValue($"{Written(cut)}{text}"));
            if (check.IsValid)
            {
                Put(cut.Name, check.Values[cut.Name]);
                Quote = null;
                return [];
            }

            LongText = LongText with { Refusal = check.Problems[0] };
            TakeBack(cut);
            return check.Problems;
        }

        if (open is null)
        {
            return [];
        }

        LongText = open is TextField ? LongText.StartOf(open.Name, text, now) : null;
        var problems = Answer(card, open, value);
        if (problems.Count > 0 && LongText is not null)
        {
            LongText = LongText with { Refusal = problems[0] };
        }

        return problems;
    }

    /// <summary>Where a file belongs: its album's field as long as the album is coming in, otherwise the open question.</summary>
    public Field? FieldFor(ModelCard card, string? albumId) =>
        (albumId is not null && Album?.Id == albumId ? Album.Field : Asking) is { } name ? card.Inputs.Find(name) : null;

    /// <summary>One file of an album. What comes after the field is full is counted instead of answering the next question.</summary>
    public IReadOnlyList<InputProblem> AddFromAlbum(ModelCard card, MediaField field, MediaItem item, string albumId)
    {
        if (Album?.Id != albumId)
        {
            Album = new Album(albumId, field.Name);
        }
        else if (Asking != field.Name && MediaOf(field).Count == field.ItemsMax)
        {
            Album = Album with { Extra = Album.Extra + 1 };
            return [];
        }

        return AddMedia(card, field, item);
    }

    /// <summary>
    /// Adds one file. The field stays open until the customer says "done" or it is full; when a full one is edited, a new file begins anew.
    /// </summary>
    public IReadOnlyList<InputProblem> AddMedia(ModelCard card, MediaField field, MediaItem item)
    {
        var before = MediaOf(field);
        IReadOnlyList<MediaItem> items = IsEditing && before.Count == field.ItemsMax ? [item] : [.. before, item];
        if (items.Count > field.ItemsMax)
        {
            return [new InputProblem(field.Name, ProblemCode.TooManyItems, field.ItemsMax.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        }

        // Fewer than the minimum is no problem yet: more files may follow.
        var check = card.Inputs.CheckField(field with { ItemsMin = 1 }, new MediaValue(items));
        if (!check.IsValid)
        {
            return check.Problems;
        }

        Put(field.Name, check.Values[field.Name]);
        Quote = null;
        if (items.Count == field.ItemsMax && Asking == field.Name)
        {
            Leave(card, field);
        }

        return [];
    }

    /// <summary>Adds lines to a list of texts, which stays open like a field of files.</summary>
    public IReadOnlyList<InputProblem> AddTexts(ModelCard card, TextListField field, IReadOnlyList<string> lines)
    {
        var before = TextsOf(field);
        IReadOnlyList<string> items = IsEditing && before.Count == field.ItemsMax ? lines : [.. before, .. lines];
        var check = card.Inputs.CheckField(field with { ItemsMin = 1 }, new TextListValue(items));
        if (!check.IsValid)
        {
            return check.Problems;
        }

        Put(field.Name, check.Values[field.Name]);
        Quote = null;
        if (items.Count == field.ItemsMax)
        {
            Leave(card, field);
        }

        return [];
    }

    public IReadOnlyList<string> TextsOf(TextListField field) => Values.GetValueOrDefault(field.Name) is TextListValue texts ? texts.Items : [];

    /// <summary>"Done" on a list of texts.</summary>
    public IReadOnlyList<InputProblem> FinishTexts(ModelCard card, TextListField field) =>
        Answer(card, field, new TextListValue(TextsOf(field)));

    public IReadOnlyList<MediaItem> MediaOf(MediaField field) => Values.GetValueOrDefault(field.Name) is MediaValue media ? media.Items : [];

    /// <summary>"Done" on a field that takes several files.</summary>
    public IReadOnlyList<InputProblem> FinishMedia(ModelCard card, MediaField field) =>
        Answer(card, field, new MediaValue(MediaOf(field)));

    /// <summary>Leaves an optional field at its default.</summary>
    public bool Skip(ModelCard card, Field field)
    {
        if (field is { IsRequired: true, Default: null } || LastChance(card, field) is not null)
        {
            return false;
        }

        Drop(field.Name);
        Leave(card, field);
        return true;
    }

    /// <summary>The group of "at least one of" that would stay empty if this field were left out too.</summary>
    public OneOfRequired? LastChance(ModelCard card, Field field) => LastChance(card, field, []);

    /// <summary>
    /// The question that a typed text answers. Someone who writes where photos are only possible wants none, and someone who writes after
    /// having sent them has sent enough: those questions are left on the way to the text.
    /// </summary>
    public Field? OpenForText(ModelCard card)
    {
        var open = Asking is { } asking ? card.Inputs.Find(asking) : null;
        if (open is not MediaField || IsEditing)
        {
            return open;
        }

        List<MediaField> passed = [];
        foreach (var step in WizardPlan.Steps(card).Where(step => !Trail.Contains(step.Name)))
        {
            if (step is TextField text)
            {
                passed.ForEach(field => Leave(card, field));
                return text;
            }

            if (step is not MediaField media || !CanPass(card, media, passed))
            {
                break;
            }

            passed.Add(media);
        }

        return open;
    }

    /// <summary>One step back: that answer is dropped and asked again. False on the first step.</summary>
    public bool Back(ModelCard card)
    {
        if (IsEditing)
        {
            IsEditing = false;
            Asking = null;
            return true;
        }

        if (Trail.Count == 0)
        {
            return false;
        }

        Asking = Trail[^1];
        Trail = [.. Trail.SkipLast(1)];
        Drop(Asking);
        Quote = null;
        return true;
    }

    public void Edit(Field field)
    {
        Asking = field.Name;
        IsEditing = true;
        Quote = null;
    }

    public void Clear(Field field)
    {
        Drop(field.Name);
        Quote = null;
    }

    /// <summary>What the customer sees on the confirm screen is what they will pay, until it expires.</summary>
    public void Offer(DraftQuote quote) => Quote = quote;

    private bool CanPass(ModelCard card, MediaField field, IReadOnlyList<MediaField> passed) => MediaOf(field).Count switch
    {
        0 => !field.IsRequired && LastChance(card, field, passed) is null,
        var count => count >= field.ItemsMin,
    };

    private OneOfRequired? LastChance(ModelCard card, Field field, IReadOnlyList<MediaField> passed) =>
        card.Inputs.Rules.OfType<OneOfRequired>().FirstOrDefault(rule =>
            rule.Fields.Contains(field.Name)
            && rule.Fields.Where(name => name != field.Name).All(name =>
                Values.GetValueOrDefault(name) is not { IsEmpty: false } && (Trail.Contains(name) || passed.Any(left => left.Name == name))));

    private string Written(TextField field) => Values.GetValueOrDefault(field.Name) is TextValue text ? text.Text : "";

    /// <summary>An answer is void after all: it is asked again, and what came after it stays.</summary>
    private void TakeBack(TextField field)
    {
        Drop(field.Name);
        Trail = [.. Trail.Where(name => name != field.Name)];
        Asking = field.Name;
        Quote = null;
    }

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
        Quote = null;
        ExpiresAt = now + lifetime;
    }

    private void Leave(ModelCard card, Field field)
    {
        Quote = null;
        if (IsEditing)
        {
            IsEditing = false;
            Asking = null;
            return;
        }

        Trail = [.. Trail, field.Name];
        AskNext(card);
    }

    private void AskNext(ModelCard card) =>
        Asking = WizardPlan.Steps(card).FirstOrDefault(step => !Trail.Contains(step.Name))?.Name;

    private void Put(string name, InputValue value) =>
        Values = new Dictionary<string, InputValue>(Values, StringComparer.Ordinal) { [name] = value };

    private void Drop(string name) =>
        Values = Values.Where(pair => pair.Key != name).ToDictionary(StringComparer.Ordinal);
}

/// <param name="Extra">Files that found no place.</param>
public sealed record Album(string Id, string Field, int Extra = 0);

/// <param name="Until">Pieces of one text arrive within seconds of each other.</param>
/// <param name="Refusal">Set when the whole is refused; the remaining pieces share its fate.</param>
public sealed record LongText(string Field, DateTimeOffset Until, InputProblem? Refusal = null)
{
    /// <summary>The messenger cuts at 4096, sometimes a little earlier to spare a word.</summary>
    private const int PieceMin = 3500;

    private static readonly TimeSpan Together = TimeSpan.FromSeconds(4);

    public bool IsRefused => Refusal is not null;

    public static LongText? StartOf(string field, string text, DateTimeOffset now) =>
        text.Length >= PieceMin ? new LongText(field, now + Together) : null;

    /// <summary>Only a full piece can have another one after it.</summary>
    public LongText Extend(string text, DateTimeOffset now) => this with { Until = text.Length >= PieceMin ? now + Together : DateTimeOffset.MinValue };
}

/// <param name="Price">Zero when it is free.</param>
/// <param name="IsFromBank">Free at the cost of one that the customer has earned.</param>
public sealed record DraftQuote(Money Price, string Sku, string CatalogVersion, DateTimeOffset ExpiresAt, bool IsFromBank = false)
{
    /// <summary>
    /// What was shown is kept until it expires; after that only if the price is still the same. Today's free ones may take the place of an
    /// earned one, but never the other way round without asking.
    /// </summary>
    public bool Holds(Quote listed, FreeSource? free, DateTimeOffset now) => free is { } source
        ? Price.IsZero && (source == FreeSource.Day || IsFromBank)
        : !Price.IsZero && (now < ExpiresAt || Price == listed.Price);
}
