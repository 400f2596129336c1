using System.Globalization;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>
/// One thing the operator may change: what it is called, what it may be, what it is for, and where it stands in the terms.
/// </summary>
/// <param name="Bounds">Completes "it must be …".</param>
internal sealed record SettingRule(
    string Name, string Bounds, string Help, Func<ShopTerms, string> Read, Func<ShopTerms, string, SettingReading> Write)
{
    /// <summary>What only the cards can tell, e.g. whether a model exists; null = nothing is wrong.</summary>
    public Func<ShopTerms, ModelCatalog, string?> Objection { get; init; } = (_, _) => null;

    public SettingShape Shape { get; init; } = SettingShape.Words;

    /// <summary>All customers meet it at once, or it can cost much: whoever changes it in the chat is asked twice.</summary>
    public bool IsFarReaching { get; private init; }

    /// <summary>The environment variable that it begins with; null = it begins as usual.</summary>
    public string? Variable { get; private init; }

    /// <summary>How that variable's text becomes this setting's.</summary>
    public Func<string, string> OfVariable { get; private init; } = text => text;

    public SettingRule From(string variable, Func<string, string>? read = null) =>
        this with { Variable = variable, OfVariable = read ?? OfVariable };

    public SettingRule AskedTwice() => this with { IsFarReaching = true };

    public static SettingRule Number(
        string name, int min, int max, string help, Func<ShopTerms, int> get, Func<ShopTerms, int, ShopTerms> set) => Make(
            name,
            Invariant($"a whole number from {min} to {max}"),
            help,
            get,
            set,
            value => Invariant($"{value}"),
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
                ? value
                : null) with
        {
            Shape = new SettingShape(SettingKind.Number, min, max),
        };

    public static SettingRule Decimal(
        string name, decimal min, decimal max, string help, Func<ShopTerms, decimal> get, Func<ShopTerms, decimal, ShopTerms> set) => Make(
            name,
            Invariant($"a number from {min} to {max} with at most {DecimalsMax} decimals"),
            help,
            get,
            set,
            value => value.ToString("0.######", CultureInfo.InvariantCulture),
            text => ParseDecimal(text) is { } value && value >= min && value <= max ? value : null) with
        {
            Shape = new SettingShape(SettingKind.Decimal, min, max),
        };

    public static SettingRule Rubles(
        string name, Money min, Money max, string help, Func<ShopTerms, Money> get, Func<ShopTerms, Money, ShopTerms> set) => Make(
            name,
            $"rubles from {Text(min)} to {Text(max)}, for example 150 or 99.50",
            help,
            get,
            set,
            Text,
            text => ParseMoney(text) is { } value && value >= min && value <= max ? value : null) with
        {
            Shape = new SettingShape(SettingKind.Rubles, min.Kopecks / 100m, max.Kopecks / 100m),
        };

    public static SettingRule Flag(
        string name, string help, Func<ShopTerms, bool> get, Func<ShopTerms, bool, ShopTerms> set) => Make(
            name,
            "yes or no",
            help,
            get,
            set,
            value => value ? "yes" : "no",
            text => text.ToLowerInvariant() switch
            {
                "yes" or "true" or "on" or "1" or "да" => true,
                "no" or "false" or "off" or "0" or "нет" => false,
                _ => (bool?)null,
            }) with
        {
            Shape = new SettingShape(SettingKind.Flag, Choices: ["yes", "no"]),
        };

    public static SettingRule Choice<TEnum>(
        string name, string help, Func<ShopTerms, TEnum> get, Func<ShopTerms, TEnum, ShopTerms> set)
        where TEnum : struct, Enum => Make(
            name,
            $"one of {string.Join(", ", Enum.GetNames<TEnum>())}",
            help,
            get,
            set,
            value => value.ToString(),
            text => Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase)
                ? Enum.Parse<TEnum>(text, ignoreCase: true)
                : (TEnum?)null) with
        {
            Shape = new SettingShape(SettingKind.Choice, Choices: Enum.GetNames<TEnum>()),
        };

    /// <summary>Several values with commas between them.</summary>
    public static SettingRule List<T>(
        string name,
        string bounds,
        string help,
        int countMax,
        Func<ShopTerms, IReadOnlyList<T>> get,
        Func<ShopTerms, IReadOnlyList<T>, ShopTerms> set,
        Func<T, string> write,
        Func<string, T?> read)
        where T : class => new(
            name,
            $"{bounds}, at most {countMax.ToString(CultureInfo.InvariantCulture)}, with commas between them; or \"{Nothing}\"",
            help,
            terms => get(terms) is { Count: > 0 } values ? string.Join(", ", values.Select(write)) : Nothing,
            (terms, text) =>
            {
                string[] parts = text.Trim() == Nothing
                    ? []
                    : text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                var values = parts.Select(read).ToList();
                return text.Trim().Length == 0 || parts.Length > countMax || values.Contains(null)
                    ? SettingReading.No
                    : new SettingReading.Taken(set(terms, [.. values.OfType<T>().Distinct()]));
            })
        {
            Shape = new SettingShape(SettingKind.Several, Max: countMax),
        };

    /// <summary>Words of the operator's own; empty ones are written as "none".</summary>
    public static SettingRule Words(
        string name, int lengthMax, string help, Func<ShopTerms, string?> get, Func<ShopTerms, string?, ShopTerms> set) => new(
            name,
            Invariant($"a text of at most {lengthMax} characters, or \"{Nothing}\""),
            help,
            terms => get(terms) ?? Nothing,
            (terms, text) => text.Trim() is { Length: > 0 } said && said.Length <= lengthMax
                ? new SettingReading.Taken(set(terms, said == Nothing ? null : said))
                : SettingReading.No)
        {
            Shape = SettingShape.Words with { Max = lengthMax },
        };

    /// <summary>An empty list, written so that it is no slip of the keyboard.</summary>
    public const string Nothing = SettingShape.Nothing;

    public static string Text(Money money) => (money.Kopecks / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    public static Money? ParseMoney(string text) =>
        ParseDecimal(text) is { } rubles && rubles <= MoneyMax && rubles * 100 == decimal.Truncate(rubles * 100)
            ? Money.Rubles(rubles)
            : null;

    private const int DecimalsMax = 6;

    private const decimal MoneyMax = 1_000_000_000;

    private static SettingRule Make<T>(
        string name, string bounds, string help, Func<ShopTerms, T> get, Func<ShopTerms, T, ShopTerms> set, Func<T, string> write,
        Func<string, T?> read)
        where T : struct => new(
            name,
            bounds,
            help,
            terms => write(get(terms)),
            (terms, text) => read(text.Trim()) is { } value ? new SettingReading.Taken(set(terms, value)) : SettingReading.No);

    /// <summary>As people type it: "78,57" and "78.57" are the same; no sign, no exponent, no other digits than 0 to 9.</summary>
    private static decimal? ParseDecimal(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value.Scale <= DecimalsMax
            ? value
            : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

internal abstract record SettingReading
{
    /// <summary>The value does not keep to the rule's bounds.</summary>
    public static readonly SettingReading No = new Refused();

    public sealed record Taken(ShopTerms Terms) : SettingReading;

    public sealed record Refused : SettingReading;
}
