using System.Collections.Frozen;
using System.Text.Json;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>The provider's own list of models. It owes nothing to the shop's cards, so that a wrong card is found out.</summary>
internal sealed class KieModels
{
    private readonly FrozenDictionary<string, KieModel> _jobs;
    private readonly IReadOnlyList<KieModel> _all;

    public KieModels()
    {
        using var file = typeof(KieModels).Assembly.GetManifestResourceStream("kie-models.json")
            ?? throw new InvalidOperationException("the list of the simulated provider's models is not embedded");
        _all = JsonSerializer.Deserialize<List<KieModel>>(file, JsonSerializerOptions.Web)!;
        _jobs = _all.Where(model => model.Endpoint is null).ToFrozenDictionary(model => model.Id, StringComparer.Ordinal);
    }

    public IEnumerable<KieModel> OfJobs => _all.Where(model => model.Endpoint is null);

    /// <summary>A model of createTask.</summary>
    public KieModel? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <summary>The models of an endpoint of its own, by the name in the body where there is one.</summary>
    public IEnumerable<KieModel> At(string endpoint) => _all.Where(model => model.Endpoint == endpoint);
}
