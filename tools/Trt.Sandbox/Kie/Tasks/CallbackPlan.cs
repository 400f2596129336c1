using System.Text.Json.Nodes;

namespace Trt.Sandbox.Kie.Tasks;

/// <summary>One callback that is due at some time; after three failed repeats it is given up for good.</summary>
internal sealed record CallbackPlan(KieTask Task, string Kind, JsonObject Body, DateTimeOffset DueAt, int Repeats = 0)
{
    private const int RepeatsMax = 3;

    /// <summary>The provider does not document its spacing; these are short enough to be watched.</summary>
    public CallbackPlan? Repeat(DateTimeOffset now) =>
        Repeats < RepeatsMax ? this with { Repeats = Repeats + 1, DueAt = now + TimeSpan.FromSeconds(1 << Repeats) } : null;
}
