using System.Collections.Concurrent;
using System.Text;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>Remembers what followed from operators' acts.</summary>
public sealed class FakeOperatorMail : IOperatorNotifier
{
    /// <summary>As one of the operators has heard them.</summary>
    public IReadOnlyList<Matter> Alerts =>
        [.. Words.Where(word => word.Operator == Words.First().Operator).Select(word => word.Word.Matter)];

    public ConcurrentQueue<AlertNotice> Words { get; } = new();

    public ConcurrentQueue<DigestNotice> Digests { get; } = new();

    /// <summary>What the messenger answers instead of taking it.</summary>
    public Func<UserId, SendOutcome>? Refuses { get; set; }

    public ConcurrentQueue<AdjustmentNotice> Adjustments { get; } = new();

    public ConcurrentQueue<(ExportNotice Notice, string Csv, ExportEnd End)> Exports { get; } = new();

    public Task<SendOutcome> Alert(AlertNotice notice, CancellationToken token)
    {
        Words.Enqueue(notice);
        return Refuses is { } refuses ? Task.FromResult(refuses(notice.Operator)) : Sent();
    }

    public Task<SendOutcome> Digest(DigestNotice notice, CancellationToken token)
    {
        Digests.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Adjusted(AdjustmentNotice notice, CancellationToken token)
    {
        Adjustments.Enqueue(notice);
        return Sent();
    }

    public async Task<SendOutcome> Export(ExportNotice notice, Func<Stream, Task<ExportEnd>> write, CancellationToken token)
    {
        using var file = new MemoryStream();
        var end = await write(file);
        Exports.Enqueue((notice, Encoding.UTF8.GetString(file.ToArray()), end));
        return await Sent();
    }

    private static Task<SendOutcome> Sent() => Task.FromResult<SendOutcome>(new SendOutcome.Sent(1, null));
}
