using Trt.Domain.Shared;

namespace Trt.Application.Later;

/// <summary>Work for later, saved with the decision that asks for it.</summary>
public interface IOutbox
{
    void Add(ILaterCommand command, Cid cid, TimeSpan? after = null);

    /// <summary>Notes work that comes back by itself, once for the whole shop, due no later than after this time.</summary>
    Task Keep(ILaterCommand command, TimeSpan within, CancellationToken token);

    /// <summary>Brings waiting work forward to now.</summary>
    Task Hurry(ILaterCommand command, CancellationToken token);

    /// <summary>The same, and where none waits it is added; however often it is asked for, at most one waits.</summary>
    Task Ensure(ILaterCommand command, Cid cid, CancellationToken token);
}
