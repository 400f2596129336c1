using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>What is typed: which question it answers, texts that the messenger cut, and lists that grow line by line.</summary>
public sealed partial class Draft
{
    /// <summary>
    /// Takes a typed text for the open question, or as the rest of one that the messenger cut into several messages. A text that is too long
    /// as a whole is refused as a whole, however many pieces still follow.
    /// </summary>
    public IReadOnlyList<InputProblem> AnswerByText(ModelCard card, Field? open, InputValue value, string text, DateTimeOffset now)
    {
        if (LongText is { } tail && now <= tail.Until && card.Inputs.Find(tail.Field) is TextField cut)
        {
            LongText = tail.Extend(text, now);
            if (LongText.Refusal is { } refusal)
            {
                return [refusal];
            }

            var check = card.Inputs.CheckField(Limited(card, cut), new TextValue($"{Written(cut)}{text}"));
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

    /// <summary>
    /// The question that a typed text answers. Someone who writes where photos are only possible wants none, and someone who writes after
    /// having sent them has sent enough: those questions are left on the way to the text.
    /// </summary>
    public Field? OpenForText(ModelCard card)
    {
        var open = Asking is { } asking ? card.Inputs.Find(asking) : null;
        if (TextWithinReach(card) is not { } reach)
        {
            return open;
        }

        if (reach.Text.Name == WizardPlan.CaptionField(card)?.Name)
        {
            // What is typed comes after the words under the file, and is meant instead of them.
            Caption = null;
        }

        reach.Passed.ForEach(field => Leave(card, field));
        return reach.Text;
    }

    /// <summary>The next text, when nothing but files that may be left as they are stands before it.</summary>
    private (TextField Text, List<MediaField> Passed)? TextWithinReach(ModelCard card)
    {
        if (IsEditing || Asking is not { } asking || card.Inputs.Find(asking) is not MediaField)
        {
            return null;
        }

        List<MediaField> passed = [];
        foreach (var step in WizardPlan.Steps(card, Values).Where(step => !Trail.Contains(step.Name)))
        {
            if (step is TextField text)
            {
                return (text, passed);
            }

            if (step is not MediaField media || !CanPass(card, media, passed))
            {
                break;
            }

            passed.Add(media);
        }

        return null;
    }

    private bool CanPass(ModelCard card, MediaField field, IReadOnlyList<MediaField> passed) => MediaOf(field).Count switch
    {
        0 => !field.IsRequired && LastChance(card, field, passed) is null,
        var count => count >= field.ItemsMin,
    };

    private string Written(TextField field) => Values.GetValueOrDefault(field.Name) is TextValue text ? text.Text : "";

    /// <summary>An answer is void after all: it is asked again, and what came after it stays.</summary>
    private void TakeBack(TextField field)
    {
        Drop(field.Name);
        Trail = [.. Trail.Where(name => name != field.Name)];
        Asking = field.Name;
        Quote = null;
    }
}
