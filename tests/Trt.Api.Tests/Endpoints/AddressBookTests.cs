using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Machines;
using Trt.Api.Tests.Machines;
using Trt.Api.Tests.Stories;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Endpoints;

/// <summary>/openapi.json against the shop that it describes.</summary>
public sealed partial class AddressBookTests
{
    private RunningShop _shop = null!;
    private JsonElement _book;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.Running;
        _book = JsonDocument.Parse(await _shop.Http.GetStringAsync("/openapi.json")).RootElement;
    }

    [Test]
    public void It_names_every_address_that_programs_call_and_no_other()
    {
        var mapped = Mapped().Select(address => $"{address.Method} {address.Path}").ToList();
        mapped.ShouldContain("POST /telegram/webhook");
        Told().Select(address => $"{address.Method} {address.Path}").ShouldBe(mapped, ignoreOrder: true);
    }

    [Test]
    public void It_tells_what_each_address_is_for_and_which_token_it_takes()
    {
        foreach (var (method, path, operation) in Told())
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty($"{method} {path}");
            var isBehindTheDoor = path.StartsWith(MachineDoor.Path, StringComparison.Ordinal);
            operation.TryGetProperty("security", out _).ShouldBe(isBehindTheDoor, $"{method} {path}");
            var holes = Hole().Matches(path).Select(hole => hole.Groups[1].Value);
            var parameters = operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
            parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path")
                .Select(parameter => parameter.GetProperty("name").GetString()!).ShouldBe(holes, ignoreOrder: true, $"{method} {path}");
        }

        _book.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString().ShouldBe("bearer");
    }

    [Test]
    public async Task What_is_answered_is_as_it_says()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        var machine = await Machine.With(_shop, "orders.read", "customers.read", "settings.read", "money.read");
        var order = (await machine.Get($"/orders?customer={anna.Id}")).Body.GetProperty("orders")[0].GetProperty("id").GetString();
        (string Path, JsonElement Answer)[] answers =
        [
            ("/version", JsonDocument.Parse(await _shop.Http.GetStringAsync("/version")).RootElement),
            ("/health", JsonDocument.Parse(await _shop.Http.GetStringAsync("/health")).RootElement),
            ("/health/ready", JsonDocument.Parse(await _shop.Http.GetStringAsync("/health/ready")).RootElement),
            ("/api/v1/orders", (await machine.Get("/orders")).Body),
            ("/api/v1/orders/{id}", (await machine.Get($"/orders/{order}")).Body),
            ("/api/v1/customers/{id}", (await machine.Get($"/customers/{anna.Id}")).Body),
            ("/api/v1/settings", (await machine.Get("/settings")).Body),
            ("/api/v1/settings/{name}", (await machine.Get("/settings/markup")).Body),
            ("/api/v1/money/proof", (await machine.Get("/money/proof")).Body),
        ];
        foreach (var (path, answer) in answers)
        {
            var said = _book.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
                .GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Holds(answer, said, path);
        }
    }

    /// <summary>Every member is described, and none that must be there is missing.</summary>
    private void Holds(JsonElement value, JsonElement schema, string where)
    {
        var said = Resolved(schema);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    said.GetProperty("properties").TryGetProperty(member.Name, out var of).ShouldBeTrue($"{where}.{member.Name} is not described");
                    Holds(member.Value, of, $"{where}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Holds(item, said.GetProperty("items"), $"{where}[]");
                }

                break;
        }
    }

    private JsonElement Resolved(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? _book.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
        : schema;

    private IEnumerable<(string Method, string Path, JsonElement Operation)> Told() => _book.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(operation => (operation.Name.ToUpperInvariant(), path.Name, operation.Value)));

    /// <summary>Without the book itself, and the pages that people read in a browser.</summary>
    private IEnumerable<(string Method, string Path)> Mapped() => _shop.Sandbox.Shop.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Select(endpoint => (endpoint, Path: $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
        .Where(address => address.Path != "/openapi.json" && !address.Path.StartsWith("/admin", StringComparison.Ordinal))
        .SelectMany(address => address.endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
            .Select(method => (method, address.Path)));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Hole();
}
