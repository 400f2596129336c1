using System.Collections.Frozen;
using System.Reflection;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Reads what a button carries: the inventory of all buttons. Each family of routes has its lines.</summary>
internal static class RouteTable
{
    private static readonly FrozenDictionary<string, Func<string[], Route?>> Readers =
        new[]
            {
                FrontRoute.Readers, FindRoute.Readers, WizardRoute.Readers, OrderRoute.Readers, MoneyRoute.Readers,
                TransferRoute.Readers, GrowthRoute.Readers, RecipeRoute.Readers, AdminRoute.Readers, RangeRoute.Readers, TeamRoute.Readers,
                InspectRoute.Readers, DashboardRoute.Readers,
                BroadcastRoute.Readers, SettingRoute.Readers, PromoCodeRoute.Readers, AdminPaymentRoute.Readers,
                AdminOrderRoute.Readers, PrivacyRoute.Readers,
                GroupRoute.Readers,
            }
            .SelectMany(readers => readers)
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<GenerationType, string> Slugs =
        Enum.GetValues<GenerationType>().ToFrozenDictionary(type => type, type => SlugFrom(type.ToString()));

    private static readonly FrozenDictionary<string, GenerationType> Types = Slugs.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>What reads each, for whoever wants to know what it makes.</summary>
    public static IEnumerable<KeyValuePair<string, MethodInfo>> ReadersByName =>
        Readers.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Method));

    /// <summary>Null when nothing of ours (any more) is behind this button.</summary>
    public static Route? Read(string data)
    {
        var parts = data.Split(':');
        return Readers.TryGetValue(parts[0], out var read) ? read(parts[1..]) : LegacyButtons.Read(data);
    }

    /// <summary>The name that a button's data begins with, when it is one of ours.</summary>
    public static string? NameIn(string data)
    {
        var end = data.IndexOf(':', StringComparison.Ordinal);
        var name = end < 0 ? data : data[..end];
        return Readers.ContainsKey(name) ? name : null;
    }

    public static string SlugOf(GenerationType type) => Slugs[type];

    public static string CodeOf(Language language) => language switch
    {
        Language.Russian => "ru",
        Language.English => "en",
    };

    public static Language? LanguageOf(string? code) => code switch
    {
        "ru" => Language.Russian,
        "en" => Language.English,
        _ => null,
    };

    public static GenerationType? TypeOf(string? slug) => slug is not null && Types.TryGetValue(slug, out var type) ? type : null;

    /// <summary>TextToImage → text-to-image.</summary>
    private static string SlugFrom(string name) =>
        string.Concat(name.Select(
            (letter, index) =>
                char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
