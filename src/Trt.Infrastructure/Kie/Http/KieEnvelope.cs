using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trt.Infrastructure.Kie.Http;

/// <summary>The frame of every answer. The parts are read leniently: the provider's pages disagree about their types.</summary>
internal sealed record KieEnvelope(
    JsonElement Code = default,
    JsonElement Msg = default,
    JsonElement Message = default,
    JsonElement Data = default);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, MaxDepth = MaxDepth, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(KieEnvelope))]
internal sealed partial class KieJson : JsonSerializerContext
{
    public const int MaxDepth = 32;
}
