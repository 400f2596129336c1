using System.Collections.Frozen;
using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Kie;

/// <summary>Every door of the provider but the common one, which <see cref="JobsFamily"/> knows.</summary>
internal static class Doors
{
    /// <summary>The door of a song, and the name of it.</summary>
    public const string Song = "generate";

    private static readonly string[] Stems =
    [
        "vocalUrl", "instrumentalUrl", "backingVocalsUrl", "drumsUrl", "bassUrl", "guitarUrl", "pianoUrl", "keyboardUrl", "percussionUrl",
        "stringsUrl", "synthUrl", "fxUrl", "brassUrl", "woodwindsUrl",
    ];

    /// <summary>The families with one door each.</summary>
    public static readonly FrozenDictionary<ProviderFamily, Door> Own = new Dictionary<ProviderFamily, Door>
    {
        [ProviderFamily.Veo] = new("veo/generate", "veo/record-info", At("response", "resultUrls")),
        [ProviderFamily.FourOImage] = new("gpt4o-image/generate", "gpt4o-image/record-info", AnywhereInResponse),
        [ProviderFamily.FluxKontext] = new("flux/kontext/generate", "flux/kontext/record-info", At("response", "resultImageUrl")),
        [ProviderFamily.Runway] = new("runway/generate", "runway/record-detail", At("videoInfo", "videoUrl")),
        [ProviderFamily.Aleph] = new("aleph/generate", "aleph/record-info", At("response", "resultVideoUrl")),
        [ProviderFamily.Luma] = new("modify/generate", "modify/record-info", AnywhereInResponse),
    }.ToFrozenDictionary();

    /// <summary>Songs and the tools for songs, by the name that a card gives as its endpoint.</summary>
    public static readonly FrozenDictionary<string, Door> OfSongs = new Dictionary<string, Door>
    {
        [Song] = new("generate", "generate/record-info", Tracks),
        ["extend"] = new("generate/extend", "generate/record-info", Tracks),
        ["upload-cover"] = new("generate/upload-cover", "generate/record-info", Tracks),
        ["upload-extend"] = new("generate/upload-extend", "generate/record-info", Tracks),
        ["add-vocals"] = new("generate/add-vocals", "generate/record-info", Tracks),
        ["add-instrumental"] = new("generate/add-instrumental", "generate/record-info", Tracks),
        ["lyrics"] = new("lyrics", "lyrics/record-info", Verses),
        ["wav"] = new("wav/generate", "wav/record-info", At("response", "audioWavUrl", "audio_wav_url")),
        ["vocal-removal"] = new("vocal-removal/generate", "vocal-removal/record-info", At("response", Stems)),
    }.ToFrozenDictionary();

    /// <summary>The path that takes the orders of this card; null when there is none.</summary>
    public static string? OrdersOf(ModelCard card) => card.Family switch
    {
        ProviderFamily.Jobs => JobsFamily.Orders,
        ProviderFamily.Suno => OfSongs.GetValueOrDefault(SunoFamily.NameOf(card))?.Orders,
        _ => Own.GetValueOrDefault(card.Family)?.Orders,
    };

    /// <summary>Whose orders this path takes; the common door's where nobody knows it.</summary>
    public static ProviderFamily FamilyOf(string orders) =>
        OfSongs.Values.Any(door => door.Orders == orders) ? ProviderFamily.Suno
        : Own.Where(door => door.Value.Orders == orders).Select(door => door.Key).DefaultIfEmpty(ProviderFamily.Jobs).First();

    private static Func<JsonElement, OutputKind, IReadOnlyList<ResultItem>> At(string part, params string[] names) =>
        (record, kind) => Outputs.At(record.Field(part).Unwrap(), kind, names);

    private static IReadOnlyList<ResultItem> AnywhereInResponse(JsonElement record, OutputKind kind) =>
        Outputs.Of(record.Field("response"), kind);

    private static IReadOnlyList<ResultItem> Tracks(JsonElement record, OutputKind kind) =>
        Outputs.Tracks(record.Field("response").Unwrap().Field("sunoData"), kind);

    private static IReadOnlyList<ResultItem> Verses(JsonElement record, OutputKind kind) =>
        Outputs.Verses(record.Field("response").Unwrap().Field("data"));
}
