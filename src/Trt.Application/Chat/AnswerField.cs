using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>An answer to the question that is open.</summary>
/// <param name="Text">What was typed, or the token of the button.</param>
/// <param name="Field">The field the button belongs to; null for a typed text, which answers whatever is asked.</param>
public sealed record AnswerField(UserId UserId, string? Field, string Text) : IRequest<WizardView>;

internal sealed class AnswerFieldHandler(WizardDesk desk) : IRequestHandler<AnswerField, WizardView>
{
    public Task<WizardView> Handle(AnswerField request, CancellationToken token) =>
        desk.Change(request.UserId, (draft, card) =>
        {
            if (draft.Asking is not { } asking || card.Inputs.Find(asking) is not { } field)
            {
                return request.Field is null ? WizardRemark.ButtonIsDue : WizardRemark.OldButton;
            }

            if (request.Field is { } named && named != asking)
            {
                return WizardRemark.OldButton;
            }

            if (field is MediaField)
            {
                return WizardRemark.FileIsDue;
            }

            return WizardAnswer.From(draft.Answer(card, field, ValueOf(field, request)));
        }, token);

    private static InputValue ValueOf(Field field, AnswerField request) => field switch
    {
        TextListField => new TextListValue(request.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ChoiceField choice when request.Field is not null => new TextValue(choice.FindByToken(request.Text)?.Value ?? request.Text),
        _ => new TextValue(request.Text),
    };
}
