using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Application.Wallets;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>Who could do the next step of a chain, each with the price of now; null when there is none.</summary>
public sealed record ListStepModels(UserId UserId, GenerationId From) : IRequest<StepModels?>;

public sealed record StepModels(Generation Made, string Title, IReadOnlyList<StepOffer> Offers);

internal sealed class ListStepModelsHandler(ITrtDb db, StepOffers offers, FundsReader funds) : IRequestHandler<ListStepModels, StepModels?>
{
    /// <summary>As many as a screen shows; the recipe's own come first.</summary>
    private const int ModelsMax = 8;

    public async Task<StepModels?> Handle(ListStepModels request, CancellationToken token)
    {
        var made = await db.Generations.AsNoTracking().FirstOrDefaultAsync(
            one => one.Id == request.From && one.UserId == request.UserId && one.DeletedAt == null, token);
        if (made is not { Place: { } place, Result: [var first, ..] }
            || await db.RecipeRuns.AsNoTracking().FirstOrDefaultAsync(
                one => one.UserId == request.UserId && one.Number == place.Run, token) is not { } run
            || run.Recipe.Steps.ElementAtOrDefault(place.Step + 1) is not { } step)
        {
            return null;
        }

        var room = (await funds.Read(request.UserId, token)).Free;
        var able = offers.Able(step, first.Kind).Take(ModelsMax);
        return new StepModels(made, step.Title, [.. able.Select(card => offers.Of(card, step, room, run.Answers))]);
    }
}
