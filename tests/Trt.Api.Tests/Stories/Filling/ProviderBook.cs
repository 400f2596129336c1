using System.Text.Json;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Filling;

/// <summary>The provider's side: the orders as they arrived, and what the provider itself knows about its models.</summary>
internal sealed class ProviderBook(RunningShop shop)
{
    private static readonly Dictionary<string, JsonElement> Models = ReadModels();

    /// <summary>The provider's own description of a model: endpoint, output, inputs. It owes nothing to our cards.</summary>
    public static JsonElement Model(string id) => Models[id];

    /// <summary>The one order of this generation, when the provider's callbacks about it have been accepted.</summary>
    public async Task<JsonElement> OrderOf(string generation)
    {
        var orders = await Eventually.Get($"a told order of {generation} at the provider", async () =>
        {
            var found = (await shop.Get("kie/tasks")).GetProperty("tasks").EnumerateArray()
                .Where(task => task.GetProperty("callback_url").GetString()?.Contains(generation, StringComparison.Ordinal) == true)
                .ToList();
            return found.Exists(IsTold) ? found : null;
        });
        return orders.ShouldHaveSingleItem();
    }

    private static bool IsTold(JsonElement task) =>
        task.GetProperty("callbacks").EnumerateArray().ToList() is { Count: > 0 } callbacks
        && callbacks.TrueForAll(callback => callback.GetProperty("status") is { ValueKind: JsonValueKind.Number } status && status.GetInt32() == 200);

    private static Dictionary<string, JsonElement> ReadModels()
    {
        using var file = typeof(Sandbox.Sandbox).Assembly.GetManifestResourceStream("kie-models.json")!;
        return JsonSerializer.Deserialize<List<JsonElement>>(file)!.ToDictionary(model => model.GetProperty("id").GetString()!);
    }
}
