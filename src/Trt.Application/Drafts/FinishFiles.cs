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
        session.Change(request.UserId, wizard =>
        {
            if (wizard.Open is not (MediaField or TextListField or DialogueField)
                || (request.Field is { } named && named != wizard.Open.Name))
            {
                return WizardRemark.OldButton;
            }

            if (!request.StartOver)
            {
                return Finish(wizard, wizard.Open);
            }

            wizard.Clear(wizard.Open);
            return WizardAnswer.Fine;
        }, token);

    private static WizardAnswer Finish(Wizard wizard, Field field) => field switch
    {
        MediaField media when wizard.Draft.MediaOf(media).Count == 0 => WizardRemark.FileIsDue,
        TextListField list when wizard.Draft.TextsOf(list).Count == 0 => WizardRemark.TextIsDue,
        DialogueField dialogue when wizard.Draft.LinesOf(dialogue).Count == 0 => WizardRemark.TextIsDue,
        DialogueField dialogue when wizard.Dialogue.Unvoiced(dialogue) is not null => WizardRemark.ButtonIsDue,
        _ => WizardAnswer.From(wizard.Finish(field)),
    };
}
