using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>Remembers which archives came and which messages were taken out of a chat.</summary>
public sealed class FakePrivacyMail : IPrivacyNotifier
{
    public ConcurrentQueue<(ArchiveNotice Notice, byte[] Zip, bool More)> Archives { get; } = new();

    public ConcurrentQueue<(UserId User, long Message)> Wiped { get; } = new();

    public Task<SendOutcome> Wipe(UserId user, Language language, IReadOnlyList<long> messages, CancellationToken token)
    {
        messages.ToList().ForEach(message => Wiped.Enqueue((user, message)));
        return Sent();
    }

    public async Task<SendOutcome> Archive(ArchiveNotice notice, Func<Stream, Task<bool>> write, CancellationToken token)
    {
        using var file = new MemoryStream();
        var more = await write(file);
        Archives.Enqueue((notice, file.ToArray(), more));
        return await Sent();
    }

    private static Task<SendOutcome> Sent() => Task.FromResult<SendOutcome>(new SendOutcome.Sent(1, null));
}
