using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

internal static class WaysOn
{
    public static WhatNext After(this ModelCatalog catalog, Generation generation)
    {
        var maker = catalog.Find(generation.Model);
        return new WhatNext(
            generation.Result is [var first, ..] ? NextSteps.After(catalog, maker, first.Kind) : [],
            generation.Failure is null || maker is null ? [] : catalog.Like(maker));
    }
}
