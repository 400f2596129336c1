using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>A model makes something of a result.</summary>
/// <param name="Number">Which piece of the result, from one; zero: it is asked.</param>
/// <param name="Model">The key of the model.</param>
internal sealed record GoOnRoute(GenerationId Generation, int Number, string Model)
    : WizardRoute(Key, Text(Generation), Text(Number), Model)
{
    public const string Key = "go_on";
}

/// <summary>The same order with another description.</summary>
internal sealed record RewordRoute(GenerationId Generation) : WizardRoute("reword", Text(Generation));

/// <summary>The same order with another model.</summary>
internal sealed record ElsewhereRoute(GenerationId Generation, string Model) : WizardRoute("elsewhere", Text(Generation), Model);

/// <summary>Everything that can be done with a result.</summary>
internal sealed record MoreRoute(GenerationId Generation) : OrderRoute("gen_more", Text(Generation));

/// <summary>The models that do one kind of work on a result.</summary>
internal sealed record NextModelsRoute(GenerationId Generation, GenerationType Type)
    : OrderRoute("next_models", Text(Generation), Slug(Type));

/// <summary>The same order so many times at once.</summary>
internal sealed record VaryRoute(GenerationId Generation, int Copies) : WizardRoute("vary", Text(Generation), Text(Copies));
