using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>The messenger's book of Stars, as a test writes it.</summary>
public sealed class FakeStars : IStars
{
    private readonly ConcurrentQueue<StarsRefund> _answers = new();

    public ConcurrentQueue<string> AskedToRefund { get; } = new();

    /// <summary>Newest first, as the messenger gives it.</summary>
    public List<StarsMovement> Book { get; } = [];

    public int PageRows { get; set; } = 100;

    /// <summary>The book cannot be read from this row on.</summary>
    public int? SilentFrom { get; set; }

    public FakeStars NextRefund(StarsRefund answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public Task<StarsRefund> Refund(UserId payer, string chargeId, CancellationToken token)
    {
        AskedToRefund.Enqueue(chargeId);
        return Task.FromResult(_answers.TryDequeue(out var answer) ? answer : new StarsRefund.Done());
    }

    public Task<StarsPage?> Read(int offset, CancellationToken token)
    {
        var rows = Book.Skip(offset).Take(PageRows).ToList();
        return Task.FromResult(offset >= SilentFrom ? null : new StarsPage(rows.Count, rows));
    }
}
