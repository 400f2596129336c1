using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Health;
using Trt.Domain.Shared;
using Trt.Domain.Users;
using Trt.Domain.Wallets;

namespace Trt.Application.BackOffice.Orders;

/// <summary>Everything about one order but what its customer wrote and sent; null when there is none of that number.</summary>
public sealed record ShowOrder(Actor By, GenerationId Id) : IAdminRequest<OrderInFull?>;

/// <param name="Card">Null when the model has left the catalog since.</param>
/// <param name="Available">On the customer's balance now.</param>
/// <param name="Entries">What its money did, in this order.</param>
/// <param name="CanGiveBack">What could go back to the customer now; zero when nothing can.</param>
/// <param name="Called">When the provider has called about it.</param>
/// <param name="Parts">Its messages in the chat.</param>
/// <param name="Health">Null for a model that was never judged.</param>
/// <param name="Rights">Of the admin who looks: decides which buttons they see.</param>
public sealed record OrderInFull(
    Generation Order,
    ModelCard? Card,
    User Customer,
    Money Available,
    IReadOnlyList<LedgerEntry> Entries,
    Money Taken,
    Money CameBack,
    Money CanGiveBack,
    IReadOnlyList<DateTimeOffset> Called,
    IReadOnlyList<DeliveryPart> Parts,
    ModelHealth? Health,
    AdminRights Rights)
{
    /// <summary>What was kept of it, less what it cost; null while the cost is not known.</summary>
    public Money? Margin => Order.TrueCost is { } cost ? Taken - CameBack - cost : null;

    public bool CanSendAgain => Parts.Any(part => part is { OutputCount: > 0, State: DeliveryState.Sent or DeliveryState.Doubted });
}

internal sealed class ShowOrderHandler(AdminGate gate, ITrtDb db, ICatalog catalog)
    : AdminHandler<ShowOrder, OrderInFull?>(gate, AdminAct.LookAround)
{
    private const int CallsShown = 5;

    protected override async Task<OrderInFull?> Serve(ShowOrder request, AdminRights rights, CancellationToken token)
    {
        // The order and its money are of one moment.
        await using var snapshot = await db.BeginSnapshot(token);
        if (await db.Generations.AsNoTracking().FirstOrDefaultAsync(order => order.Id == request.Id, token) is not { } order)
        {
            return null;
        }

        var books = await OrderBooks.Of(db, order, token);
        return new OrderInFull(
            order,
            catalog.Current.Find(order.Model),
            await db.Users.AsNoTracking().FirstAsync(user => user.Id == order.UserId, token),
            await db.Wallets.Where(wallet => wallet.UserId == order.UserId).Select(wallet => wallet.Available).FirstOrDefaultAsync(token),
            books.Entries,
            books.Taken,
            books.CameBack,
            order.CanBeGivenUp ? order.Price : books.Left,
            await CallsAbout(order).ToListAsync(token),
            await db.Deliveries.AsNoTracking()
                .Where(part => part.UserId == order.UserId && part.GenerationId == order.Id)
                .OrderBy(part => part.FirstOutput).ThenBy(part => part.Number)
                .ToListAsync(token),
            await db.ModelHealth.AsNoTracking().FirstOrDefaultAsync(health => health.Model == order.Model, token),
            rights);
    }

    /// <summary>Found by the task, for which there is an index.</summary>
    private IQueryable<DateTimeOffset> CallsAbout(Generation order) => db.ProviderCallbacks
        .Where(call => call.TaskId == order.TaskId && order.TaskId != null)
        .OrderBy(call => call.At)
        .Select(call => call.At)
        .Take(CallsShown);
}
