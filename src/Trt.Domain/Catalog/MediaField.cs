namespace Trt.Domain.Catalog;

public sealed record MediaField : Field
{
    public required MediaKind Kind { get; init; }

    /// <summary>The provider wants an array even for one item.</summary>
    public required bool IsList { get; init; }

    public int ItemsMin { get; init; } = 1;

    public int ItemsMax { get; init; } = 1;

    public required long BytesMax { get; init; }

    public required IReadOnlyList<string> MimeTypes { get; init; }

    public int? DurationSecondsMin { get; init; }

    public int? DurationSecondsMax { get; init; }

    /// <summary>All items together.</summary>
    public int? DurationSecondsTotalMax { get; init; }

    /// <summary>Pixels along each side of a picture or a frame.</summary>
    public int? SideMin { get; init; }

    public int? SideMax { get; init; }

    internal override InputValue? Normalise(InputValue given, List<InputProblem> problems)
    {
        if (given is not MediaValue { Items: var items })
        {
            problems.Add(Problem(ProblemCode.WrongKind));
            return null;
        }

        var before = problems.Count;
        if (items.Count < ItemsMin)
        {
            problems.Add(Problem(ProblemCode.TooFewItems, Numbers.Text(ItemsMin)));
        }

        if (items.Count > ItemsMax)
        {
            problems.Add(Problem(ProblemCode.TooManyItems, Numbers.Text(ItemsMax)));
        }

        var checkedItems = items.Select(item => item with { MimeType = Catalog.MimeTypes.Canonical(item.MimeType) }).ToArray();
        problems.AddRange(checkedItems.SelectMany(Problems).Distinct());
        if (DurationSecondsTotalMax is { } total && checkedItems.Sum(item => item.DurationSeconds ?? 0) > total)
        {
            problems.Add(Problem(ProblemCode.MediaTooLong, Numbers.Text(total)));
        }

        return problems.Count == before ? new MediaValue(checkedItems) : null;
    }

    /// <summary>What is not known yet (a size before the download) is not held against the item; it is checked again later.</summary>
    private IEnumerable<InputProblem> Problems(MediaItem item)
    {
        if (item.Kind != Kind || !MimeTypes.Contains(item.MimeType, StringComparer.Ordinal))
        {
            yield return Problem(ProblemCode.WrongMediaType, string.Join(", ", MimeTypes));
        }

        if (item.Bytes > BytesMax)
        {
            yield return Problem(ProblemCode.FileTooLarge, Numbers.Text(BytesMax));
        }

        if (item.DurationSeconds < DurationSecondsMin)
        {
            yield return Problem(ProblemCode.MediaTooShort, Numbers.Text(DurationSecondsMin.Value));
        }

        if (item.DurationSeconds > DurationSecondsMax)
        {
            yield return Problem(ProblemCode.MediaTooLong, Numbers.Text(DurationSecondsMax.Value));
        }

        if (item.Width < SideMin || item.Height < SideMin)
        {
            yield return Problem(ProblemCode.SideTooSmall, Numbers.Text(SideMin.Value));
        }

        if (item.Width > SideMax || item.Height > SideMax)
        {
            yield return Problem(ProblemCode.SideTooLarge, Numbers.Text(SideMax.Value));
        }
    }
}

public enum MediaKind
{
    Image,
    Video,
    Audio,
}
