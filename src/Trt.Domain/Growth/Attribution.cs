using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>What brought a customer: the source of their very first word, once and for ever, and the latest one.</summary>
/// <param name="FirstSource">Null when they knew the shop before they first followed such a link.</param>
public sealed record Attribution(UserId UserId, string? FirstSource, string LastSource, DateTimeOffset LastAt);
