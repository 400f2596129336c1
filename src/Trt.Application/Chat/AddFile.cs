using System.Globalization;
using MediatR;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Chat;

/// <summary>The customer sends a file.</summary>
public sealed record AddFile(UserId UserId, MediaItem Item) : IRequest<WizardView>
{
    /// <summary>A bot can fetch no larger file from the chat, whatever the model would take.</summary>
    public const long BytesMax = 20 * 1024 * 1024;
}

internal sealed class AddFileHandler(WizardDesk desk) : IRequestHandler<AddFile, WizardView>
{
    public Task<WizardView> Handle(AddFile request, CancellationToken token) =>
        desk.Change(request.UserId, (draft, card) => (draft.Asking is { } asking ? card.Inputs.Find(asking) : null) switch
        {
            MediaField field when request.Item.Bytes > AddFile.BytesMax => WizardAnswer.From([TooLarge(field)]),
            MediaField field => WizardAnswer.From(draft.AddMedia(card, field, request.Item)),
            null or ChoiceField or FlagField => WizardRemark.ButtonIsDue,
            _ => WizardRemark.TextIsDue,
        }, token);

    private static InputProblem TooLarge(MediaField field) =>
        new(field.Name, ProblemCode.FileTooLarge, AddFile.BytesMax.ToString(CultureInfo.InvariantCulture));
}
