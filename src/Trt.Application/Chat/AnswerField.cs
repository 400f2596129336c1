using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>An answer to the question that is open.</summary>
/// <param name="Text">What was typed, or the token of the button.</param>
/// <param name="Field">The field the button belongs to; null for a typed text, which answers whatever is asked.</param>
public sealed record AnswerField(UserId UserId, string? Field, string Text) : IRequest<WizardView>;

internal sealed class AnswerFieldHandler(WizardDesk desk, TimeProvider time) : IRequestHandler<AnswerField, WizardView>
{
    public Task<WizardView> Handle(AnswerField request, CancellationToken token) =>
        desk.Change(
            request.UserId,
            (draft, card) =>
            {
                var open = draft.Asking is { } asking ? card.Inputs.Find(asking) : null;
                return request.Field is { } named
                    ? Press(draft, card, open, named, request)
                    : Type(draft, card, open, request);
            },
            token);

    private static WizardAnswer Press(Draft draft, ModelCard card, Field? open, string named, AnswerField request) =>
        open is null || open.Name != named || open is MediaField
            ? WizardRemark.OldButton
            : WizardAnswer.From(draft.Answer(card, open, ValueOf(open, request)));

    private WizardAnswer Type(Draft draft, ModelCard card, Field? open, AnswerField request)
    {
        var now = time.GetUtcNow();
        if (open is MediaField { IsRequired: false } optional && draft.MediaOf(optional).Count == 0 && !draft.IsEditing && draft.NextTextAfter(card, optional) is { } text)
        {
            // Someone who writes where photos are only possible wants none.
            draft.Skip(card, optional);
            open = text;
        }

        var isRest = draft.LongText is { } cut && now <= cut.Until;
        return isRest ? WizardAnswer.From(draft.AnswerByText(card, open, new TextValue(request.Text), request.Text, now))
            : open is null ? WizardRemark.ButtonIsDue
            : open is MediaField ? WizardRemark.FileIsDue
            : WizardAnswer.From(draft.AnswerByText(card, open, ValueOf(open, request), request.Text, now));
    }

    private static InputValue ValueOf(Field field, AnswerField request) => field switch
    {
        TextListField => new TextListValue(request.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ChoiceField choice when request.Field is not null => new TextValue(choice.FindByToken(request.Text)?.Value ?? request.Text),
        _ => new TextValue(request.Text),
    };
}
