using MediatR;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Application.Storefront;

/// <summary>One model: what it does, what it needs, what it costs.</summary>
public sealed record ShowModel(UserId UserId, ModelId Model) : IRequest<ModelView>;

public abstract record ModelView
{
    public sealed record Card(ModelCard Model, Money? From, FreeRoom Free, int FreePerDay) : ModelView
    {
        public ModelOffer Offer => new(Model, From, Model.IsFree && Free.Next is not null)
        {
            Each = Each,
            Usual = Typical.Sum,
            IsUsualOwn = Typical.IsOwn,
        };

        public UnitPrice? Each { get; init; }

        public (Quote? Sum, bool IsOwn) Typical { get; init; }

        /// <summary>How long its orders take.</summary>
        public required RunTime Takes { get; init; }

        /// <summary>What keeps every order from starting; null while they start as ever.</summary>
        public QueuePlace? Obstacle { get; init; }
    }

    /// <param name="Model">Null when there never was one of that name.</param>
    public sealed record Unavailable(ModelCard? Model, IReadOnlyList<ModelCard> Alternatives) : ModelView;
}

internal sealed class ShowModelHandler(
    ICatalog catalog, FundsReader funds, TypicalOrder typical, IShopTerms terms, Standstill standstill, RunTimes times)
    : IRequestHandler<ShowModel, ModelView>
{
    public async Task<ModelView> Handle(ShowModel request, CancellationToken token)
    {
        var card = catalog.Current.Find(request.Model);
        if (card is not { IsOffered: true })
        {
            return new ModelView.Unavailable(card, catalog.Current.InsteadOf(request.Model));
        }

        var free = card.IsFree ? (await funds.Read(request.UserId, token)).Free : FreeRoom.None;
        var prices = terms.Current.Prices;
        return new ModelView.Card(card, card.Prices.From(prices), free, terms.Current.Free.PerDay)
        {
            Each = card.Prices.Each(prices),
            Typical = await typical.Of(request.UserId, card, token),
            Takes = times.Of(card),
            Obstacle = standstill.Now is { } pause ? new QueuePlace(WaitReason.StartsPaused, Since: pause.Since) : null,
        };
    }
}
