using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog.Live;
using Trt.Infrastructure.Catalog.Provider;
using Trt.Infrastructure.Kie;
using Trt.Infrastructure.Tests.Http;
using Trt.Infrastructure.Tests.Kie;

namespace Trt.Infrastructure.Tests.Catalog.Live;

public sealed class ContractLookTests
{
    private static readonly Lazy<IReadOnlyList<ProviderContract>> Contracts = new(() => ProviderContracts.Read(ProviderContracts.DefaultFolder));

    /// <summary>The delivered contracts, written as the provider writes its schemas, break nothing.</summary>
    [Test]
    public async Task A_schema_that_says_what_the_contract_says_breaks_no_order_of_any_card()
    {
        var broken = new List<string>();
        foreach (var contract in Contracts.Value.Where(contract => contract is { IsSold: true, Door: ProviderContract.CommonDoor }))
        {
            var reading = (await Look(contract)).ShouldBeOfType<ContractReading.Read>(contract.Model);
            broken.AddRange(reading.Breaking.Select(change => $"{contract.Model}: {change}"));
        }

        broken.ShouldBeEmpty();
    }

    [Test]
    public async Task The_emulators_schemas_are_read_and_break_no_order_of_any_card_on_sale()
    {
        await using var host = await ProviderHost.Start();
        var look = new ContractLook(host.Get<KieSchemas>());
        var told = new List<string>();
        foreach (var card in ShippedCards.Catalog.Cards.Where(card => card is { IsOffered: true, Family: ProviderFamily.Jobs }))
        {
            told.AddRange(await look.Look(card, CancellationToken.None) is ContractReading.Read read
                ? read.Breaking.Select(change => $"{card.Id}: {change}")
                : [$"{card.Id}: not read"]);
        }

        told.ShouldBeEmpty();
    }

    [TestCase("required", "style: nothing, not choice")]
    [TestCase("gone", "aspect_ratio: choice, not nothing")]
    [TestCase("narrower", "resolution.choices: with 1K")]
    [TestCase("kind", "prompt: text, not integer")]
    public async Task A_change_that_orders_break_on_is_told(string change, string words)
    {
        var contract = Contracts.Value.Single(contract => contract.Model == "nano-banana-pro");
        var changed = contract with
        {
            Asks = change switch
            {
                "required" => [.. contract.Asks, new AskedInput("style", InputTypes.Choice) { IsRequired = true, Choices = ["a", "b"] }],
                "gone" => [.. contract.Asks.Where(input => input.Name != "aspect_ratio")],
                "narrower" => [.. contract.Asks.Select(input => input.Name == "resolution" ? input with { Choices = ["2K", "4K"] } : input)],
                _ => [.. contract.Asks.Select(input => input.Name == "prompt" ? new AskedInput("prompt", InputTypes.Integer) { IsRequired = true } : input)],
            },
        };

        var (before, after) = ((ContractReading.Read)await Look(contract), (ContractReading.Read)await Look(changed));

        after.Breaking.ShouldContain(words);
        after.Fingerprint.ShouldNotBe(before.Fingerprint);
    }

    [Test]
    public async Task A_limit_that_moved_is_a_safe_change()
    {
        var contract = Contracts.Value.Single(contract => contract.Model == "nano-banana-pro");
        var longer = contract.Asks.Select(input => input.Name == "prompt" ? input with { Limits = new Dictionary<string, string> { ["max"] = "30000" } } : input);

        var reading = (ContractReading.Read)await Look(contract with { Asks = [.. longer] });

        reading.Breaking.ShouldBeEmpty();
        reading.Others.ShouldContain("prompt.max: 20000, not 30000");
    }

    [TestCase("""{"code":404,"msg":"The model name you specified is not supported.","data":null}""", "not supported")]
    [TestCase("""{"code":200,"msg":"success","data":{"model":"nano-banana-pro","openapi":null}}""", "shows no schema")]
    [TestCase("""{"code":200,"msg":"success","data":{"model":"nano-banana-pro","openapi":{}}}""", "names no path")]
    public async Task What_is_no_schema_is_unreadable(string answer, string why) =>
        (await Look(answer)).ShouldBeOfType<ContractReading.Unreadable>().Detail.ShouldContain(why);

    [Test]
    public async Task The_slash_in_a_name_stays_one()
    {
        var wire = Wire.Saying("""{"code":404,"msg":"no","data":null}""");
        await Look(wire, "google/imagen4-fast");
        wire.Requests.ShouldHaveSingleItem().Address.ShouldBe("https://provider.test/api/v1/models/google/imagen4-fast/schema");
    }

    private static Task<ContractReading> Look(ProviderContract contract) =>
        Look(Wire.Saying(new JsonObject { ["code"] = 200, ["msg"] = "success", ["data"] = new JsonObject { ["model"] = contract.Model, ["openapi"] = Document(contract) } }.ToJsonString()), contract.Model);

    private static Task<ContractReading> Look(string answer) => Look(Wire.Saying(answer), "nano-banana-pro");

    private static async Task<ContractReading> Look(Wire wire, string model)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKie(new KieOptions { ApiBase = new Uri("https://provider.test/"), ApiKey = "key" });
        services.AddHttpClient(KieServices.CatalogClient).ConfigurePrimaryHttpMessageHandler(() => wire);
        await using var built = services.BuildServiceProvider();
        var card = ShippedCards.Catalog.Find(new ModelId(model)) ?? throw new InvalidOperationException(model);
        return await new ContractLook(built.GetRequiredService<KieSchemas>()).Look(card, CancellationToken.None);
    }

    private static JsonObject Document(ProviderContract contract)
    {
        var properties = new JsonObject();
        contract.Asks.ToList().ForEach(input => properties[input.Name] = Schema(input));
        var inner = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. contract.Asks.Where(input => input.IsRequired).Select(input => JsonValue.Create(input.Name))]),
        };
        var body = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["model"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(contract.SentAs) },
                ["input"] = new JsonObject { ["$ref"] = "#/components/schemas/The%20input " },
            },
        };
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["paths"] = new JsonObject
            {
                [$"/api/v1/{contract.Door}"] = new JsonObject
                {
                    ["post"] = new JsonObject { ["requestBody"] = new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = body } } } },
                },
            },
            ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["The%20input "] = inner } },
        };
    }

    private static JsonObject Schema(AskedInput input)
    {
        var schema = input.Type switch
        {
            InputTypes.Choice => new JsonObject { ["enum"] = new JsonArray([.. input.Choices.Select(choice => input.HasNumbers ? JsonNode.Parse(choice) : JsonValue.Create(choice))]) },
            InputTypes.Text => Sized("string", "Length", input),
            InputTypes.Flag => new JsonObject { ["type"] = "boolean" },
            InputTypes.Number or InputTypes.Integer => Sized(input.Type, "imum", input),
            InputTypes.Texts => List(new JsonObject { ["type"] = "string" }, input),
            InputTypes.Objects => List(new JsonObject { ["type"] = "object" }, input),
            _ when InputTypes.IsList(input.Type) => List(Address(), input),
            _ => Address(),
        };
        if (input.Default is { } given)
        {
            schema["default"] = input.Type is InputTypes.Flag or InputTypes.Number or InputTypes.Integer || input.HasNumbers ? JsonNode.Parse(given) : given;
        }

        return schema;
    }

    private static JsonObject Address() => new() { ["type"] = "string", ["format"] = "uri" };

    private static JsonObject List(JsonObject item, AskedInput input)
    {
        var list = Sized("array", "Items", input);
        list["items"] = item;
        return list;
    }

    /// <summary>Only the limits that the provider names are in its schema.</summary>
    private static JsonObject Sized(string type, string word, AskedInput input)
    {
        var schema = new JsonObject { ["type"] = type };
        foreach (var limit in new[] { "min", "max" }.Where(limit => input.Limits.ContainsKey(limit) && !input.Ours.Contains(limit)))
        {
            schema[limit + word] = JsonNode.Parse(input.Limits[limit]);
        }

        return schema;
    }
}
