using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Catalog;

/// <summary>A field of the kind "image", "video" or "audio", one file or several.</summary>
internal static class MediaReader
{
    private const decimal BytesPerMegabyte = 1024 * 1024;
    private const int MegabytesMax = 10_000;

    public static MediaField? Read(CardSection section, MediaKind kind, bool isList, string name, LocalText label)
    {
        var word = kind.ToString().ToLowerInvariant();
        var types = section.Texts("types")
            .Select(type => MimeTypes.Canonical(type.Contains('/', StringComparison.Ordinal) ? type : $"{word}/{type}"))
            .Distinct()
            .ToArray();
        if (types.Length == 0)
        {
            section.Errors.Add(section.LineOf("types"), $"\"{name}\" has no file types", "list them: \"types\": [\"jpeg\", \"png\"]");
        }

        var megabytes = section.Number("megabytes");
        if (megabytes is null or <= 0 or > MegabytesMax)
        {
            section.Errors.Add(
                section.LineOf("megabytes"),
                $"\"{name}\" has no sound size limit",
                $"give \"megabytes\" from 1 to {MegabytesMax}");
            megabytes = null;
        }

        var (min, max) = (section.Whole("min") ?? 1, section.Whole("max") ?? 1);
        var ordered = section.InOrder(min, max);
        if (!isList && (min != 1 || max != 1))
        {
            section.Errors.Add(
                section.LineOf("max"),
                $"\"{name}\" takes one file",
                $"use the kind \"{word}s\" for several");
        }

        var field = new MediaField
        {
            Name = name,
            Label = label,
            Kind = kind,
            IsList = isList,
            ItemsMin = min,
            ItemsMax = max,
            BytesMax = (long)((megabytes ?? 0) * BytesPerMegabyte),
            MimeTypes = types,
            DurationSecondsMin = section.Whole("secondsMin"),
            DurationSecondsMax = section.Whole("secondsMax"),
            DurationSecondsTotalMax = section.Whole("secondsTotal"),
            SideMin = section.Whole("sideMin"),
            SideMax = section.Whole("sideMax"),
        };
        return ordered && types.Length > 0 ? field : null;
    }
}
