using System.Collections.Concurrent;
using Trt.Domain.Shared;

namespace Trt.Api.Instance;

/// <summary>Owners who want to see below each screen what brought it. It ends by itself, and with the instance.</summary>
internal sealed class DebugWatch(TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<UserId, DateTimeOffset> _until = new();

    /// <summary>Null when this person does not debug.</summary>
    public DateTimeOffset? Until(UserId who) =>
        !_until.IsEmpty && _until.TryGetValue(who, out var until) && until > time.GetUtcNow() ? until : null;

    public void Begin(UserId who) => _until[who] = time.GetUtcNow() + Lasts;

    public void End(UserId who) => _until.TryRemove(who, out _);
}
