using Trt.Application.Later;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>A command that waits for its time.</summary>
internal sealed class OutboxRow
{
    public required Guid Id { get; init; }

    public required Lane Lane { get; init; }

    public required UserId UserId { get; init; }

    public required string Name { get; init; }

    public required string Key { get; init; }

    public required string Payload { get; init; }

    public required Cid Cid { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it was said without an answer.</summary>
    public int Tellings { get; init; }

    public string? LastError { get; init; }

    /// <summary>Given up: looked at and replayed by an operator.</summary>
    public DateTimeOffset? ParkedAt { get; init; }
}
