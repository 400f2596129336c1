using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Updates;
using Trt.Application.Wallets;

namespace Trt.Api.Bot.Desks;

/// <summary>The customer's purse.</summary>
internal sealed class MoneyDesk(IMediator mediator)
{
    public async Task<Reply> Follow(MoneyRoute route, Visit visit, CancellationToken token) => route switch
    {
        BalanceRoute => await Balance(visit, token),
        _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
    };

    public async Task<Reply> Balance(Visit visit, CancellationToken token) =>
        PersonalScreens.Balance(visit.Language, await mediator.Send(new ShowBalance(visit.UserId), token));
}
