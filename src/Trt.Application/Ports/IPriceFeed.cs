using Trt.Domain.Catalog.Prose;

namespace Trt.Application.Ports;

/// <summary>The provider's public page of prices, written by hand beside its list. Reading it costs and changes nothing.</summary>
public interface IPriceFeed
{
    Task<FeedAnswer> Read(CancellationToken token);
}

public abstract record FeedAnswer
{
    /// <summary>Every row of it.</summary>
    public sealed record Complete(IReadOnlyList<PriceRow> Rows) : FeedAnswer;

    /// <summary>Too fast, or not there for a moment.</summary>
    public sealed record TryLater(string Detail) : FeedAnswer;

    /// <summary>Something came that is no such page, or only a part of it.</summary>
    public sealed record Unreadable(string Detail) : FeedAnswer;
}
