using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.YooKassa;

/// <summary>API v3, as far as the shop uses it: payments and refunds.</summary>
internal static class CardApi
{
    private const int KeyLengthMax = 64;

    public static void MapCardApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/yookassa/v3").AddEndpointFilter(CheckAccount);
        api.MapPost("/payments", (HttpContext http, Till till, CardDial dial, TimeProvider time) =>
            Run(
                http, time, dial.TakeCreate(),
                () => Order(http, (key, order) => CardOrders.Problem(order) ?? till.Create(key, order, Root(http)))));
        api.MapGet("/payments/{id}", (string id, HttpContext http, Till till, CardDial dial, TimeProvider time) =>
            Run(http, time, dial.TakeRead(), () => Task.FromResult(till.Read(id, Root(http)))));
        api.MapPost("/refunds", (HttpContext http, Till till, CardDial dial, TimeProvider time) =>
            Run(
                http, time, dial.TakeRefund(),
                () => Order(http, (key, order) => CardOrders.ProblemOfAmount(order) ?? till.Refund(key, order, Root(http)))));
        api.MapGet("/refunds/{id}", (string id, HttpContext http, Till till, CardDial dial, TimeProvider time) =>
            Run(http, time, dial.TakeRead(), () => Task.FromResult(till.ReadRefund(id))));
    }

    public static Uri Root(HttpContext http) => new($"{http.Request.Scheme}://{http.Request.Host}/");

    private static async ValueTask<object?> CheckAccount(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var cabinet = context.HttpContext.RequestServices.GetRequiredService<Cabinet>();
        return IsOurs(context.HttpContext, cabinet)
            ? await next(context)
            : CardReply.OfStatus(StatusCodes.Status401Unauthorized).ToResult();
    }

    private static bool IsOurs(HttpContext http, Cabinet cabinet) =>
        AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var account)
        && account is { Scheme: "Basic", Parameter: { } given }
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(given),
            Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{cabinet.ShopId}:{cabinet.SecretKey}"))));

    private static async Task<CardReply> Order(HttpContext http, Func<string, JsonObject, CardReply> work)
    {
        if (http.Request.Headers["Idempotence-Key"] is not [{ Length: > 0 and <= KeyLengthMax } key])
        {
            return CardReply.Bad("Idempotence-Key", "Is missing or too long");
        }

        return await KieBody.ReadAsync(http) is { } order ? work(key, order) : CardReply.Bad("body", "Is no JSON object");
    }

    /// <summary>Does the work of a call, or spoils it the way the dial says.</summary>
    private static async Task<IResult> Run(HttpContext http, TimeProvider time, CallFault? fault, Func<Task<CardReply>> work)
    {
        if (fault is null)
        {
            return (await work()).ToResult();
        }

        if (fault.DropBefore)
        {
            return Cut(http);
        }

        if (fault is { Status: { } refused, Runs: false })
        {
            return CardReply.OfStatus(refused).ToResult();
        }

        var reply = await work();
        if (fault.HangMs is { } wait)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(wait), time, http.RequestAborted);
        }

        if (fault.DropAfter)
        {
            return Cut(http);
        }

        return (fault.Status is { } status ? CardReply.OfStatus(status) : reply).ToResult();
    }

    /// <summary>Kestrel resets an aborted connection: the caller sees no answer at all.</summary>
    private static IResult Cut(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }
}
