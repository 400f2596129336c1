using System.Text.Json;
using System.Text.Json.Serialization;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Faults;

/// <summary>The hand on the dial, and a look at what the provider has on its books.</summary>
internal static class ControlEndpoints
{
    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static void MapKieControl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/kie", (KieDial dial) => Results.Json(dial.Current, Snake));

        routes.MapPost("/control/kie", async (HttpContext http, KieDial dial) =>
        {
            try
            {
                var wanted = await JsonSerializer.DeserializeAsync<Dial>(http.Request.Body, Snake, http.RequestAborted);
                dial.Set(wanted ?? new Dial());
                return Results.Json(dial.Current, Snake);
            }
            catch (JsonException unknown)
            {
                return Results.Json(new { error = unknown.Message }, statusCode: 400);
            }
        });

        routes.MapGet(
            "/control/kie/tasks",
            (KieTasks tasks, KieAccounts accounts, TimeProvider time) => KieReply.Json(tasks.Report(accounts, time.GetUtcNow())));
    }
}
