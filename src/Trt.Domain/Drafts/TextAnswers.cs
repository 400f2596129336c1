using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>What is typed: which question it answers, texts that the messenger cut, and lists that grow line by line.</summary>
public sealed class TextAnswers
{
    private readonly Wizard _wizard;

    internal TextAnswers(Wizard wizard) => _wizard = wizard;

    /// <summary>
    /// The question that a typed text answers. Someone who writes where photos are only possible wants none, and someone who writes after
    /// having sent them has sent enough: those questions are left on the way to the text.
    /// </summary>
    public Field? Meant()
    {
        if (TextAhead.Of(_wizard) is not { } ahead)
        {
            return _wizard.Open;
        }

        // What is typed comes after the words under the file, and is meant instead of them.
        _wizard.Captions.GiveWay(ahead.Text);
        ahead.Passed.ForEach(_wizard.Leave);
        return ahead.Text;
    }

    /// <summary>Takes a typed text as the answer to a field. It may be only the first piece of a longer one.</summary>
    public IReadOnlyList<InputProblem> Answer(Field field, string text, DateTimeOffset now)
    {
        var started = field is TextField ? LongText.StartOf(field.Name, text, now) : null;
        var problems = _wizard.Answer(field, new TextValue(text));
        _wizard.State.LongText = problems.Count > 0 ? started?.Refused(problems[0]) : started;
        return problems;
    }

    /// <summary>
    /// Takes a typed text as the rest of one that the messenger cut into several messages; null when it is none. A text that is too long
    /// as a whole is refused as a whole, however many pieces still follow.
    /// </summary>
    public IReadOnlyList<InputProblem>? Continue(string text, DateTimeOffset now)
    {
        if (_wizard.State.LongText is not { } cut || now > cut.Until || _wizard.Card.Inputs.Find(cut.Field) is not TextField field)
        {
            return null;
        }

        var whole = cut.Extend(text, now);
        _wizard.State.LongText = whole;
        if (whole.Refusal is { } refusal)
        {
            return [refusal];
        }

        var check = _wizard.Check(field, new TextValue($"{Written(field)}{text}"));
        if (check.IsValid)
        {
            _wizard.Draft.Put(field.Name, check.Values[field.Name]);
        }
        else
        {
            _wizard.State.LongText = whole.Refused(check.Problems[0]);
            _wizard.AskAgain(field.Name);
        }

        return check.Problems;
    }

    /// <summary>Adds lines to a list of texts, which stays open like a field of files.</summary>
    public IReadOnlyList<InputProblem> Add(TextListField field, IReadOnlyList<string> lines)
    {
        var before = _wizard.Draft.TextsOf(field);
        IReadOnlyList<string> items = _wizard.IsEditing && before.Count == field.ItemsMax ? lines : [.. before, .. lines];
        var check = _wizard.Card.Inputs.CheckField(field with { ItemsMin = 1 }, new TextListValue(items));
        if (check.IsValid)
        {
            _wizard.Draft.Put(field.Name, check.Values[field.Name]);
            if (items.Count == field.ItemsMax)
            {
                _wizard.Leave(field);
            }
        }

        return check.Problems;
    }

    private string Written(TextField field) => _wizard.Draft.Values.GetValueOrDefault(field.Name) is TextValue text ? text.Text : "";
}
