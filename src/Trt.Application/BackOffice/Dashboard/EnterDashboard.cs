using MediatR;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Dashboard;

/// <summary>Whoever holds a link uses it: once, in time, and as what they were when they asked for it.</summary>
public sealed record EnterDashboard(string Link, string Device) : IRequest<EntryResult>;

public abstract record EntryResult
{
    /// <summary>A class of its own would print nothing either; this one is never logged.</summary>
    /// <param name="Key">What the browser shows from now on.</param>
    public sealed record Entered(string Key, TimeSpan Lifetime) : EntryResult
    {
        public override string ToString() => nameof(Entered);
    }

    public sealed record UsedBefore : EntryResult;

    public sealed record Over : EntryResult;

    /// <summary>They are no operator any more, or another one.</summary>
    public sealed record RoleChanged : EntryResult;
}

internal sealed class EnterDashboardHandler(AdminGate gate, ITrtDb db, ShopOptions options, TimeProvider time)
    : IRequestHandler<EnterDashboard, EntryResult>
{
    public async Task<EntryResult> Handle(EnterDashboard request, CancellationToken token)
    {
        if (!SealedKey.IsOurs(request.Link, options.DashboardSecret))
        {
            return new EntryResult.Over();
        }

        await using var work = await db.Begin(token);
        if (await db.LockDashboardLink(SealedKey.MarkOf(request.Link), token) is not { } session)
        {
            return new EntryResult.Over();
        }

        var by = new Actor.InChat(session.UserId);
        if ((await gate.RightsOf(by, token)).Role != session.Role)
        {
            return new EntryResult.RoleChanged();
        }

        var (key, now) = (SealedKey.Make(options.DashboardSecret), time.GetUtcNow());
        switch (session.Use(SealedKey.MarkOf(key), request.Device, now))
        {
            case LinkUse.UsedBefore:
                return new EntryResult.UsedBefore();
            case LinkUse.Over:
                return new EntryResult.Over();
        }

        db.Audit.Add(AuditEntry.Of(by.Mark, "dashboard.entered", $"user:{session.UserId}", null, null, "", now));
        await work.Commit(token);
        return new EntryResult.Entered(key, DashboardSession.Lifetime);
    }
}
