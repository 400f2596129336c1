using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>Remembers who was shown which file.</summary>
public sealed class FakeInputFileShow : IInputFileShow
{
    public ConcurrentQueue<(UserId To, string FileId)> Shown { get; } = new();

    public Task<SendOutcome> Show(UserId to, MediaItem file, CancellationToken token)
    {
        Shown.Enqueue((to, file.FileId));
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(1, null));
    }
}
