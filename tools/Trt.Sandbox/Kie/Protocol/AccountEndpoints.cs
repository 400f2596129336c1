using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Files;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>What is left on the account, and direct links to results.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/v1/chat/credit", (HttpContext http, KieAccounts accounts) =>
            KieReply.Ok(JsonValue.Create(accounts.CreditsOf(BearerFilter.KeyOf(http)!))));

        api.MapPost("/api/v1/common/download-url", async (HttpContext http, KieFiles files) =>
        {
            var address = (await KieBody.ReadAsync(http))?.Text("url");
            return Uri.TryCreate(address, UriKind.Absolute, out var url) && files.Find(url) is not null
                ? KieReply.Ok(files.DirectLink(url))
                : KieReply.Of(422, "The url is not one of ours");
        });
    }
}
