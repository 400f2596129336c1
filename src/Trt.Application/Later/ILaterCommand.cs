using MediatR;
using Trt.Domain.Shared;

namespace Trt.Application.Later;

/// <summary>
/// A command that runs later from the outbox, at least once. Its name and payload are stored, so both outlive releases:
/// a changed payload takes a new name.
/// </summary>
public interface ILaterCommand : IRequest<LaterOutcome>
{
    Lane Lane { get; }

    /// <summary>Whose work it is: kept in order in a chat, served fairly at the provider.</summary>
    UserId UserId { get; }

    /// <summary>What it is about; finds waiting work again.</summary>
    string Key { get; }
}

public enum Lane
{
    /// <summary>Starts at the provider: slow, paced, fair among customers.</summary>
    Submit,

    /// <summary>Looks at running work.</summary>
    Check,

    /// <summary>Work on payments, apart from the rest, so that a silent payment provider holds up nothing else.</summary>
    Payment,

    /// <summary>Messages that people are owed, in order per chat.</summary>
    Chat,

    /// <summary>What operators must know, apart from the customers' messages: a bad hour must not hold those up.</summary>
    Operators,

    /// <summary>What the shop writes to many; last of all, so that it slows down nobody's own messages.</summary>
    News,
}

public abstract record LaterOutcome
{
    public static readonly LaterOutcome Done = new Finished();

    public static LaterOutcome Unsure(string why) => new Perhaps(why);

    public static LaterOutcome After(TimeSpan wait, string? why = null) => new Again(wait, why);

    public sealed record Finished : LaterOutcome;

    /// <summary>The same row once more after a while; not a fault.</summary>
    public sealed record Again(TimeSpan Wait, string? Why) : LaterOutcome;

    /// <summary>It was said, and nobody knows whether it was heard: a second copy costs nothing, silence does.</summary>
    public sealed record Perhaps(string Why) : LaterOutcome;
}
