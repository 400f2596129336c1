namespace Trt.Application.Ports;

/// <summary>The provider's own list of its models, with the text of each one's price. Reading it costs and changes nothing.</summary>
public interface IProviderCatalog
{
    Task<ProviderList> List(CancellationToken token);
}

public abstract record ProviderList
{
    /// <summary>The whole list, as it says itself.</summary>
    public sealed record Complete(IReadOnlyList<ListedModel> Models) : ProviderList;

    /// <summary>Too fast, or not there for a moment.</summary>
    public sealed record TryLater(TimeSpan? After, string Detail) : ProviderList;

    /// <summary>Something came that is no such list, or only a part of one.</summary>
    public sealed record Unreadable(string Detail) : ProviderList;
}

/// <param name="Model">What an order calls it.</param>
/// <param name="PriceText">Null where the provider shows none.</param>
public sealed record ListedModel(string Model, string? Title, IReadOnlyList<string> TaskTypes, string? PriceText);
