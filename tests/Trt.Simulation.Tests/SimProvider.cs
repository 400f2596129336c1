using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Simulation.Tests;

/// <summary>The provider: its tasks are the truth, and what it says of them is as good as its day.</summary>
internal sealed class SimProvider(Neighbourhood here) : IGenerationProvider, IResultProbe
{
    private static readonly ProviderRefusal[] Refusals =
        [ProviderRefusal.InvalidInput, ProviderRefusal.Moderation, ProviderRefusal.ModelUnavailable, ProviderRefusal.ModelUnavailable];

    private World World => here.World;

    public Task<UploadOutcome> Upload(ProviderFile file, CancellationToken token) =>
        Task.FromResult<UploadOutcome>(new UploadOutcome.Stored(new Uri("https://uploads.example/file")));

    public async Task<SubmitOutcome> Submit(ProviderOrder order, CancellationToken token)
    {
        var (flow, about) = Neighbourhood.Enter(IdOf(order.Callback!));
        World.Note($"provider is asked for {about}");
        if (World.Draw(Fault.AccountEmpty))
        {
            return new SubmitOutcome.Refused(ProviderRefusal.NoCredits, "402");
        }

        if (World.Draw(Fault.SubmitRefused))
        {
            return new SubmitOutcome.Refused(Refusals[World.Next(Refusals.Length)], "422");
        }

        if (World.Draw(Fault.SubmitLater))
        {
            return new SubmitOutcome.TryLater(World.Between(1, 20), "429");
        }

        here.MayDie(flow);
        if (World.Draw(Fault.SubmitCutBefore))
        {
            await here.Wait(flow, 1, 60);
            return here.Plant switch
            {
                Plant.SentAgainAfterUnknown => new SubmitOutcome.TryLater(World.Between(1, 5), "cut"),
                Plant.UnknownCountsAsRefused => new SubmitOutcome.Refused(ProviderRefusal.Other, "cut"),
                _ => new SubmitOutcome.Unknown("cut"),
            };
        }

        var task = here.Start(about, order.Callback!);
        here.MayDie(flow);
        if (World.Draw(Fault.CallbackEarly))
        {
            await here.Wait(flow, 3, 10);
        }

        if (World.Draw(Fault.SubmitCutAfter))
        {
            await here.Wait(flow, 1, 60);
            return here.Plant switch
            {
                Plant.SentAgainAfterUnknown => new SubmitOutcome.TryLater(World.Between(1, 5), "cut"),
                Plant.UnknownCountsAsRefused => new SubmitOutcome.Refused(ProviderRefusal.Other, "cut"),
                _ => new SubmitOutcome.Unknown("cut"),
            };
        }

        if (World.Draw(Fault.SubmitSlow))
        {
            await here.Wait(flow, 5, 70);
        }

        task.IsAnswered = true;
        return new SubmitOutcome.Accepted(task.Id);
    }

    public async Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token)
    {
        var task = World.Tasks.Find(found => found.Id == taskId);
        var (flow, _) = Neighbourhood.Enter(task?.Order);
        World.Note($"provider is asked about task {task?.Number}");
        here.MayDie(flow);
        if (World.Draw(Fault.ReadUnreadable))
        {
            return here.Plant == Plant.UnreadableCountsAsFailure
                ? new TaskReading.Failed(ProviderRefusal.Other, "502")
                : new TaskReading.Unreadable(null, "502");
        }

        if (task is null || World.Draw(Fault.ReadMissing))
        {
            return new TaskReading.Missing("no such task");
        }

        await Task.CompletedTask;
        return World.Now < task.DoneAt ? new TaskReading.Running()
            : task.Fails ? new TaskReading.Failed(ProviderRefusal.Other, "500")
            : new TaskReading.Done([new ResultItem(task.Order.Makes, new Uri($"https://results.example/{task.Number}"), null)], 18);
    }

    public Task<Uri?> DirectAddress(Uri result, CancellationToken token) => Task.FromResult<Uri?>(null);

    public Task<decimal?> Credits(CancellationToken token) => Task.FromResult<decimal?>(1000);

    public Task<ResultPresence> Look(Uri address, CancellationToken token) =>
        Task.FromResult(World.Draw(Fault.ResultUnclear) ? ResultPresence.Unclear : ResultPresence.There);

    public Task<decimal?> Seconds(Uri address, CancellationToken token) => Task.FromResult<decimal?>(null);

    public static (GenerationId Id, string Token) Addressed(Uri callback)
    {
        var parts = callback.AbsolutePath[CallbackAddress.Path.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (new GenerationId(Guid.Parse(parts[0])), parts[1]);
    }

    private Order IdOf(Uri callback) => World.Find(Addressed(callback).Id)!;
}
