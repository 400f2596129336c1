namespace Trt.Domain.Catalog;

/// <summary>How long an order is worked on: half of them are done after the first, nine of ten after the second.</summary>
public sealed record RunTime(TimeSpan Half, TimeSpan Most)
{
    /// <summary>What is said until the shop has made its own experience.</summary>
    public static RunTime Of(OutputKind output) => output switch
    {
        OutputKind.Image => Seconds(30, 30),
        OutputKind.Video => Seconds(60, 180),
        OutputKind.Audio or OutputKind.Text => Seconds(10, 30),
    };

    private static RunTime Seconds(int half, int most) => new(TimeSpan.FromSeconds(half), TimeSpan.FromSeconds(most));
}
