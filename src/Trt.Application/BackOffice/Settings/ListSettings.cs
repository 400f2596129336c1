using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Settings;

/// <summary>Every setting with its value, its usual value, and who changed it last; of those per model only the ones in use.</summary>
public sealed record ListSettings : IRequest<IReadOnlyList<SettingView>>
{
    /// <summary>Those that exist once per model or price line.</summary>
    public static IReadOnlyList<SettingPattern> Patterns { get; } =
        [.. SettingsRegistry.Families.Select(family => new SettingPattern(family.Pattern, family.Bounds, family.Help))];
}

/// <param name="Name">With a placeholder: "model.hidden:&lt;model&gt;".</param>
public sealed record SettingPattern(string Name, string Bounds, string Help);

/// <param name="Default">What a reset goes back to.</param>
/// <param name="Trouble">Why the stored value is not followed; null = it is.</param>
public sealed record SettingView(
    string Name, string Value, string Default, string Bounds, string Help, bool IsChanged, DateTimeOffset? ChangedAt, string? ChangedBy,
    string? Trouble)
{
    /// <summary>What it may be, for whoever shows it in words of their own.</summary>
    [JsonIgnore]
    public SettingShape Shape { get; init; } = SettingShape.Words;

    /// <summary>The variable of the shop's own environment that it begins with; null = it begins alike everywhere.</summary>
    public string? Variable { get; init; }

    /// <summary>Whoever changes it in the chat is asked twice.</summary>
    [JsonIgnore]
    public bool IsFarReaching { get; init; }

    internal static SettingView Of(SettingRule rule, Setting? row, TermsReading reading, ShopTerms start) => new(
        rule.Name,
        rule.Read(reading.Terms),
        rule.Read(start),
        rule.Bounds,
        rule.Help,
        row is not null,
        row?.ChangedAt,
        row?.ChangedBy,
        reading.TroubleOf(rule.Name))
    {
        Shape = rule.Shape,
        Variable = rule.Variable,
        IsFarReaching = rule.IsFarReaching,
    };
}

internal sealed class ListSettingsHandler(ITrtDb db, TermsInUse inUse) : IRequestHandler<ListSettings, IReadOnlyList<SettingView>>
{
    public async Task<IReadOnlyList<SettingView>> Handle(ListSettings request, CancellationToken token)
    {
        var rows = await db.Settings.AsNoTracking().OrderBy(row => row.Name).ToListAsync(token);
        var reading = TermsReading.Of(inUse.Start, rows);
        var perSubject = SettingsRegistry.Families.SelectMany(family => family.Present(reading.Terms).Select(family.Of));
        return
        [
            .. SettingsRegistry.All
                .Concat(perSubject.Concat(rows.Select(row => SettingsRegistry.Find(row.Name))).OfType<SettingRule>())
                .DistinctBy(rule => rule.Name)
                .Select(rule => SettingView.Of(rule, rows.Find(row => row.Name == rule.Name), reading, inUse.Start)),
        ];
    }
}
