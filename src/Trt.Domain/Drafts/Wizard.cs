using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>
/// Fills in a draft by the questions of its model: forward, around, back, and from the confirm screen to a single one. What the messenger
/// does to people's answers is told beside it.
/// </summary>
public sealed class Wizard
{
    private Wizard(Draft draft, ModelCard card)
    {
        Draft = draft;
        Card = card;
        Files = new FileAnswers(this);
        Texts = new TextAnswers(this);
        Dialogue = new DialogueAnswers(this);
        Captions = new Captions(this);
    }

    public Draft Draft { get; }

    public ModelCard Card { get; }

    public FileAnswers Files { get; }

    public TextAnswers Texts { get; }

    public DialogueAnswers Dialogue { get; }

    public Captions Captions { get; }

    /// <summary>The question that waits for an answer; null = everything is asked, the confirm screen is due.</summary>
    public Field? Open => State.Asking is { } asking ? Card.Inputs.Find(asking) : null;

    public bool IsEditing => State.IsEditing;

    /// <summary>The kinds of files that the open step asks for together; empty where one question is open.</summary>
    public IReadOnlyList<MediaField> Extras =>
        !IsEditing && Open is MediaField open
        && WizardPlan.Extras(Card, Draft.Values) is { Count: > 1 } extras && extras.Any(extra => extra.Name == open.Name)
            ? extras
            : [];

    internal WizardState State => Draft.WizardState;

    /// <summary>Starts over with a model; what was filled in before is gone.</summary>
    public static Wizard Begin(Draft draft, ModelCard card, DateTimeOffset now, TimeSpan lifetime)
    {
        draft.Begin(card, now, lifetime);
        var wizard = new Wizard(draft, card);
        wizard.AskNext();
        return wizard;
    }

    /// <summary>Starts over with everything at its usual value; only what has none is asked.</summary>
    public static Wizard BeginPlain(Draft draft, ModelCard card, DateTimeOffset now, TimeSpan lifetime)
    {
        draft.Repeat(card, WizardPlan.Usual(card), now, lifetime);
        var wizard = new Wizard(draft, card);
        wizard.State.Trail = [.. WizardPlan.Steps(card, draft.Values).Select(field => field.Name).Where(draft.Values.ContainsKey)];
        wizard.AskNext();
        return wizard;
    }

    /// <summary>
    /// Starts over with what was understood from a sentence and its files: everything else stays as is usual, and only what is missing is
    /// asked. Words that do not fit as a text wait for its question.
    /// </summary>
    public static Wizard BeginFilled(
        Draft draft, ModelCard card, IReadOnlyDictionary<string, InputValue> values, string? words, DateTimeOffset now, TimeSpan lifetime)
    {
        draft.Repeat(card, values, now, lifetime);
        var wizard = new Wizard(draft, card);
        var missing = card.Inputs.Check(draft.Values).Problems.Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal);
        wizard.State.Trail = [.. WizardPlan.Steps(card, draft.Values).Select(field => field.Name).Where(name => !missing.Contains(name))];
        wizard.AskNext();
        if (WizardPlan.CaptionField(card) is { } text && !draft.Values.ContainsKey(text.Name))
        {
            wizard.Captions.Hear(words);
        }

        return wizard;
    }

    /// <summary>Starts over with the inputs of an earlier order and goes straight to the confirm screen, or to what is missing.</summary>
    public static Wizard Repeat(
        Draft draft, ModelCard card, IReadOnlyDictionary<string, InputValue> values, DateTimeOffset now, TimeSpan lifetime)
    {
        draft.Repeat(card, values, now, lifetime);
        var wizard = new Wizard(draft, card);
        var asked = WizardPlan.Steps(card, draft.Values).Select(field => field.Name);
        var problems = card.Inputs.Check(draft.Values).Problems;
        wizard.State.Trail = [.. asked.TakeWhile(name => problems.All(problem => problem.Field != name))];
        if (problems.Count > 0)
        {
            wizard.AskNext();
        }

        return wizard;
    }

    /// <summary>
    /// Goes over to another model with the answers that it takes as they are. Its other questions are asked, those with an answer are not.
    /// </summary>
    /// <param name="from">The card that the answers were given to; null when it has left the catalog.</param>
    public static Wizard TakeOver(Draft draft, ModelCard? from, ModelCard card, DateTimeOffset now, TimeSpan lifetime) =>
        GoOver(draft, from, card, draft.Values, now, lifetime);

    /// <summary>The next model of a duel becomes the order's own: it stood there complete already, so nothing is asked anew.</summary>
    public static Wizard HandOver(Draft draft, ModelCard from, ModelCard card, DateTimeOffset now, TimeSpan lifetime)
    {
        var (rivals, caption) = (draft.Rivals ?? [], draft.WizardState.Caption);
        var values = Carried.Over(from, card, draft.Values).Concat(WizardPlan.Usual(card)).DistinctBy(pair => pair.Key);
        var wizard = BeginFilled(draft, card, values.ToDictionary(StringComparer.Ordinal), caption, now, lifetime);
        draft.Compare(rivals.Select(rival => rival.Model));
        return wizard;
    }

    /// <summary>The same with the inputs of an earlier order.</summary>
    public static Wizard GoOver(
        Draft draft, ModelCard? from, ModelCard card, IReadOnlyDictionary<string, InputValue> values, DateTimeOffset now, TimeSpan lifetime)
    {
        var (caption, place) = ReferenceEquals(values, draft.Values) ? (draft.WizardState.Caption, draft.Place) : (null, null);
        draft.Repeat(card, Carried.Over(from, card, values), now, lifetime);
        var wizard = new Wizard(draft, card);
        wizard.State.Caption = caption;
        draft.Follow(place);
        wizard.State.Trail = [.. WizardPlan.Steps(card, draft.Values).Select(field => field.Name).Where(draft.Values.ContainsKey)];
        wizard.AskNext();
        return wizard;
    }

    /// <summary>
    /// Starts over with a model and a result that goes into it. What it does not take is asked, with why.
    /// </summary>
    public static (Wizard Wizard, IReadOnlyList<InputProblem> Problems) GoOn(
        Draft draft, ModelCard card, Field input, InputValue result, DateTimeOffset now, TimeSpan lifetime)
    {
        draft.Begin(card, now, lifetime);
        var wizard = new Wizard(draft, card);
        var check = card.Inputs.CheckField(input is MediaField files ? files with { ItemsMin = 1 } : input, result);
        if (check.IsValid)
        {
            draft.Put(input.Name, check.Values[input.Name]);
            wizard.State.Trail = input is MediaField { ItemsMin: > 1 } ? [] : [input.Name, .. wizard.InPlaceOf(input)];
        }

        wizard.AskNext();
        return (wizard, check.Problems);
    }

    /// <summary>Goes on where it was left. A question that is gone from the card meanwhile is passed over.</summary>
    public static Wizard Resume(Draft draft, ModelCard card, DateTimeOffset now)
    {
        draft.Fit(card, now);
        var wizard = new Wizard(draft, card);
        if (wizard.State.Asking is not null && wizard.Open is null or { IsHidden: true })
        {
            wizard.State.IsEditing = false;
            wizard.AskNext();
        }

        return wizard;
    }

    /// <summary>Takes an answer to one field. A problem leaves everything as it was.</summary>
    public IReadOnlyList<InputProblem> Answer(Field field, InputValue value)
    {
        var check = Check(field, value);
        if (check.IsValid)
        {
            Draft.Put(field.Name, check.Values[field.Name]);
            Captions.GiveWay(field);
            Leave(field);
        }

        return check.Problems;
    }

    /// <summary>"Done" on a field that has gathered several files or lines.</summary>
    public IReadOnlyList<InputProblem> Finish(Field field) => Answer(field, field switch
    {
        MediaField media => new MediaValue(Draft.MediaOf(media)),
        TextListField list => new TextListValue(Draft.TextsOf(list)),
        DialogueField dialogue => new DialogueValue(Draft.LinesOf(dialogue)),
        _ => throw new ArgumentException($"{field.Name} takes one answer only", nameof(field)),
    });

    /// <summary>"Start over" on such a field.</summary>
    public void Clear(Field field) => Draft.Drop(field.Name);

    /// <summary>Leaves an optional field at its default.</summary>
    public bool Skip(Field field)
    {
        if (!CanSkip(field))
        {
            return false;
        }

        Draft.Drop(field.Name);
        Leave(field);
        return true;
    }

    /// <summary>Whether the order may go without it, as far as the other answers tell.</summary>
    public bool CanSkip(Field field) =>
        field is not { IsRequired: true, Default: null }
        && !Card.Inputs.IsDue(field, Card.Inputs.Known(Draft.Values))
        && LastChance(field) is null;

    /// <summary>The group of "at least one of" that would stay empty if this field were left out too.</summary>
    public OneOfRequired? LastChance(Field field) => LastChance(field, []);

    /// <summary>
    /// The field with the limits that the answers so far have set; what is still to be chosen sets none. On the way forward a choice that
    /// collides with them is not offered; whoever changes one afterwards sees all, and is told what else would have to change.
    /// </summary>
    public Field Limited(Field field)
    {
        var answered = Card.Inputs.Known(Draft.Values)
            .Where(pair => Draft.Values.ContainsKey(pair.Key) || State.Trail.Contains(pair.Key))
            .ToDictionary(StringComparer.Ordinal);
        return Card.Inputs.Limited(field, answered) switch
        {
            ChoiceField choice when !IsEditing && Card.Inputs.Open(choice, answered) is { Count: > 0 } open =>
                choice with { Choices = open },
            var limited => limited,
        };
    }

    /// <summary>One step back: that answer is dropped and asked again. False on the first step.</summary>
    public bool Back()
    {
        if (State.IsEditing)
        {
            State.IsEditing = false;
            AskNext();
            return true;
        }

        if (State.Trail is not [.., var last])
        {
            return false;
        }

        if (!Files.ChooseAgain(last))
        {
            AskAgain(last);
        }

        return true;
    }

    /// <summary>Asks one field again from the confirm screen.</summary>
    public void Edit(Field field)
    {
        State.Asking = field.Name;
        State.IsEditing = true;
        Draft.Withdraw();
    }

    /// <summary>Of several files one is enough: with it there, the others are not asked for.</summary>
    private IEnumerable<string> InPlaceOf(Field input) => Card.Inputs.Rules.OfType<OneOfRequired>()
        .Where(rule => rule.Fields.Contains(input.Name))
        .SelectMany(rule => rule.Fields)
        .Where(name => name != input.Name && Card.Inputs.Find(name) is MediaField or EarlierField);

    internal InputCheck Check(Field field, InputValue value) => Card.Inputs.CheckField(Limited(field), value);

    internal OneOfRequired? LastChance(Field field, IReadOnlyList<MediaField> passed) =>
        Card.Inputs.Rules.OfType<OneOfRequired>().FirstOrDefault(rule =>
            rule.Fields.Contains(field.Name)
            && rule.Fields.Where(name => name != field.Name).All(name =>
                Draft.Values.GetValueOrDefault(name) is not { IsEmpty: false }
                && (State.Trail.Contains(name) || passed.Any(left => left.Name == name))));

    internal void Leave(Field field)
    {
        if (!State.IsEditing)
        {
            State.Trail = [.. State.Trail, field.Name];
        }

        State.IsEditing = false;
        AskNext();
    }

    /// <summary>An answer is void: it is asked again, and what came after it stays.</summary>
    internal void AskAgain(string name)
    {
        Draft.Drop(name);
        State.Trail = [.. State.Trail.Where(passed => passed != name)];
        State.Asking = name;
    }

    /// <summary>After an edit too: one answer may make another question necessary.</summary>
    internal void AskNext()
    {
        do
        {
            State.Asking = WizardPlan.Steps(Card, Draft.Values).FirstOrDefault(step => !State.Trail.Contains(step.Name))?.Name;
        }
        while (Captions.Answer() || AnswerItself());
    }

    /// <summary>Where the answers so far leave one choice only, there is nothing to ask.</summary>
    private bool AnswerItself()
    {
        if (Open is not ChoiceField { Choices.Count: > 1 } asked || Limited(asked) is not ChoiceField { Choices: [var only] })
        {
            return false;
        }

        Draft.Put(asked.Name, new TextValue(only.Value));
        State.Trail = [.. State.Trail, asked.Name];
        return true;
    }
}
