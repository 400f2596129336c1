using System.Collections.Frozen;
using System.Text.Json;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>The words a card may use. The JSON Schema beside the cards lists the same; a test holds the two together.</summary>
internal static class CardWords
{
    public static readonly FrozenDictionary<string, ProviderFamily> Families = Words<ProviderFamily>();

    public static readonly FrozenDictionary<string, GenerationType> Types = Words<GenerationType>();

    public static readonly FrozenDictionary<string, OutputKind> Outputs = Words<OutputKind>();

    public static readonly FrozenDictionary<string, PriceUnit> Units = Words<PriceUnit>();

    public static readonly FrozenDictionary<string, ChoiceWire> Wires = Words<ChoiceWire>();

    /// <summary>Reasons not to offer a model that only a person can know; the others follow from the card itself.</summary>
    public static readonly FrozenDictionary<string, ModelStatus> Blocks = new Dictionary<string, ModelStatus>
    {
        ["absent"] = ModelStatus.AbsentUpstream,
        ["unsupported"] = ModelStatus.Unsupported,
        ["hidden"] = ModelStatus.HiddenByOperator,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, RefusalCharge> Charges = Words<RefusalCharge>();

    public static readonly FrozenDictionary<string, FieldKind> Kinds = Words<FieldKind>();

    private static FrozenDictionary<string, T> Words<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(value => Kebab(value.ToString()), StringComparer.Ordinal);

    /// <summary>TextToImage → text-to-image, FourOImage → four-o-image.</summary>
    private static string Kebab(string name) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}

/// <summary>Plural kinds travel to the provider as lists, even with one item.</summary>
internal enum FieldKind
{
    Text,
    Line,
    Texts,
    Dialogue,
    Choice,
    Number,
    Integer,
    Flag,
    Image,
    Images,
    Video,
    Videos,
    Audio,
    Audios,
    Earlier,
}
