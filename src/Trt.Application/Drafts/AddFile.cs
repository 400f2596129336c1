using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The customer sends a file.</summary>
/// <param name="IsPhoto">Compressed by the messenger itself, which then knows its true type and size; everything else is measured.</param>
/// <param name="AlbumId">Files sent together come one by one and share it.</param>
/// <param name="Caption">What was written under it: the next text, however much is asked before that.</param>
public sealed record AddFile(UserId UserId, MediaItem Item, bool IsPhoto = false, string? AlbumId = null, string? Caption = null)
    : IRequest<WizardView>
{
    /// <summary>A bot can fetch no larger file from the chat, whatever the model would take.</summary>
    public const long BytesMax = 20 * 1024 * 1024;
}

internal sealed class AddFileHandler(WizardSession session, FileCheck check) : IRequestHandler<AddFile, WizardView>
{
    public async Task<WizardView> Handle(AddFile request, CancellationToken token)
    {
        var file = await check.Look(request, token);
        return await session.Change(request.UserId, wizard => Take(wizard, request, file), token);
    }

    private static WizardAnswer Take(Wizard wizard, AddFile request, CheckedFile file)
    {
        wizard.Captions.Hear(request.Caption);
        switch (wizard.Files.FieldFor(request.AlbumId, file.Item.Kind))
        {
            case MediaField field when file.Problem is { } problem:
                return WizardAnswer.From([problem with { Field = field.Name }]);
            case MediaField field:
                var problems = wizard.Files.Add(field, file.Item, request.AlbumId);
                return problems.Count > 0 ? WizardAnswer.From(problems) : Afterwards(wizard, field, request);
            case null or ChoiceField or FlagField or EarlierField:
                return WizardRemark.ButtonIsDue;
            default:
                return WizardRemark.TextIsDue;
        }
    }

    private static WizardAnswer Afterwards(Wizard wizard, MediaField field, AddFile request)
    {
        wizard.Captions.Place();
        return wizard.Files.ExtraOf(request.AlbumId) is > 0 and var extra
            ? WizardAnswer.Fine with { Remark = WizardRemark.AlbumCut, Taken = field.ItemsMax, Sent = field.ItemsMax + extra }
            : wizard.Open is TextField ? WizardRemark.FileAdded : WizardAnswer.Fine;
    }
}
