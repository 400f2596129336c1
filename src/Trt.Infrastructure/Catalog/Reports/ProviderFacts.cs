using System.Security.Cryptography;
using System.Text;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>What the provider's documentation says about one model, as far as a card depends on it.</summary>
public sealed record ProviderFacts(string Id, string Title, string Output, string Unit)
{
    public required IReadOnlyList<FactInput> Inputs { get; init; }

    /// <summary>Price line → credits, with the keys that the cards use: "resolution=4K", "default".</summary>
    public required IReadOnlyDictionary<string, decimal> Prices { get; init; }

    /// <summary>The same facts give the same fingerprint, whatever their order in the file.</summary>
    public string Fingerprint()
    {
        var lines = Inputs.Select(input => $"input {input}")
            .Concat(Prices.Select(price => $"price {price.Key} {Numbers.Text(price.Value)}"))
            .Order(StringComparer.Ordinal)
            .Prepend($"{Id}\n{Title}\n{Output}\n{Unit}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 6));
    }
}

/// <param name="Type">"string", "enum", "integer", "number", "boolean", "image", "video", "audio", with [] for lists.</param>
/// <param name="Limits">Limit → value in words: maxLength, min, max, step, maxItems, maxBytes …</param>
public sealed record FactInput(
    string Name, string Type, bool IsRequired, IReadOnlyList<string> Choices, IReadOnlyDictionary<string, string> Limits)
{
    public override string ToString() =>
        $"{Name} {Type} {(IsRequired ? "required" : "optional")} [{string.Join(',', Choices)}] "
        + string.Join(',', Limits.OrderBy(limit => limit.Key, StringComparer.Ordinal).Select(limit => $"{limit.Key}={limit.Value}"));
}
