using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>Remembers who got which broadcast, however often.</summary>
public sealed class FakeBroadcastChat : IBroadcastNotifier
{
    public ConcurrentQueue<(UserId Customer, Language Language)> Sent { get; } = new();

    public ConcurrentQueue<Language> Previews { get; } = new();

    public ConcurrentQueue<BroadcastCounts> Ends { get; } = new();

    /// <summary>What the messenger answers; it has arrived unless it says otherwise.</summary>
    public Func<UserId, Task<SendOutcome>> Answers { get; set; } = _ => Task.FromResult<SendOutcome>(new SendOutcome.Sent(1, null));

    public async Task<SendOutcome> Send(UserId customer, Language language, Broadcast broadcast, CancellationToken token)
    {
        var outcome = await Answers(customer);
        if (outcome is SendOutcome.Sent or SendOutcome.Unknown)
        {
            Sent.Enqueue((customer, language));
        }

        return outcome;
    }

    public Task<SendOutcome> Preview(UserId author, Language language, Broadcast broadcast, CancellationToken token)
    {
        Previews.Enqueue(language);
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(1, null));
    }

    public Task<SendOutcome> Ended(UserId author, Language language, Broadcast broadcast, BroadcastCounts counts, CancellationToken token)
    {
        Ends.Enqueue(counts);
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(1, null));
    }
}
