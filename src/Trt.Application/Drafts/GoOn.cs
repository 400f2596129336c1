using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>The customer makes something of a result: an order with another model, in which the result is filled in already.</summary>
/// <param name="Number">Which piece of the result, from one.</param>
/// <param name="Model">The key of the model that goes on from it.</param>
public sealed record GoOn(UserId UserId, GenerationId From, int Number, string Model) : IRequest<WizardView>;

internal sealed class GoOnHandler(ITrtDb db, ICatalog catalog, NextInput inputs, WizardSession session)
    : IRequestHandler<GoOn, WizardView>
{
    /// <summary>The result is fetched and measured before the draft is locked.</summary>
    public async Task<WizardView> Handle(GoOn request, CancellationToken token)
    {
        var made = await db.Generations.AsNoTracking().FirstOrDefaultAsync(
            generation => generation.Id == request.From && generation.UserId == request.UserId && generation.DeletedAt == null, token);
        if (made is null
            || catalog.Current.FindByKey(request.Model) is not { } card
            || await inputs.Of(made, request.Number - 1, card, token) is not { } input)
        {
            return new WizardView.Nothing();
        }

        return await session.GoOn(request.UserId, card, input, token);
    }
}

/// <summary>A result as the answer to a question of the model that goes on from it.</summary>
/// <param name="Value">Null where it cannot be used; then the problem says why.</param>
internal sealed record NextAnswer(Field Field, InputValue? Value, InputProblem? Problem);

internal sealed class NextInput(ICatalog catalog, EarlierResults earlier, FileCheck check)
{
    /// <summary>Null when there is nothing that this model could take.</summary>
    public async Task<NextAnswer?> Of(Generation made, int output, ModelCard card, CancellationToken token)
    {
        if (made.Result.ElementAtOrDefault(output) is not { } item)
        {
            return null;
        }

        return NextSteps.InputFor(card, catalog.Current.Find(made.Model), item.Kind) switch
        {
            EarlierField field => await OfEarlier(made, output, field, token) ?? await AsFile(made, output, card, item, token),
            MediaField field when item.Address is not null => await AsFile(made, output, card, field, token),
            TextField field when item.Text is { } text => new NextAnswer(field, new TextValue(text), null),
            _ => null,
        };
    }

    /// <summary>The provider forgets its tasks, and some pieces have no name there.</summary>
    private async Task<NextAnswer?> OfEarlier(Generation made, int output, EarlierField field, CancellationToken token)
    {
        var number = field.PieceAs is null ? 1 : made.Result.Take(output + 1).Count(piece => piece.Id is not null);
        return await earlier.Find(made.UserId, field, made.Id, number, token) is { } value ? new NextAnswer(field, value, null) : null;
    }

    private async Task<NextAnswer?> AsFile(Generation made, int output, ModelCard card, ResultItem item, CancellationToken token) =>
        NextSteps.InputFor(card, maker: null, item.Kind) is MediaField field && item.Address is not null
            ? await AsFile(made, output, card, field, token)
            : null;

    private async Task<NextAnswer> AsFile(Generation made, int output, ModelCard card, MediaField field, CancellationToken token)
    {
        var file = new MadeFile(made.Id, output);
        var item = new MediaItem
        {
            FileId = file.Name,
            FileUniqueId = file.Name,
            Kind = field.Kind,
            MimeType = "",
            Made = file,
        };
        var measured = await check.Look(item, card, field, token);
        return new NextAnswer(field, measured.Problem is null ? new MediaValue([measured.Item]) : null, measured.Problem);
    }
}
