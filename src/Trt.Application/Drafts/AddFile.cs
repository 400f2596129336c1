using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The customer sends a file.</summary>
/// <param name="IsPhoto">Compressed by the messenger itself, which then knows its true type and size; everything else is measured.</param>
/// <param name="AlbumId">Files sent together come one by one and share it.</param>
/// <param name="Caption">What was written under it: the next text, however much is asked before that.</param>
public sealed record AddFile(UserId UserId, MediaItem Item, bool IsPhoto = false, string? AlbumId = null, string? Caption = null) : IRequest<WizardView>
{
    /// <summary>A bot can fetch no larger file from the chat, whatever the model would take.</summary>
    public const long BytesMax = 20 * 1024 * 1024;
}

internal sealed class AddFileHandler(WizardSession session, FileCheck check) : IRequestHandler<AddFile, WizardView>
{
    public async Task<WizardView> Handle(AddFile request, CancellationToken token)
    {
        var file = await check.Look(request, token);
        return await session.Change(request.UserId, (draft, card) => Take(draft, card, request, file), token);
    }

    private static WizardAnswer Take(Draft draft, ModelCard card, AddFile request, CheckedFile file)
    {
        draft.Hear(card, request.Caption);
        switch (draft.FieldFor(card, request.AlbumId))
        {
            case MediaField field when file.Problem is { } problem:
                return WizardAnswer.From([problem with { Field = field.Name }]);
            case MediaField field:
                var problems = request.AlbumId is { } album
                    ? draft.AddFromAlbum(card, field, file.Item, album)
                    : draft.AddMedia(card, field, file.Item);
                return problems.Count > 0 ? WizardAnswer.From(problems) : Afterwards(draft, card, field, request);
            case null or ChoiceField or FlagField or EarlierField:
                return WizardRemark.ButtonIsDue;
            default:
                return WizardRemark.TextIsDue;
        }
    }

    private static WizardAnswer Afterwards(Draft draft, ModelCard card, MediaField field, AddFile request)
    {
        draft.PlaceCaption(card);
        return request.AlbumId is { } album && draft.Album is { Extra: > 0 } && draft.Album.Id == album
            ? WizardAnswer.Fine with { Remark = WizardRemark.AlbumCut, Taken = field.ItemsMax, Sent = field.ItemsMax + draft.Album.Extra }
            : WizardAnswer.Fine;
    }
}
