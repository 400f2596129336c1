using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Machines;
using Trt.Api.Tests.Cli;
using Trt.Api.Tests.Stories;
using Trt.Domain.BackOffice;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Machines;

/// <summary>Programs of the operator at the running shop's port.</summary>
public sealed class MachineDoorTests
{
    private static readonly string[] Everything = [.. TokenScopes.All.Select(scope => scope.Name())];

    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    [Test]
    public async Task Without_a_token_every_address_says_how_to_get_one()
    {
        var stranger = new Machine(_shop, "stranger", token: null);
        var guesser = new Machine(_shop, "guesser", $"trt_{new string('A', 43)}");
        Behind().Count.ShouldBeGreaterThan(8);
        foreach (var (method, address, _) in Behind())
        {
            (await stranger.Send(method, address)).ShouldRefuse(401, "./trt tokens add");
            (await guesser.Send(method, address)).ShouldRefuse(401, "./trt tokens add");
        }

        (await stranger.Get("/nothing/here")).ShouldRefuse(404, "/openapi.json");
        (await new Machine(_shop, "liar", "nonsense").Get("/orders")).ShouldRefuse(401, "Authorization: Bearer");
    }

    [Test]
    public async Task Without_its_scope_an_address_names_the_scope_that_it_takes()
    {
        var all = new Dictionary<TokenScope, Machine>();
        foreach (var scope in TokenScopes.All)
        {
            all.Add(scope, await Machine.With(_shop, [.. Everything.Where(name => name != scope.Name())]));
        }

        foreach (var (method, address, scope) in Behind())
        {
            (await all[scope].Send(method, address)).ShouldRefuse(403, scope.Name());
        }
    }

    [Test]
    public async Task A_token_is_shown_once_listed_without_its_secret_and_revoked()
    {
        var machine = await Machine.With(_shop, "customers.read", "orders.read");
        (await machine.Get("/orders")).Status.ShouldBe(200);
        var owner = new Shell(_shop);

        var listed = await owner.Does("tokens", "list");
        listed.ShouldContain($"{machine.Name,-24} orders.read customers.read; until ");
        listed.ShouldNotContain(machine.Token!);
        listed.Split('\n').Single(line => line.StartsWith(machine.Name, StringComparison.Ordinal)).ShouldContain("last used ");

        (await owner.Does("tokens", "revoke", machine.Name)).ShouldContain("Revoked.");
        (await machine.Get("/orders")).ShouldRefuse(401, "revoked");
        (await owner.Run("tokens", "revoke", machine.Name)).ExitCode.ShouldBe(1);
        (await owner.Run("tokens", "revoke", "nobody")).ExitCode.ShouldBe(1);
        (await owner.Run("tokens", "add", machine.Name, "--scope", "orders.read")).Errors.ShouldContain("choose another");
        (await owner.Run("tokens", "add", "x", "--scope", "everything")).Errors.ShouldContain("orders.write");
        (await owner.Run("tokens", "add", "Not A Name", "--scope", "orders.read")).Errors.ShouldContain("night-report");
        (await owner.Run("tokens", "add", "long-lasting", "--scope", "orders.read", "--days", "9999")).Errors.ShouldContain("366");
        (await _shop.Books.Acts("token.revoked", $"operator:{Environment.UserName}")).ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task An_order_is_found_shown_and_given_back_under_the_tokens_name()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Delivered(anna, "nano-banana-pro") == 1);
        var machine = await Machine.With(_shop, "orders.read", "orders.write", "customers.read");

        var brief = (await machine.Get($"/orders?customer={anna.Id}&status=delivered")).Body.GetProperty("orders")[0];
        var (id, reference) = (Text(brief, "id"), Text(brief, "reference"));
        Text((await machine.Get($"/orders?name={reference}")).Body.GetProperty("orders")[0], "id").ShouldBe(id);
        var shown = (await machine.Get($"/orders/{id}")).Body;
        (Number(shown, "takenKopecks"), Number(shown, "canGiveBackKopecks"), Number(shown, "customer")).ShouldBe((1414, 1414, anna.Id));
        shown.ToString().ShouldNotContain("Кот-астронавт");

        (await machine.Post($"/orders/{id}/send-again")).Status.ShouldBe(202);
        (await machine.Post($"/orders/{id}/look")).ShouldRefuse(409, "nothing new");
        var before = await _shop.Books.Available(anna);
        Number((await machine.Post($"/orders/{id}/give-back", """{"reason":"complaint 17"}""")).Body, "kopecks").ShouldBe(1414);
        (await _shop.Books.Available(anna)).ShouldBe(before + 1414);
        (await machine.Post($"/orders/{id}/give-back", """{"reason":"once more"}""")).ShouldRefuse(409, "left to give back");
        (await _shop.Books.Acts("order.given_back", $"operator:token:{machine.Name}")).ShouldBe(1);
        (await _shop.Books.Acts("order.sent_again", $"operator:token:{machine.Name}")).ShouldBe(1);

        var customer = (await machine.Get($"/customers/{anna.Id}")).Body;
        (Number(customer, "availableKopecks"), Number(customer, "orders")).ShouldBe((before + 1414, 1));
    }

    [Test]
    public async Task Settings_are_listed_changed_and_put_back()
    {
        var machine = await Machine.With(_shop, "settings.read", "settings.write");
        var first = (await machine.Get("/settings")).Body.EnumerateArray().First(setting => Text(setting, "name") == "text.support");
        Text(first, "bounds").ShouldNotBeEmpty();

        var changed = await machine.Send(HttpMethod.Put, "/settings/text.support", """{"value":"@night_shift","reason":"night"}""");
        (changed.Status, Text(changed.Body, "after")).ShouldBe((200, "@night_shift"));
        Text((await machine.Get("/settings/text.support")).Body, "changedBy").ShouldBe($"operator:token:{machine.Name}");
        (await machine.Send(HttpMethod.Put, "/settings/text.support", """{"value":null,"reason":"day"}""")).Status.ShouldBe(200);

        (await machine.Send(HttpMethod.Put, "/settings/markup", """{"value":"cheap","reason":"x"}""")).ShouldRefuse(400, "markup must be");
        (await machine.Send(HttpMethod.Put, "/settings/no.such", """{"value":"1","reason":"x"}""")).ShouldRefuse(404, "There is no setting");
        (await machine.Get("/settings/no.such")).ShouldRefuse(404, "/settings lists them");
    }

    [Test]
    public async Task The_money_is_proven_to_a_program()
    {
        var proof = (await (await Machine.With(_shop, "money.read")).Get("/money/proof")).Body;
        proof.GetProperty("agrees").GetBoolean().ShouldBeTrue(proof.ToString());
        Number(proof, "cameInKopecks").ShouldBe(Number(proof, "isThereKopecks"));
    }

    [TestCase("", 400, "must be JSON")]
    [TestCase("not json", 400, "must be JSON")]
    [TestCase("[]", 400, "must be JSON")]
    [TestCase("{}", 400, "must be JSON")]
    [TestCase("""{"reason":null}""", 400, "must be JSON")]
    [TestCase("""{"reason":7}""", 400, "at $.reason")]
    [TestCase("""{"reason":"x","amount":5}""", 400, "at $.amount")]
    [TestCase("""{"reason":""}""", 400, "must not be empty")]
    public async Task Wrong_content_is_told_what_is_wrong_with_it(string body, int status, string words)
    {
        var machine = await Machine.With(_shop, "orders.write");
        (await machine.Post($"/orders/{Guid.Empty:N}/give-back", body)).ShouldRefuse(status, words);
    }

    [Test]
    public async Task What_does_not_exist_is_too_large_or_of_another_kind_is_told_so()
    {
        var machine = await Machine.With(_shop, "orders.read", "orders.write", "customers.read");
        var order = $"/orders/{Guid.Empty:N}";
        (await machine.Get(order)).ShouldRefuse(404, "No order has the id");
        (await machine.Get("/orders/no-id%0Aat-all")).ShouldRefuse(404, "/orders?name=");
        (await machine.Post($"{order}/give-back", """{"reason":"x"}""")).ShouldRefuse(404, "No order has the id");
        (await machine.Post($"{order}/look")).ShouldRefuse(404, "No order has the id");
        (await machine.Get("/customers/99999999999999999999")).ShouldRefuse(404, "No customer has the id");
        (await machine.Get("/customers/5")).ShouldRefuse(404, "No customer has the id");
        (await machine.Get("/orders?status=eaten")).ShouldRefuse(400, "There are: Queued");
        (await machine.Get("/orders?page=many")).ShouldRefuse(400, "/openapi.json");
        (await machine.Get("/nothing/here")).ShouldRefuse(404, "/openapi.json");
        (await machine.Send(HttpMethod.Delete, "/orders")).ShouldRefuse(405, "/openapi.json");
        (await machine.Send(HttpMethod.Post, $"{order}/give-back", "reason=x", "text/plain")).ShouldRefuse(415, "application/json");
        (await machine.Post($"{order}/give-back", $$"""{"reason":"{{new string('x', 20_000)}}"}""")).ShouldRefuse(413, "16 kB");
        (await machine.Post($"{order}/give-back", new string('[', 2_000))).ShouldRefuse(400, "must be JSON");
    }

    [Test]
    public async Task Ten_thousand_requests_at_once_are_answered_and_nobody_else_waits()
    {
        using var crowded = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 500 }) { BaseAddress = _shop.Http.BaseAddress };
        var (eager, stranger) = ((await Machine.With(_shop, "orders.read")).Over(crowded), new Machine(_shop, "stranger", null, crowded));
        var calm = await Machine.With(_shop, "orders.read");
        var crowd = Task.WhenAll(Enumerable.Range(0, 10_000).Select(number => (number % 2 == 0 ? eager : stranger).Get("/orders")));

        var anna = await _shop.Arrives();
        await anna.Press("Моё");
        var answers = await crowd;
        answers.Select(answer => answer.Status).Distinct().ShouldBeSubsetOf([200, 401, 429, 503]);
        answers.Count(answer => answer.Status == 200).ShouldBeGreaterThanOrEqualTo(MachineLimits.AtOnceMax);
        var early = answers.Where(answer => answer.Status == 429).ToList();
        early.ShouldNotBeEmpty();
        early.ShouldAllBe(answer => answer.RetryAfter >= TimeSpan.FromSeconds(1) && answer.Detail.Contains("times a second"));
        answers.Where(answer => answer.Status == 503).ShouldAllBe(answer => answer.RetryAfter != null && answer.Detail.Contains("at once"));
        (await calm.Get("/orders")).Status.ShouldBe(200);
    }

    /// <summary>Every address behind the door, with something in place of its holes.</summary>
    private List<(HttpMethod Method, string Address, TokenScope Scope)> Behind() =>
    [
        .. _shop.Sandbox.Shop.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(MachineDoor.Path, StringComparison.Ordinal))
            .Select(endpoint => (
                HttpMethod.Parse(endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single()),
                endpoint.RoutePattern.RawText![MachineDoor.Path.Length..].Replace("{id}", "1").Replace("{name}", "x"),
                endpoint.Metadata.GetRequiredMetadata<NeededScope>().Scope)),
    ];

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static long Number(JsonElement of, string name) => of.GetProperty(name).GetInt64();
}
