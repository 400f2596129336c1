using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>
/// Files that go into an order: what the customer sent lies in the chat, what an earlier order made lies where it was made. When that is
/// gone, the copy in the chat is still there.
/// </summary>
internal sealed class InputFiles(ICustomerFiles chat, IResultFiles results, ITrtDb db, ResultRenewal renewal)
{
    public Task<CustomerFile> Open(MediaItem item, CancellationToken token) =>
        item.Made is { } made ? Open(item, made, token) : chat.Open(item, token);

    private async Task<CustomerFile> Open(MediaItem item, MadeFile made, CancellationToken token)
    {
        var generation = await db.ReadGeneration(made.Generation, token);
        var opened = await Open(generation, made, token);
        return opened is CustomerFile.Lost && await Copy(made, token) is { } copy
            ? await chat.Open(item with { FileId = copy }, token)
            : opened;
    }

    private async Task<CustomerFile> Open(Generation generation, MadeFile made, CancellationToken token)
    {
        var opened = await Fetch(generation, made, token);
        return opened is not CustomerFile.Lost
            ? opened
            : await renewal.Renew(generation, token) switch
            {
                RenewalOutcome.Renewed renewed => await Fetch(renewed.Generation, made, token),
                RenewalOutcome.TryLater later => new CustomerFile.TryLater(later.After, later.Detail),
                RenewalOutcome.Gone => opened,
                var other => throw new InvalidOperationException($"No rule for {other}"),
            };
    }

    private async Task<CustomerFile> Fetch(Generation generation, MadeFile made, CancellationToken token) =>
        generation.Result.ElementAtOrDefault(made.Output)?.Address is { } address
            ? await results.Open(address, token)
            : new CustomerFile.Lost("the result has no such file");

    private Task<string?> Copy(MadeFile made, CancellationToken token) => db.Deliveries.AsNoTracking()
        .Where(part => part.GenerationId == made.Generation
            && part.FirstOutput == made.Output
            && part.OutputCount == 1
            && part.State == DeliveryState.Sent)
        .Select(part => part.FileId)
        .FirstOrDefaultAsync(token);
}
