using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>A conversation grows line by line: first what is said, then who says it.</summary>
public sealed partial class Draft
{
    public IReadOnlyList<DialogueLine> LinesOf(DialogueField field) =>
        Values.GetValueOrDefault(field.Name) is DialogueValue dialogue ? dialogue.Lines : [];

    /// <summary>What waits for its voice.</summary>
    public DialogueLine? Unvoiced(DialogueField field) => LinesOf(field) is [.., { Voice: null } last] ? last : null;

    /// <summary>Adds what is said; several lines at once when each of them names its voice.</summary>
    public IReadOnlyList<InputProblem> Say(ModelCard card, DialogueField field, string text)
    {
        var said = field.Typed(text) ?? [new DialogueLine(text.Trim(), null)];
        IReadOnlyList<DialogueLine> lines = [.. LinesOf(field), .. said];

        // The voice is chosen next: any will do for measuring the rest.
        var measured = new DialogueValue([.. lines.Select(line => line with { Voice = line.Voice ?? field.Voices[0].Value })]);
        var check = card.Inputs.CheckField(field with { ItemsMin = 1 }, measured);
        if (!check.IsValid)
        {
            return check.Problems;
        }

        PutLines(card, field, lines);
        return [];
    }

    /// <summary>Who says the last line. False when no line waits for a voice.</summary>
    public bool GiveVoice(ModelCard card, DialogueField field, Choice voice)
    {
        if (Unvoiced(field) is not { } line)
        {
            return false;
        }

        PutLines(card, field, [.. LinesOf(field).SkipLast(1), line with { Voice = voice.Value }]);
        return true;
    }

    /// <summary>"Done" on a conversation.</summary>
    public IReadOnlyList<InputProblem> FinishLines(ModelCard card, DialogueField field) => Answer(card, field, new DialogueValue(LinesOf(field)));

    private void PutLines(ModelCard card, DialogueField field, IReadOnlyList<DialogueLine> lines)
    {
        Put(field.Name, new DialogueValue(lines));
        Quote = null;
        if (lines.Count == field.ItemsMax && Unvoiced(field) is null)
        {
            Leave(card, field);
        }
    }
}
