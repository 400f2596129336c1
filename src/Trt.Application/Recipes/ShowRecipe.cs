using MediatR;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Application.Wallets;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>One recipe: what it makes, its steps, and what they cost now.</summary>
public sealed record ShowRecipe(UserId UserId, string Code, Language Language) : IRequest<RecipeView>;

public abstract record RecipeView
{
    /// <param name="Steps">Null where no model on sale does the step.</param>
    /// <param name="Kept">Of the customer's own, or shared with them; null for one of the house.</param>
    public sealed record Card(string Code, Recipe Recipe, IReadOnlyList<StepOffer?> Steps, OwnRecipe? Kept, bool IsOwn) : RecipeView
    {
        /// <summary>For the whole way; null where a step's cannot be known yet.</summary>
        public Money? Price => Steps.Any(step => step?.Price is null) ? null
            : Steps.Aggregate(Money.Zero, (sum, step) => sum + step!.Price!.Value);

        public bool CanBegin => Steps is [not null, ..];
    }

    /// <summary>There is none of that name any more, or none for this person.</summary>
    public sealed record Gone(IReadOnlyList<HouseRecipe> Alike) : RecipeView;
}

internal sealed class ShowRecipeHandler(RecipeBook book, StepOffers offers, FundsReader funds, IHouseRecipes house)
    : IRequestHandler<ShowRecipe, RecipeView>
{
    private const int AlikeMax = 4;

    public async Task<RecipeView> Handle(ShowRecipe request, CancellationToken token)
    {
        if (await book.Find(request.UserId, request.Code, request.Language, token) is not { } found)
        {
            return new RecipeView.Gone([.. house.All.Take(AlikeMax)]);
        }

        var room = (await funds.Read(request.UserId, token)).Free;
        return new RecipeView.Card(found.Code, found.Recipe, offers.Of(found.Recipe, room), found.Kept, found.IsOwn);
    }
}
