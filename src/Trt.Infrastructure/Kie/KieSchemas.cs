using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie;

/// <summary>The provider's own schema of one model. All such questions share one call a second.</summary>
public sealed class KieSchemas
{
    private readonly IKieCatalogApi _api;

    internal KieSchemas(IKieCatalogApi api) => _api = api;

    public async Task<SchemaAnswer> Read(string model, CancellationToken token) => await _api.Schema(model, token).As<KieAnswer>() switch
    {
        KieAnswer.Reply { Code: 200 } reply => reply.Data.Field("openapi").Unwrap() is { ValueKind: JsonValueKind.Object } document
            ? new SchemaAnswer.Here(document)
            : new SchemaAnswer.NotNow(null, "the provider shows no schema of it"),
        KieAnswer.Reply { Code: 404 or 422 } reply => new SchemaAnswer.Unknown(Detail(reply)),
        KieAnswer.Reply reply => new SchemaAnswer.NotNow(reply.RetryAfter, Detail(reply)),
        KieAnswer.Page page => new SchemaAnswer.NotNow(
            page.RetryAfter, string.Create(CultureInfo.InvariantCulture, $"HTTP {page.HttpStatus} without the provider's envelope")),
        KieAnswer.NotSent notSent => new SchemaAnswer.NotNow(null, notSent.Detail),
        KieAnswer.Silence silence => new SchemaAnswer.NotNow(null, silence.Detail),
        _ => throw new UnreachableException(),
    };

    private static string Detail(KieAnswer.Reply reply) => string.Create(CultureInfo.InvariantCulture, $"{reply.Message} ({reply.Code})");
}

public abstract record SchemaAnswer
{
    public sealed record Here(JsonElement Document) : SchemaAnswer;

    /// <summary>The provider knows no such model.</summary>
    public sealed record Unknown(string Detail) : SchemaAnswer;

    public sealed record NotNow(TimeSpan? After, string Detail) : SchemaAnswer;
}
