using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>One method of the Bot API. It runs under the account's lock, so it never waits.</summary>
internal sealed record BotMethod(string Name, Func<Call, object> Run)
{
    /// <summary>A method whose only result is that it was done.</summary>
    public BotMethod(string name, Action<Call> act)
        : this(name, call =>
        {
            act(call);
            return true;
        })
    {
    }

    /// <summary>Which parameters may name media by URL; what they name is fetched before the lock is taken.</summary>
    public Func<Parameters, IEnumerable<MediaReference>>? Media { get; init; }

    /// <summary>Set for the one method that waits: it takes the lock itself.</summary>
    public Func<Call, CancellationToken, Task<object>>? Wait { get; init; }

    /// <summary>Counts against the pace of messages.</summary>
    public bool IsPaced { get; init; }
}

internal readonly record struct MediaReference(string Value, FileKind Kind)
{
    /// <summary>A file_id has no dot; whatever has one is an address.</summary>
    public bool IsUrl => Value.Contains('.') && !Value.StartsWith("attach://", StringComparison.Ordinal);
}
