using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Several models are to make what one order says.</summary>
internal sealed record DuelRoute() : WizardRoute("duel");

/// <param name="Page">Which of those who could stand are shown.</param>
internal sealed record DuelPageRoute(int Page) : WizardRoute("duel_page", Text(Page));

/// <param name="Model">The key of the model that joins or leaves.</param>
internal sealed record EntrantRoute(string Model, bool IsIn, int Page) : WizardRoute("duel_pick", Model, IsIn ? "1" : "0", Text(Page));

/// <summary>One model is enough.</summary>
internal sealed record DuelOverRoute() : WizardRoute("duel_over");

/// <summary>All that were proposed for a wish.</summary>
internal sealed record DuelOfWishRoute(int Number, Lean Lean) : WizardRoute("duel_wish", Text(Number), WishRoute.WordOf(Lean));

/// <summary>An order that was placed, with others beside its model.</summary>
internal sealed record DuelOfResultRoute(GenerationId Generation) : WizardRoute("duel_of", Text(Generation));

/// <summary>Among the models of one kind.</summary>
internal sealed record DuelOfTypeRoute(GenerationType Type) : WizardRoute("duel_kind", Slug(Type));

/// <summary>This one is the best of its duel, and leads on.</summary>
internal sealed record WinnerRoute(GenerationId Generation) : OrderRoute("winner", Text(Generation));
