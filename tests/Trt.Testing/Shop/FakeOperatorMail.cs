using System.Collections.Concurrent;
using System.Text;
using Trt.Application.Ports;

namespace Trt.Testing.Shop;

/// <summary>Remembers what followed from operators' acts.</summary>
public sealed class FakeOperatorMail : IOperatorNotifier
{
    public ConcurrentQueue<string> Alerts { get; } = new();

    public ConcurrentQueue<AdjustmentNotice> Adjustments { get; } = new();

    public ConcurrentQueue<(ExportNotice Notice, string Csv, ExportEnd End)> Exports { get; } = new();

    public Task<SendOutcome> Alert(string text, CancellationToken token)
    {
        Alerts.Enqueue(text);
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
