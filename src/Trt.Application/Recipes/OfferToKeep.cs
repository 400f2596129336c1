using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Questions;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Recipes;

/// <summary>The customer likes to keep an order: which of its words stay is asked. Null when it is not theirs, or cannot be kept.</summary>
public sealed record OfferToKeep(UserId UserId, GenerationId GenerationId) : IRequest<KeepableOrder?>;

/// <param name="Words">What was asked of the model; null where nothing was written.</param>
public sealed record KeepableOrder(Generation Order, ModelCard Card, string? Words);

internal sealed class OfferToKeepHandler(ITrtDb db, ICatalog catalog, IMediator mediator) : IRequestHandler<OfferToKeep, KeepableOrder?>
{
    public async Task<KeepableOrder?> Handle(OfferToKeep request, CancellationToken token)
    {
        if (await db.Keepable(catalog, request.UserId, request.GenerationId, token) is not { } order)
        {
            return null;
        }

        if (order.Words is not null)
        {
            await mediator.Send(new AskQuestion(request.UserId, QuestionKind.RecipeWords, request.GenerationId.ToString()), token);
        }

        return order;
    }
}

internal static class KeepableOrders
{
    public static async Task<KeepableOrder?> Keepable(
        this ITrtDb db, ICatalog catalog, UserId user, GenerationId id, CancellationToken token)
    {
        var order = await db.Generations.AsNoTracking().FirstOrDefaultAsync(
            one => one.Id == id && one.UserId == user && one.DeletedAt == null, token);
        return order is null || catalog.Current.Find(order.Model) is not { } card
            ? null
            : new KeepableOrder(order, card, Described.Words(card, order.Inputs));
    }
}
