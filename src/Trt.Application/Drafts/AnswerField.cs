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
            (draft, card) =>
            {
                var open = draft.Asking is { } asking ? card.Inputs.Find(asking) : null;
                return request.Field is { } named
                    ? Press(draft, card, open, named, request)
                    : Type(draft, card, request);
            },
            token);

    private static WizardAnswer Press(Draft draft, ModelCard card, Field? open, string named, AnswerField request) =>
        open is null || open.Name != named || open is MediaField or EarlierField
            ? WizardRemark.OldButton
            : open is DialogueField dialogue ? GiveVoice(draft, card, dialogue, request.Text)
            : WizardAnswer.From(draft.Answer(card, open, ValueOf(open, request)));

    private static WizardAnswer GiveVoice(Draft draft, ModelCard card, DialogueField dialogue, string token) =>
        dialogue.Voice.FindByToken(token) is { } voice && draft.GiveVoice(card, dialogue, voice) ? WizardAnswer.Fine : WizardRemark.OldButton;

    private WizardAnswer Type(Draft draft, ModelCard card, AnswerField request)
    {
        var now = time.GetUtcNow();
        if (draft.LongText is { } cut && now <= cut.Until)
        {
            var field = draft.Asking is { } asking ? card.Inputs.Find(asking) : null;
            return WizardAnswer.From(draft.AnswerByText(card, field, new TextValue(request.Text), request.Text, now));
        }

        return draft.OpenForText(card) switch
        {
            null => WizardRemark.ButtonIsDue,
            EarlierField => WizardRemark.ButtonIsDue,
            MediaField => WizardRemark.FileIsDue,
            TextListField list => WizardAnswer.From(draft.AddTexts(card, list, Lines(request.Text))),
            DialogueField dialogue when draft.Unvoiced(dialogue) is not null => SearchVoice(draft, card, dialogue, request.Text),
            DialogueField dialogue => WizardAnswer.From(draft.Say(card, dialogue, request.Text)),
            ChoiceField { Choices.Count: >= ChoiceSearch.WorthwhileFrom } choice => Search(draft, card, choice, request.Text),
            var open => WizardAnswer.From(draft.AnswerByText(card, open, ValueOf(open, request), request.Text, now)),
        };
    }

    private static WizardAnswer Search(Draft draft, ModelCard card, ChoiceField choice, string typed) => ChoiceSearch.Find(choice, typed) switch
    {
        [] => WizardRemark.NothingFound,
        [var only] => WizardAnswer.From(draft.Answer(card, choice, new TextValue(only.Value))),
        var several => WizardAnswer.Fine with { Found = several },
    };

    private static WizardAnswer SearchVoice(Draft draft, ModelCard card, DialogueField dialogue, string typed)
    {
        switch (ChoiceSearch.Find(dialogue.Voice, typed))
        {
            case []:
                return WizardRemark.NothingFound;
            case [var only]:
                draft.GiveVoice(card, dialogue, only);
                return WizardAnswer.Fine;
            case var several:
                return WizardAnswer.Fine with { Found = several };
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static InputValue ValueOf(Field field, AnswerField request) => field switch
    {
        TextListField => new TextListValue(Lines(request.Text)),
        ChoiceField choice when request.Field is not null => new TextValue(choice.FindByToken(request.Text)?.Value ?? request.Text),
        _ => new TextValue(request.Text),
    };
}
