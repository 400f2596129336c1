using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>"Done" or "start over" on a question that takes several files or lines.</summary>
/// <param name="Field">The question the button belongs to; null on buttons of earlier releases.</param>
public sealed record FinishFiles(UserId UserId, bool StartOver, string? Field = null) : IRequest<WizardView>;

internal sealed class FinishFilesHandler(WizardSession session) : IRequestHandler<FinishFiles, WizardView>
{
    public Task<WizardView> Handle(FinishFiles request, CancellationToken token) =>
        session.Change(request.UserId, (draft, card) =>
        {
            if (draft.Asking is not { } asking
                || (request.Field is { } named && named != asking)
                || card.Inputs.Find(asking) is not { } field
                || field is not (MediaField or TextListField or DialogueField))
            {
                return WizardRemark.OldButton;
            }

            if (request.StartOver)
            {
                draft.Clear(field);
                return WizardAnswer.Fine;
            }

            return Finish(draft, card, field);
        }, token);

    private static WizardAnswer Finish(Draft draft, ModelCard card, Field field) => field switch
    {
        MediaField media when draft.MediaOf(media).Count == 0 => WizardRemark.FileIsDue,
        MediaField media => WizardAnswer.From(draft.FinishMedia(card, media)),
        TextListField list when draft.TextsOf(list).Count == 0 => WizardRemark.TextIsDue,
        DialogueField dialogue when draft.LinesOf(dialogue).Count == 0 => WizardRemark.TextIsDue,
        DialogueField dialogue when draft.Unvoiced(dialogue) is not null => WizardRemark.ButtonIsDue,
        DialogueField dialogue => WizardAnswer.From(draft.FinishLines(card, dialogue)),
        TextListField list => WizardAnswer.From(draft.FinishTexts(card, list)),
        _ => WizardRemark.OldButton,
    };
}
