using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>
/// Where matters begin, go on and end: one after the other, saved with the word to each who hears it. A word of one who cannot be
/// reached then holds up nobody else's.
/// </summary>
internal sealed class MatterBook(ITrtDb db, IOutbox outbox, Operators operators, TimeProvider time)
{
    public async Task See(Matter matter, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        foreach (var over in matter.Ends)
        {
            (await db.LockMatter(over, token))?.End(time.GetUtcNow());
        }

        await Tell(await Seen(matter, token), token);
        await work.Commit(token);
    }

    public Task End(string subject, CancellationToken token) => Change(subject, (standing, now) => standing.End(now), token);

    public Task Remind(string subject, CancellationToken token) => Change(subject, (standing, now) => standing.Remind(now), token);

    private async Task<MatterWord?> Seen(Matter matter, CancellationToken token)
    {
        if (await db.LockMatter(matter.Subject, token) is { } known)
        {
            return known.See(matter, time.GetUtcNow());
        }

        var (standing, word) = OperatorMatter.Begin(matter, time.GetUtcNow());
        db.OperatorMatters.Add(standing);
        return word;
    }

    private async Task Change(string subject, Func<OperatorMatter, DateTimeOffset, MatterWord?> change, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockMatter(subject, token) is { } standing)
        {
            await Tell(change(standing, time.GetUtcNow()), token);
            await work.Commit(token);
        }
    }

    private async Task Tell(MatterWord? word, CancellationToken token)
    {
        if (word is null)
        {
            return;
        }

        var cid = Cid.New(time.GetUtcNow());
        foreach (var hearer in await operators.WhoMay(AdminAct.HearAlerts, token))
        {
            outbox.Add(new TellOperator(hearer, word), cid);
        }
    }
}
