using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>A call of the provider, kept as it came. One whose task is unknown waits here for its generation.</summary>
public sealed class ProviderCallback
{
    public required Guid Id { get; init; }

    public required string? TaskId { get; init; }

    public GenerationId? GenerationId { get; set; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }
}
