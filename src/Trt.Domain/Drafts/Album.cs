namespace Trt.Domain.Drafts;

/// <param name="Extra">Files that found no place.</param>
public sealed record Album(string Id, string Field, int Extra = 0);
