namespace Trt.Domain.BackOffice;

/// <summary>Something an operator has changed: who, what, from what to what, and why. Only ever added.</summary>
public sealed record AuditEntry
{
    public const int ActorLengthMax = 100;
    public const int ActionLengthMax = 64;
    public const int SubjectLengthMax = 200;
    public const int ValueLengthMax = 2000;
    public const int ReasonLengthMax = 500;

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>"operator:&lt;id or name&gt;".</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, e.g. "setting.changed".</summary>
    public required string Action { get; init; }

    /// <summary>To what or whom, e.g. a setting's name or "user:42".</summary>
    public required string Subject { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string Reason { get; init; } = "";

    public static AuditEntry Of(
        string actor, string action, string subject, string? before, string? after, string reason, DateTimeOffset at) => new()
        {
            Id = Guid.CreateVersion7(at),
            At = at,
            Actor = actor,
            Action = action,
            Subject = subject,
            Before = before,
            After = after,
            Reason = reason,
        };
}
