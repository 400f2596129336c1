using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Storefront;

/// <summary>The models that do one kind of work on a result; null when the result is not this customer's.</summary>
public sealed record ListNextModels(UserId UserId, GenerationId Generation, GenerationType Type) : IRequest<NextModels?>;

public sealed record NextModels(Generation Generation, IReadOnlyList<ModelOffer> Offers);

internal sealed class ListNextModelsHandler(ITrtDb db, ICatalog catalog, FundsReader funds, IShopTerms terms)
    : IRequestHandler<ListNextModels, NextModels?>
{
    /// <summary>As many as a screen shows; the likeliest come first.</summary>
    private const int ModelsMax = 10;

    public async Task<NextModels?> Handle(ListNextModels request, CancellationToken token)
    {
        var generation = await db.Generations.AsNoTracking().FirstOrDefaultAsync(
            made => made.Id == request.Generation && made.UserId == request.UserId && made.DeletedAt == null, token);
        if (generation is null)
        {
            return null;
        }

        var steps = generation.Result is [var first, ..]
            ? NextSteps.After(catalog.Current, catalog.Current.Find(generation.Model), first.Kind)
            : [];
        var cards = steps.Where(step => step.Type == request.Type && !step.StandsAlone).SelectMany(step => step.Cards).Take(ModelsMax);
        var free = (await funds.Read(request.UserId, token)).Free;
        return new NextModels(generation, [.. cards.Select(card => Offer(card, card.IsFree && free.Next is not null))]);
    }

    private ModelOffer Offer(ModelCard card, bool isFreeNow) => new(card, card.Prices.From(terms.Current.Prices), isFreeNow)
    {
        Each = card.Prices.Each(terms.Current.Prices),
    };
}
