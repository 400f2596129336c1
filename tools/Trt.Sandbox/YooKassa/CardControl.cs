using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trt.Sandbox.YooKassa;

/// <summary>The hand on the dial, what customers and banks do, and a look at the provider's books.</summary>
internal static class CardControl
{
    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void MapCardControl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/yookassa", (CardDial dial) => Results.Json(dial.Current, Snake));
        routes.MapPost("/control/yookassa", (HttpContext http, CardDial dial) => WithBody<CardFaults>(http, wanted =>
        {
            dial.Set(wanted);
            return Results.Json(dial.Current, Snake);
        }));
        routes.MapGet("/control/yookassa/payments", (HttpContext http, Till till) =>
            Results.Json(new { payments = till.All(CardApi.Root(http)) }, Snake));
        routes.MapPost("/control/yookassa/act", (HttpContext http, Till till) => WithBody<ActRequest>(http, wanted =>
            wanted is { PaymentId: { } id, Act: { } act } && till.Act(id, act, CardApi.Root(http))
                ? Results.Json(new { ok = true })
                : Problem(
                    "give \"payment_id\" of a payment that waits and \"act\": pay, decline, or pay_late for money that comes after all")));
    }

    private static async Task<IResult> WithBody<T>(HttpContext http, Func<T, IResult> act)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Snake, http.RequestAborted) is { } wanted
                ? act(wanted)
                : Problem("the body is null: send a JSON object");
        }
        catch (JsonException unknown)
        {
            return Problem(unknown.Message);
        }
    }

    private static IResult Problem(string text) => Results.Json(new { error = text }, statusCode: StatusCodes.Status400BadRequest);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record ActRequest(string? PaymentId, PayAct? Act);
}
