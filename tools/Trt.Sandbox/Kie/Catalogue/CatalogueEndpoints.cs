using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Catalogue;

/// <summary>What the provider tells of its models: list, price, contract, how often it goes well; and its public price page.</summary>
internal static class CatalogueEndpoints
{
    private const string NotSupported = "The model name you specified is not supported. Please check the model name and try again.";

    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/v1/models", (HttpContext http, KieShelf shelf, KieDial dial, KieAccounts accounts, TimeProvider time) =>
            FaultyCall.Run(http, time, dial.TakeCatalogue(), () => Task.FromResult(
                accounts.MayLookAround(BearerFilter.KeyOf(http)!) ? KieReply.Ok(List(shelf, http.Request.Query)) : TooFast())));
        api.MapGet("/api/v1/models/{**path}", (
            HttpContext http, string path, KieShelf shelf, KieDial dial, KieAccounts accounts, TimeProvider time) =>
            FaultyCall.Run(http, time, dial.TakeCatalogue(), () => Task.FromResult(
                accounts.MayLookAround(BearerFilter.KeyOf(http)!) ? OfModel(shelf, path, time.GetUtcNow()) : TooFast())));
    }

    public static void MapPriceFeed(this IEndpointRouteBuilder root)
    {
        root.MapGet("/client/v1/model-pricing/page", () => KieReply.Of(404, "Not Found"));
        root.MapPost("/client/v1/model-pricing/page", async (HttpContext http, KieShelf shelf) =>
            shelf.Feed.IsAway ? KieReply.Of(404, "Not Found")
            : await KieBody.ReadAsync(http) is { } body
                ? KieReply.Ok(PriceFeed.Page(shelf, body))
                : KieReply.Of(400, "The request body is not valid JSON"));
        root.MapGet("/client/v1/model-pricing/count", (KieShelf shelf) => KieReply.Ok(PriceFeed.Count(shelf)));
    }

    /// <summary>Changes hold until the simulator is reset; one for a model takes the place of the one before.</summary>
    public static void MapCatalogueControl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/kie/catalogue", (KieShelf shelf) => Results.Json(shelf.Changes, Snake));
        routes.MapPost("/control/kie/catalogue", (HttpContext http, KieShelf shelf, KieModels models) =>
            Read<ShelfChange>(http, change =>
                models.Find(change.Model) is null ? $"there is no model {change.Model}" : Done(() => shelf.Put(change))));
        routes.MapPost("/control/kie/catalogue/list", (HttpContext http, KieShelf shelf) =>
            Read<ListFault>(http, fault => Done(() => shelf.List = fault)));
        routes.MapPost("/control/kie/catalogue/feed", (HttpContext http, KieShelf shelf) =>
            Read<FeedFault>(http, fault => Done(() => shelf.Feed = fault)));
    }

    private static string? Done(Action act)
    {
        act();
        return null;
    }

    private static async Task<IResult> Read<T>(HttpContext http, Func<T, string?> put)
        where T : class
    {
        try
        {
            var wanted = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Snake, http.RequestAborted);
            return wanted is null ? Results.Json(new { error = "nothing was said" }, statusCode: 400)
                : put(wanted) is { } error ? Results.Json(new { error }, statusCode: 400)
                : Results.Json(wanted, Snake);
        }
        catch (JsonException unknown)
        {
            return Results.Json(new { error = unknown.Message }, statusCode: 400);
        }
    }

    private static IResult TooFast() => KieReply.Of(429, "Your call frequency is too high. Please try again later.");

    private static JsonObject List(KieShelf shelf, IQueryCollection query)
    {
        string[] kinds = query["taskType"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var found = shelf.Listed
            .Where(model => kinds.Length == 0 || kinds.Contains(KindOf(model), StringComparer.OrdinalIgnoreCase))
            .Where(model => query["provider"].ToString() is not { Length: > 0 } maker
                || MakerOf(model).Equals(maker, StringComparison.OrdinalIgnoreCase))
            .Where(model => model.Id.Contains(query["q"].ToString(), StringComparison.OrdinalIgnoreCase))
            .ToList();
        return new JsonObject
        {
            ["total"] = shelf.List.Total ?? found.Count,
            ["models"] = new JsonArray([.. found.Take(shelf.List.Keep ?? found.Count).Select(model => (JsonNode)Entry(shelf, model))]),
        };
    }

    private static JsonObject Entry(KieShelf shelf, KieModel model) => new()
    {
        ["model"] = model.Id,
        ["slug"] = $"{model.Id.Split('/')[0]}-page",
        ["title"] = PriceTag.NameOf(model),
        ["provider"] = MakerOf(model),
        ["taskType"] = new JsonArray(KindOf(model)),
        ["description"] = model.Id.Length % 3 == 0 ? null : $"Makes {model.Output}s.",
        ["pricingDesc"] = shelf.PriceTextOf(model),
    };

    private static IResult OfModel(KieShelf shelf, string path, DateTimeOffset now)
    {
        var (id, what) = path.LastIndexOf('/') is var slash and > 0 ? (path[..slash], path[(slash + 1)..]) : (path, "");
        if (shelf.Listed.FirstOrDefault(model => model.Id == id) is not { } model)
        {
            return KieReply.Of(404, NotSupported);
        }

        return what switch
        {
            "price" => KieReply.Ok(new JsonObject { ["model"] = id, ["pricingDesc"] = shelf.PriceTextOf(model) }),
            "schema" => KieReply.Ok(new JsonObject { ["model"] = id, ["openapi"] = ModelSchema.Of(model) }),
            "success-rate" => KieReply.Ok(
                new JsonObject { ["model"] = id, ["points"] = Points(shelf.ChangeOf(id)?.SuccessRate ?? 0.98m, now) }),
            _ => KieReply.Of(404, NotSupported),
        };
    }

    /// <summary>The last day in steps of ten minutes; a step in which nobody ordered tells nothing.</summary>
    private static JsonArray Points(decimal rate, DateTimeOffset now) => new(
    [
        .. Enumerable.Range(0, 144).Select(step =>
        {
            var (start, isQuiet) = (now - TimeSpan.FromMinutes(10 * (144 - step)), step % 5 == 0);
            return (JsonNode)new JsonObject
            {
                ["start"] = Stamp(start),
                ["end"] = Stamp(start + TimeSpan.FromMinutes(10)),
                ["successRate"] = isQuiet ? null : rate,
                ["errorRate"] = isQuiet ? null : 1 - rate,
                ["isNormal"] = isQuiet ? null : rate > 0.5m,
            };
        }),
    ]);

    private static string Stamp(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string MakerOf(KieModel model) => model.Id.Split('/', '-')[0];

    private static string KindOf(KieModel model)
    {
        var takes = model.Inputs.Values.Any(input => input.Type.StartsWith("video", StringComparison.Ordinal)) ? "Video"
            : model.Inputs.Values.Any(input => input.Type.StartsWith("image", StringComparison.Ordinal)) ? "Image"
            : "Text";
        return $"{takes} to {char.ToUpperInvariant(model.Output[0])}{model.Output[1..]}";
    }
}
