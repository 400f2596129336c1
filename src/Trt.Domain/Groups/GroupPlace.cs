namespace Trt.Domain.Groups;

/// <summary>A message in a group that asks for something: what comes of it answers there.</summary>
public sealed record GroupPlace(long ChatId, int MessageId);
