using Microsoft.EntityFrameworkCore;
using Trt.Api.Cli;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Sandbox.Trials;

/// <summary>The way that an order of a trial takes to the shop; from there on it is an order like any other.</summary>
internal interface IFreeWay
{
    IReadOnlyList<ModelCard> Models { get; }

    /// <summary>Agrees to a free order of this model.</summary>
    Task<GenerationId> Place(ModelCard card, CancellationToken token);

    Task<T> Ask<T>(Func<ITrtDb, Task<T>> question);

    /// <summary>
    /// Callbacks that the shop has turned away, and looks for tasks that the provider did not know; null where nobody counts.
    /// </summary>
    Task<(int? Callback4xx, int? JobNotFound)> Counted(CancellationToken token);
}

/// <summary>Orders every free model, run after run, and watches each order to its end.</summary>
internal sealed class FreeModels(IFreeWay way, TimeSpan patience)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public async Task<IReadOnlyList<FreeVerdict>> Run(int runs, Action step, CancellationToken token)
    {
        var went = new List<FreeRun>();
        for (var run = 0; run < runs; run++)
        {
            foreach (var card in way.Models)
            {
                went.Add(await Order(card, token));
                step();
            }
        }

        return [.. went.GroupBy(run => run.Model).Select(group => new FreeVerdict(group.Key, [.. group]))];
    }

    private async Task<FreeRun> Order(ModelCard card, CancellationToken token)
    {
        var (callbacks, missing) = await way.Counted(token);
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            var id = await way.Place(card, token);
            began = TimeProvider.System.GetTimestamp();
            var (order, toTask) = await Watch(id, began, token);
            var total = TimeProvider.System.GetElapsedTime(began);
            var (callbacksAfter, missingAfter) = await way.Counted(token);
            var deliveries = await way.Ask(db => db.Deliveries.CountAsync(
                part => part.UserId == order.UserId && part.GenerationId == id && part.OutputCount > 0
                    && part.State == DeliveryState.Sent,
                token));
            var isDelivered = order.Status == GenerationStatus.Delivered;
            return new FreeRun(
                card.Id, isDelivered, toTask, total, callbacksAfter - callbacks, missingAfter - missing, deliveries,
                isDelivered ? null : $"{Answer.Word(order.Status)} {order.Detail}".TrimEnd());
        }
        catch (TrialFailed problem)
        {
            return new FreeRun(card.Id, false, null, TimeProvider.System.GetElapsedTime(began), null, null, 0, problem.Message);
        }
    }

    private async Task<(Generation Order, TimeSpan? ToTask)> Watch(GenerationId id, long began, CancellationToken token)
    {
        TimeSpan? toTask = null;
        while (true)
        {
            var order = await way.Ask(db => db.ReadGeneration(id, token));
            toTask ??= order.TaskId is null ? null : TimeProvider.System.GetElapsedTime(began);
            if (TrialShop.HasEnded(order))
            {
                return (order, toTask);
            }

            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                throw new TrialFailed(toTask is null
                    ? $"no shop has started it within {patience.TotalMinutes:0} minutes; is one open on this database?"
                    : $"still {Answer.Word(order.Status)} after {patience.TotalMinutes:0} minutes");
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, token);
        }
    }
}
