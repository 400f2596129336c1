using System.Collections.Frozen;
using System.Globalization;

namespace Trt.Domain.Catalog.Prose;

/// <summary>One spelling for each value of an axis, whoever wrote it: the provider's text or a price line of a card.</summary>
internal static class TierTags
{
    public const string With = "with";
    public const string Without = "without";

    private static readonly FrozenSet<string> Lengths =
        new[] { "duration", "duration_seconds", "n_frames", "extend_times", "seconds" }.ToFrozenSet(StringComparer.Ordinal);

    public static string Lines(decimal number, string unit) => Numbers.Text(number) + unit;

    public static string Seconds(decimal number) => Numbers.Text(number) + "s";

    public static string Factor(decimal number) => Numbers.Text(number) + "x";

    /// <summary>What a condition of a price line means; null when no text of prices speaks of such a thing.</summary>
    public static (TierAxis Axis, string Value)? Of(string field, string expected)
    {
        if (expected is Condition.Present or Condition.Absent)
        {
            return field.Contains("video", StringComparison.Ordinal)
                ? (TierAxis.VideoInput, expected == Condition.Present ? With : Without)
                : null;
        }

        if (expected is "true" or "false")
        {
            return field is "sound" || field.Contains("audio", StringComparison.Ordinal)
                ? (TierAxis.Audio, expected == "true" ? With : Without)
                : null;
        }

        if (IsLines(expected) is { } lines)
        {
            return (TierAxis.Resolution, lines);
        }

        if (Numbers.Parse(expected) is { } number)
        {
            return Lengths.Contains(field) ? (TierAxis.Seconds, Seconds(number))
                : field.Contains("factor", StringComparison.Ordinal) ? (TierAxis.Factor, Factor(number))
                : null;
        }

        return expected.All(char.IsAsciiLetter) ? (TierAxis.Mode, expected.ToLowerInvariant()) : null;
    }

    /// <summary>"1080P" and "4K" are sizes of a picture.</summary>
    private static string? IsLines(string text) =>
        text.Length > 1 && char.ToLowerInvariant(text[^1]) is 'p' or 'k'
        && decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Lines(number, text[^1..].ToLowerInvariant())
            : null;
}
