using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Kie.Api;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Kie.Families;

/// <summary>Songs and the tools for songs. The card's endpoint says which; a card without one makes a song.</summary>
internal sealed class SunoFamily(ISunoApi api) : OwnDoorFamily
{
    private const string Song = "generate";
    private const string Lyrics = "lyrics";

    private static readonly string[] Reworks = ["extend", "upload-cover", "upload-extend", "add-vocals", "add-instrumental"];

    private static readonly string[] Stems =
    [
        "vocalUrl", "instrumentalUrl", "backingVocalsUrl", "drumsUrl", "bassUrl", "guitarUrl", "pianoUrl", "keyboardUrl", "percussionUrl",
        "stringsUrl", "synthUrl", "fxUrl", "brassUrl", "woodwindsUrl",
    ];

    // These endpoints refuse an order without an address. Where we cannot be reached, a name that leads nowhere stands in.
    private static readonly Uri Nowhere = new("https://callback.invalid/");

    public override ProviderFamily Family => ProviderFamily.Suno;

    public override OrderDraft Draft(ProviderOrder order) =>
        IsKnown(Door(order.Card))
            ? OrderBody.Flat(order with { Callback = order.Callback ?? Nowhere })
            : new OrderDraft(default, $"{Door(order.Card)}: no such endpoint");

    public override Task<KieAnswer> Create(ModelCard card, OrderDraft draft, CancellationToken token) => Door(card) switch
    {
        Song => api.Generate(draft.Json, token),
        Lyrics => api.Lyrics(draft.Json, token),
        var rework when Reworks.Contains(rework) => api.Rework(rework, draft.Json, token),
        var tool => api.Use(tool, draft.Json, token),
    };

    protected override Task<KieAnswer> Record(ModelCard card, string taskId, CancellationToken token) => Door(card) switch
    {
        var door when door == Song || Reworks.Contains(door) => api.SongRecord(taskId, token),
        var tool => api.ToolRecord(tool, taskId, token),
    };

    protected override IReadOnlyList<ResultItem> Results(ModelCard card, JsonElement record)
    {
        var response = record.Field("response").Unwrap();
        return Door(card) switch
        {
            "wav" => Outputs.At(response, card.Output, "audioWavUrl", "audio_wav_url"),
            "vocal-removal" => Outputs.At(response, card.Output, Stems),
            Lyrics => [.. response.Field("data").Items().Select(Verse).OfType<ResultItem>()],
            _ => [.. response.Field("sunoData").Items().SelectMany(track => Track(card, track))],
        };
    }

    /// <summary>A song can be gone on from by its own name.</summary>
    private static IEnumerable<ResultItem> Track(ModelCard card, JsonElement track) =>
        Outputs.At(track, card.Output, "audioUrl").Select(item => item with { Id = track.Field("id").Text() });

    private static ResultItem? Verse(JsonElement verse) => verse.Field("text").Text() is { } text
        ? new ResultItem(OutputKind.Text, null, verse.Field("title").Text() is { } title ? $"{title}\n\n{text}" : text)
        : null;

    /// <summary>"/api/v1/generate/extend" and "extend" are the same door.</summary>
    private static string Door(ModelCard card)
    {
        var path = (card.Endpoint ?? Song).Trim('/').Replace("api/v1/", "", StringComparison.Ordinal);
        return path == Song ? Song : path.Replace($"{Song}/", "", StringComparison.Ordinal).Replace($"/{Song}", "", StringComparison.Ordinal);
    }

    private static bool IsKnown(string door) => door is Song or Lyrics or "wav" or "vocal-removal" || Reworks.Contains(door);
}
