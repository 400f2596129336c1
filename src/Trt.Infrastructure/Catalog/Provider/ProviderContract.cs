namespace Trt.Infrastructure.Catalog.Provider;

/// <summary>What the provider says of one model, in our words. docs/provider/README.md tells the form of its file.</summary>
public sealed record ProviderContract
{
    public const string CommonDoor = "jobs/createTask";

    public required string Model { get; init; }

    /// <summary>The path that takes its orders.</summary>
    public string Door { get; init; } = CommonDoor;

    /// <summary>The name in the order; null where the door takes none.</summary>
    public required string? SentAs { get; init; }

    /// <summary>"image", "video", "audio" or "text"; null where nobody says, as in a schema.</summary>
    public string? Gives { get; init; }

    /// <summary>False once the provider has retired or renamed it.</summary>
    public bool IsSold { get; init; } = true;

    public required IReadOnlyList<AskedInput> Asks { get; init; }

    /// <summary>Inputs of which at least one is wanted.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>Null when no price is published.</summary>
    public PublishedPrice? Price { get; init; }
}

/// <param name="Type">A word of <see cref="InputTypes"/>.</param>
public sealed record AskedInput(string Name, string Type)
{
    public bool IsRequired { get; init; }

    public string? Default { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The choices travel as 5 and not as "5".</summary>
    public bool HasNumbers { get; init; }

    /// <summary>Limit → value in words: max, min, step, length, megabytes, types, secondsMax …</summary>
    public IReadOnlyDictionary<string, string> Limits { get; init; } = new Dictionary<string, string>();

    /// <summary>Limits that the provider does not name: what we chose ourselves.</summary>
    public IReadOnlySet<string> Ours { get; init; } = new HashSet<string>();
}

/// <param name="Quantity">Where the units are counted, such as "valueOf duration"; null for one price a piece.</param>
/// <param name="Terms">What else belongs to the price, each fact by its name.</param>
public sealed record PublishedPrice(
    string Unit, string? Quantity, IReadOnlyList<PublishedLine> Lines, IReadOnlyDictionary<string, string> Terms);

/// <param name="When">Input → value, "present" or "absent", as on the cards.</param>
public sealed record PublishedLine(IReadOnlyDictionary<string, string> When, decimal Credits)
{
    /// <summary>The most it can be: the true cost shows at the end.</summary>
    public bool IsAtMost { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>The credits after that.</summary>
    public decimal? Afterwards { get; init; }
}

/// <summary>The kinds of inputs, in the words of the cards; plural ones travel as lists.</summary>
public static class InputTypes
{
    public const string Text = "text";
    public const string Texts = "texts";
    public const string Objects = "objects";
    public const string Choice = "choice";
    public const string Number = "number";
    public const string Integer = "integer";
    public const string Flag = "flag";
    public const string Image = "image";
    public const string Images = "images";
    public const string Video = "video";
    public const string Videos = "videos";
    public const string Audio = "audio";
    public const string Audios = "audios";

    public static bool IsMedia(string type) => type is Image or Images or Video or Videos or Audio or Audios;

    public static bool IsList(string type) => type is Texts or Objects or Images or Videos or Audios;
}
