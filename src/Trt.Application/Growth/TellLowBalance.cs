using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Growth;

/// <summary>The balance does not pay for the same thing once more: said before the customer stands at a closed door.</summary>
public sealed record TellLowBalance(UserId UserId, ModelId Model, Money Price) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"low-balance:{UserId}";
}

internal sealed class TellLowBalanceHandler(ITrtDb db, ICatalog catalog, IGrowthNotifier notifier)
    : IRequestHandler<TellLowBalance, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellLowBalance command, CancellationToken token)
    {
        var customer = await db.Users
            .Where(user => user.Id == command.UserId)
            .Select(user => new
            {
                user.Language,
                Balance = db.Wallets.Where(wallet => wallet.UserId == user.Id).Select(wallet => wallet.Available).First(),
            })
            .FirstAsync(token);

        // They may have topped up while the result was on its way.
        if (customer.Balance >= command.Price)
        {
            return LaterOutcome.Done;
        }

        var notice = new LowBalanceWord(
            command.UserId, customer.Language, catalog.Current.Find(command.Model), command.Price, customer.Balance);
        return await notifier.Tell(notice, token).OrLater();
    }
}
