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
            problems.Add(Problem(ProblemCode.TooFewItems, ItemsMin, items.Count));
        }

        if (items.Count > ItemsMax)
        {
            problems.Add(Problem(ProblemCode.TooManyItems, ItemsMax, items.Count));
        }

        var checkedItems = items.Select(item => item with { MimeType = Catalog.MimeTypes.Canonical(item.MimeType) }).ToArray();
        problems.AddRange(checkedItems.SelectMany(Problems).DistinctBy(problem => problem.Code));
        if (DurationSecondsTotalMax is { } total && checkedItems.Sum(item => item.DurationSeconds ?? 0) is var together && together > total)
        {
            problems.Add(Problem(ProblemCode.MediaTooLong, total, together));
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
            yield return Problem(ProblemCode.FileTooLarge, BytesMax, item.Bytes.Value);
        }

        if (item.DurationSeconds < DurationSecondsMin)
        {
            yield return Problem(ProblemCode.MediaTooShort, DurationSecondsMin.Value, item.DurationSeconds.Value);
        }

        if (item.DurationSeconds > DurationSecondsMax)
        {
            yield return Problem(ProblemCode.MediaTooLong, DurationSecondsMax.Value, item.DurationSeconds.Value);
        }

        if (Least(item.Width, item.Height) is { } shorter && shorter < SideMin)
        {
            yield return Problem(ProblemCode.SideTooSmall, SideMin.Value, shorter);
        }

        if (Most(item.Width, item.Height) is { } longer && longer > SideMax)
        {
            yield return Problem(ProblemCode.SideTooLarge, SideMax.Value, longer);
        }
    }

    private static int? Least(int? width, int? height) => width is { } w && height is { } h ? Math.Min(w, h) : width ?? height;

    private static int? Most(int? width, int? height) => width is { } w && height is { } h ? Math.Max(w, h) : width ?? height;
}

public enum MediaKind
{
    Image,
    Video,
    Audio,
}
