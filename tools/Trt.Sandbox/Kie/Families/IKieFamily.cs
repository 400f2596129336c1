using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

/// <summary>One family of endpoints: how it takes an order, shows its record and calls back.</summary>
internal interface IKieFamily
{
    /// <summary>Some families refuse an order without a callback address.</summary>
    bool NeedsCallback => false;

    void Map(IEndpointRouteBuilder api);

    int ResultCount(KieModel model, JsonObject input);

    /// <summary>The data of an accepted order.</summary>
    JsonObject Receipt(KieTask task) => new() { ["taskId"] = task.Id };

    /// <summary>What it says to a task it does not know.</summary>
    IResult Unknown { get; }

    /// <summary>The data of the status endpoint.</summary>
    JsonObject Record(KieTask task, DateTimeOffset now);

    /// <summary>The bodies sent when the task has ended, in order.</summary>
    IEnumerable<JsonObject> Callbacks(KieTask task);
}
