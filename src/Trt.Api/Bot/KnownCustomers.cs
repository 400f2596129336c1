using System.Collections.Concurrent;
using System.Collections.Frozen;
using MediatR;
using Trt.Api.Bot.Updates;
using Trt.Application.Users;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot;

/// <summary>
/// Who we have talked to lately: spares the database a look at the same person with every press. A little staleness
/// (a language chosen on another instance) does no harm; who is blocked is followed apart, by <see cref="BlockWatch"/>.
/// </summary>
internal sealed class KnownCustomers(TimeProvider time)
{
    private const int PeopleMax = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<UserId, (CustomerFacts Facts, DateTimeOffset Until)> _known = new();
    private volatile FrozenSet<UserId> _blocked = [];

    public async ValueTask<CustomerFacts> Enter(
        Person who, Cid cid, IMediator mediator, CancellationToken token, StartParameter? link = null)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(who.Id, out var entry) && now < entry.Until)
        {
            return Today(entry.Facts);
        }

        var facts = await mediator.Send(new EnterChat(who.Id, who.Name, who.Username, who.Guess, cid, link), token);
        if (_known.Count >= PeopleMax)
        {
            _known.Clear();
        }

        _known[who.Id] = (facts with { IsNew = false, GivenFree = 0, Welcome = Money.Zero }, now + Kept);
        return Today(facts);
    }

    /// <summary>Their order has been begun, changed or ended here: the menu leads back to it without asking the database.</summary>
    public void NoteOrder(UserId user, bool waits)
    {
        if (_known.TryGetValue(user, out var entry) && entry.Facts.OrderWaits != waits)
        {
            _known.TryUpdate(user, (entry.Facts with { OrderWaits = waits }, entry.Until), entry);
        }
    }

    public void Forget(UserId user) => _known.TryRemove(user, out _);

    /// <summary>Done on this instance, so it need not wait for the watch.</summary>
    public void Unblock(UserId user)
    {
        _blocked = _blocked.Where(blocked => blocked != user).ToFrozenSet();
        Forget(user);
    }

    /// <summary>Whoever was blocked or unblocked since is looked up anew.</summary>
    public void BlockOnly(IEnumerable<UserId> everybody)
    {
        var (before, now) = (_blocked, everybody.ToFrozenSet());
        _blocked = now;
        foreach (var changed in before.Except(now).Concat(now.Except(before)))
        {
            Forget(changed);
        }
    }

    private CustomerFacts Today(CustomerFacts facts) => _blocked.Contains(facts.UserId) ? facts with { IsBlocked = true } : facts;
}
