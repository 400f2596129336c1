using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>Which messages a delivery has, and what became of each. Every step is saved before the next one is taken.</summary>
internal sealed class DeliveryJournal
{
    private const int AlbumMax = 10;

    private readonly ITrtDb _db;
    private readonly List<DeliveryPart> _parts;

    private DeliveryJournal(ITrtDb db, List<DeliveryPart> parts) => (_db, _parts) = (db, parts);

    /// <summary>The messages with outputs come in the order of the outputs; the closing one waits for the money to be settled.</summary>
    public DeliveryPart? NextOutput => InOrder.FirstOrDefault(part => part is { IsSettled: false, IsClosing: false });

    public DeliveryPart? Closing => _parts.Find(part => part.IsClosing);

    public DeliveryGaps Gaps =>
        new(Count(_ => true), Count(part => part.State == DeliveryState.Lost), Count(part => part.State == DeliveryState.Doubted));

    /// <summary>Nothing of it is in the chat for certain, and nothing was given up.</summary>
    public bool IsUntouched => _parts.TrueForAll(part => !part.IsSettled);

    public static async Task<DeliveryJournal> Open(ITrtDb db, Generation generation, CancellationToken token)
    {
        var parts = await db.Deliveries
            .Where(part => part.UserId == generation.UserId && part.GenerationId == generation.Id)
            .ToListAsync(token);
        var journal = new DeliveryJournal(db, parts);
        if (parts.Count == 0)
        {
            journal.Plan(generation);
            await journal.Save(token);
        }

        return journal;
    }

    /// <summary>The last message carries the buttons when it can and nothing else does.</summary>
    public bool CarriesButtons(DeliveryPart part) => Closing is null && part == InOrder.Last();

    public async Task Attempt(DeliveryPart part, CancellationToken token)
    {
        if (part.Attempt())
        {
            Telemetry.PossibleDuplicates.Add(1);
        }

        await Save(token);
    }

    /// <summary>All of it leaves in one message with others.</summary>
    public async Task AttemptAll(CancellationToken token)
    {
        foreach (var part in Outputs)
        {
            await Attempt(part, token);
        }
    }

    /// <summary>It needs no closing word of its own: one is said of all that travelled together.</summary>
    /// <param name="copies">What the messenger keeps of the pieces that are next in the message.</param>
    public void SentAll(long messageId, Queue<string?> copies)
    {
        foreach (var part in Outputs.OrderBy(part => part.FirstOutput))
        {
            var ids = Enumerable.Range(0, part.OutputCount).Select(_ => copies.TryDequeue(out var id) ? id : null).ToList();
            part.Sent(messageId + part.FirstOutput, ids is [var only] ? only : null);
        }

        Closing?.Sent(messageId: 0, fileId: null);
    }

    public void NoneSent() => Outputs.ForEach(part => part.NotSent());

    public void DoubtAll(Generation generation)
    {
        Outputs.ForEach(part => part.Doubt());
        Close(generation);
    }

    public void TakeAllApart(Generation generation) => Outputs.ForEach(part => TakeApart(generation, part));

    public void TakeApart(Generation generation, DeliveryPart album)
    {
        album.TakeApart();
        for (var output = album.FirstOutput; output < album.FirstOutput + album.OutputCount; output++)
        {
            Add(generation, output, 1);
        }
    }

    /// <summary>What did not arrive for certain is told at the end, even if an end was told before.</summary>
    public void Close(Generation generation)
    {
        if (Closing is { } closing)
        {
            closing.NotSent();
        }
        else
        {
            Add(generation, generation.Result.Count, 0);
        }
    }

    public async Task Save(CancellationToken token)
    {
        await using var work = await _db.Begin(token);
        await work.Commit(token);
    }

    private List<DeliveryPart> Outputs => [.. _parts.Where(part => part is { IsSettled: false, IsClosing: false })];

    private IEnumerable<DeliveryPart> InOrder => _parts.OrderBy(part => part.FirstOutput).ThenBy(part => part.Number);

    /// <summary>Pictures and films travel together as albums, everything else one by one.</summary>
    private void Plan(Generation generation)
    {
        var outputs = generation.Result.Count;
        var size = generation.Result.All(item => item.Kind is OutputKind.Image or OutputKind.Video && item.Address is not null)
            ? AlbumMax
            : 1;
        for (var first = 0; first < outputs; first += size)
        {
            Add(generation, first, Math.Min(size, outputs - first));
        }

        if (_parts is [.., { OutputCount: > 1 }])
        {
            Close(generation);
        }
    }

    private void Add(Generation generation, int firstOutput, int outputCount)
    {
        var part = DeliveryPart.Plan(generation, _parts.Count, firstOutput, outputCount);
        _parts.Add(part);
        _db.Deliveries.Add(part);
    }

    private int Count(Func<DeliveryPart, bool> which) =>
        _parts.Where(part => part.State != DeliveryState.TakenApart && which(part)).Sum(part => part.OutputCount);
}
