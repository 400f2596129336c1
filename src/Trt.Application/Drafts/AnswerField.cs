using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>An answer to the question that is open.</summary>
/// <param name="Text">What was typed, or the token of the button.</param>
/// <param name="Field">The field the button belongs to; null for a typed text, which answers whatever is asked.</param>
public sealed record AnswerField(UserId UserId, string? Field, string Text) : IRequest<WizardView>;

internal sealed class AnswerFieldHandler(WizardSession session, TimeProvider time) : IRequestHandler<AnswerField, WizardView>
{
    public Task<WizardView> Handle(AnswerField request, CancellationToken token) =>
        session.Change(
            request.UserId,
            wizard => request.Field is { } named ? Press(wizard, named, request.Text) : Type(wizard, request.Text, time.GetUtcNow()),
            token);

    private static WizardAnswer Press(Wizard wizard, string named, string pressed) => wizard.Open switch
    {
        null or MediaField or EarlierField => WizardRemark.OldButton,
        var open when open.Name != named => WizardRemark.OldButton,
        DialogueField dialogue => dialogue.Voice.FindByToken(pressed) is { } voice && wizard.Dialogue.GiveVoice(dialogue, voice)
            ? WizardAnswer.Fine
            : WizardRemark.OldButton,
        TextListField list => WizardAnswer.From(wizard.Answer(list, new TextListValue(Lines(pressed)))),
        ChoiceField choice => WizardAnswer.From(wizard.Answer(choice, new TextValue(choice.FindByToken(pressed)?.Value ?? pressed))),
        var open => WizardAnswer.From(wizard.Answer(open, new TextValue(pressed))),
    };

    private static WizardAnswer Type(Wizard wizard, string typed, DateTimeOffset now) =>
        wizard.Texts.Continue(typed, now) is { } problems
            ? WizardAnswer.From(problems)
            : wizard.Texts.Meant() switch
            {
                null when wizard.Captions.Offer(typed) => WizardAnswer.Fine,
                null or EarlierField => WizardRemark.ButtonIsDue,
                MediaField when wizard.Captions.Offer(typed) => WizardAnswer.Fine,
                MediaField => WizardRemark.FileIsDue,
                TextListField list => WizardAnswer.From(wizard.Texts.Add(list, Lines(typed))),
                DialogueField dialogue when wizard.Dialogue.Unvoiced(dialogue) is not null => SearchVoice(wizard, dialogue, typed),
                DialogueField dialogue => WizardAnswer.From(wizard.Dialogue.Say(dialogue, typed)),
                ChoiceField { Choices.Count: >= ChoiceSearch.WorthwhileFrom } choice => Search(wizard, choice, typed),
                var open => WizardAnswer.From(wizard.Texts.Answer(open, typed, now)),
            };

    private static WizardAnswer Search(Wizard wizard, ChoiceField choice, string typed) => ChoiceSearch.Find(choice, typed) switch
    {
        [] => WizardRemark.NothingFound,
        [var only] => WizardAnswer.From(wizard.Answer(choice, new TextValue(only.Value))),
        var several => WizardAnswer.Fine with { Found = several },
    };

    private static WizardAnswer SearchVoice(Wizard wizard, DialogueField dialogue, string typed)
    {
        switch (ChoiceSearch.Find(dialogue.Voice, typed))
        {
            case []:
                return WizardRemark.NothingFound;
            case [var only]:
                wizard.Dialogue.GiveVoice(dialogue, only);
                return WizardAnswer.Fine;
            case var several:
                return WizardAnswer.Fine with { Found = several };
        }
    }

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
