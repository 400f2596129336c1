using System.Collections.Concurrent;
using MediatR;
using Trt.Application.Users;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// Who we have talked to lately: spares the database a look at the same person with every press. A little staleness
/// (a language chosen on another instance) does no harm.
/// </summary>
internal sealed class CustomerBook(TimeProvider time)
{
    private const int PeopleMax = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<UserId, (CustomerFacts Facts, DateTimeOffset Until)> _known = new();

    public async ValueTask<CustomerFacts> Enter(Person who, Cid cid, IMediator mediator, CancellationToken token, StartParameter? link = null)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(who.Id, out var entry) && now < entry.Until)
        {
            return entry.Facts;
        }

        var facts = await mediator.Send(new EnterChat(who.Id, who.Name, who.Username, who.Guess, cid, link), token);
        if (_known.Count >= PeopleMax)
        {
            _known.Clear();
        }

        _known[who.Id] = (facts with { IsNew = false, GivenFree = 0 }, now + Kept);
        return facts;
    }

    public void Forget(UserId user) => _known.TryRemove(user, out _);
}
