using Trt.Application.Ports;

namespace Trt.Testing.Shop;

/// <summary>The provider's list of models as the test writes it. Until it writes one, there is none.</summary>
public sealed class FakeList : IProviderCatalog
{
    private readonly Dictionary<string, string?> _prices = new(StringComparer.Ordinal);

    /// <summary>What comes instead of the list.</summary>
    public ProviderList? Instead { get; set; } = new ProviderList.TryLater(null, "there is no list yet");

    public int Asked { get; private set; }

    /// <summary>Happens while the list is on its way.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Lists the model with this text, null for none.</summary>
    public void Put(string model, string? text)
    {
        Instead = null;
        _prices[model] = text;
    }

    public void Drop(string model) => _prices.Remove(model);

    public async Task<ProviderList> List(CancellationToken token)
    {
        Asked++;
        var answer = Instead ?? new ProviderList.Complete([.. _prices.Select(pair => new ListedModel(pair.Key, null, [], pair.Value))]);
        await (Meanwhile?.Invoke() ?? Task.CompletedTask);
        return answer;
    }
}
