using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Catalogue;

/// <summary>What the provider writes about the price of one of its models.</summary>
internal static class PriceTag
{
    private static readonly string[] Lengths = ["duration", "n_frames", "extend_times"];

    /// <summary>A few pages tell a price in a way of their own, which no rule of ours has to understand.</summary>
    public static string Of(KieModel model, Dialect dialect)
    {
        if (model.Tokens is { } tokens)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{tokens.Output:#,0} credits (${tokens.Output * 0.005m:0.##}) / 1M tokens");
        }

        var extras = string.Concat((model.Extras ?? []).Select(extra => string.Create(
            CultureInfo.InvariantCulture, $"\nAdditional {extra.Input}: {extra.Credits:0.####} credits each, the first {extra.FreeItems} are free.")));
        return Tiers(model) is { } tiers
            ? PriceWords.Write(NameOf(model), UnitOf(model), tiers, dialect) + extras
            : $"Depends on {string.Join(" and ", model.Skus![0].When.Select(pair => pair.Key))}.";
    }

    /// <summary>Null where the prices depend on something that its texts have no words for.</summary>
    public static IReadOnlyList<WordTier>? Tiers(KieModel model)
    {
        if (model.Skus is null)
        {
            return [new WordTier(model.Credits ?? 1, new Dictionary<WordAxis, string>())];
        }

        var tiers = new List<WordTier>();
        foreach (var sku in model.Skus)
        {
            var tags = new Dictionary<WordAxis, string>();
            foreach (var (name, wanted) in sku.When)
            {
                if (TagOf(name, wanted) is not { } tag || !tags.TryAdd(tag.Axis, tag.Value))
                {
                    return null;
                }
            }

            tiers.Add(new WordTier(sku.Credits, tags));
        }

        return tiers;
    }

    public static WordUnit UnitOf(KieModel model) => model.Count switch
    {
        null => model.Output switch { "image" => WordUnit.Image, "video" => WordUnit.None, _ => WordUnit.Request },
        { Per: 60 } => WordUnit.Minute,
        { CharactersOf: not null } => WordUnit.ThousandChars,
        { Input: "num_images" or "max_images" or "n" } => WordUnit.Image,
        _ => WordUnit.Second,
    };

    public static string NameOf(KieModel model) => string.Join(
        ' ', model.Id.Split(['/', '-', '_']).Select(word => word.Length > 1 ? char.ToUpperInvariant(word[0]) + word[1..] : word));

    private static (WordAxis Axis, string Value)? TagOf(string name, JsonNode? wanted)
    {
        if (wanted is JsonObject presence)
        {
            return name.Contains("video", StringComparison.Ordinal)
                ? (WordAxis.Video, presence["present"]!.GetValue<bool>() ? "with" : "no")
                : null;
        }

        var value = wanted!.ToString();
        if (value is "true" or "false")
        {
            var isSound = name == "sound" || name.Contains("audio", StringComparison.Ordinal);
            return isSound ? (WordAxis.Audio, value == "true" ? "with" : "no") : null;
        }

        return value.Length > 1 && value[^1] is 'p' or 'P' or 'k' or 'K' && char.IsAsciiDigit(value[0])
            ? (WordAxis.Resolution, value.ToLowerInvariant())
            : Lengths.Contains(name) ? (WordAxis.Seconds, value)
            : value.All(char.IsAsciiLetter) ? (WordAxis.Mode, value)
            : null;
    }
}
