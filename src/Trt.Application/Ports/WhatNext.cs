using Trt.Domain.Catalog;

namespace Trt.Application.Ports;

/// <summary>Where a customer goes on after an order: what its result can become, and who else would do the same work.</summary>
public sealed record WhatNext(IReadOnlyList<NextStep> Steps, IReadOnlyList<ModelCard> Alike)
{
    public static readonly WhatNext Nothing = new([], []);
}
