using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

public static class Percentage
{
    /// <summary>Whole kopecks, rounded down: the house never promises a part of one.</summary>
    public static Money Of(Money amount, int percent, Money max)
    {
        var part = new Money((long)((Int128)amount.Kopecks * percent / 100));
        return part < max ? part : max;
    }
}
