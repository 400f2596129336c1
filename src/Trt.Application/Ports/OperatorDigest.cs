using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>An operator has their digest of this morning; there is one a day, whoever sends it.</summary>
/// <param name="Day">By the operator's clock.</param>
public sealed record OperatorDigest(UserId UserId, DateOnly Day);
