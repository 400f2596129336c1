using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>An order becomes a recipe of its customer.</summary>
/// <param name="Words">What they wrote, with holes in braces; null takes the order's own words, or none of them.</param>
/// <param name="Language">For its name, where the order has no words.</param>
public sealed record KeepRecipe(UserId UserId, GenerationId GenerationId, string? Words, Language Language, bool IsBlank = false)
    : IRequest<KeepRecipeResult>;

public abstract record KeepRecipeResult
{
    public sealed record Kept(OwnRecipe Recipe) : KeepRecipeResult;

    /// <param name="Limit">What would have been allowed.</param>
    public sealed record Wrong(TemplateProblem Problem, int Limit, int Given) : KeepRecipeResult;

    public sealed record TooMany : KeepRecipeResult;

    public sealed record NotFound : KeepRecipeResult;
}

internal sealed class KeepRecipeHandler(ITrtDb db, ICatalog catalog, TimeProvider time) : IRequestHandler<KeepRecipe, KeepRecipeResult>
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public async Task<KeepRecipeResult> Handle(KeepRecipe request, CancellationToken token)
    {
        if (await db.Keepable(catalog, request.UserId, request.GenerationId, token) is not { } order)
        {
            return new KeepRecipeResult.NotFound();
        }

        var words = request.IsBlank || order.Words is null ? null : request.Words ?? WordsTemplate.Literal(order.Words);
        if (words is not null && Wrong(words, order.Card) is { } wrong)
        {
            return wrong;
        }

        await using var work = await db.Begin(token);
        await db.LockUser(request.UserId, token);
        var own = await db.Recipes.Where(recipe => recipe.UserId == request.UserId).OrderBy(recipe => recipe.Number).ToListAsync(token);
        var kept = OwnRecipe.Keep(
            request.UserId, (own.LastOrDefault()?.Number ?? 0) + 1, RandomNumberGenerator.GetString(Alphabet, OwnRecipe.CodeLength),
            Described.Title(order.Card, order.Order.Inputs) ?? order.Card.Title.In(request.Language),
            order.Card, words, Settings(order), time.GetUtcNow());
        if (own.LastOrDefault() is { } last && last.IsLike(kept))
        {
            await db.DropQuestion(request.UserId, token);
            await work.Commit(token);
            return new KeepRecipeResult.Kept(last);
        }

        if (own.Count >= OwnRecipe.PerCustomerMax)
        {
            return new KeepRecipeResult.TooMany();
        }

        db.Recipes.Add(kept);
        await db.DropQuestion(request.UserId, token);
        await work.Commit(token);
        return new KeepRecipeResult.Kept(kept);
    }

    private static KeepRecipeResult.Wrong? Wrong(string words, ModelCard card)
    {
        var limit = WizardPlan.Description(card) switch
        {
            TextField text => text.LengthMax,
            DialogueField dialogue => dialogue.LengthMax,
            _ => WordsTemplate.LengthMax,
        };
        return WordsTemplate.ProblemOf(words, limit) switch
        {
            null => null,
            TemplateProblem.TooManyHoles => new(TemplateProblem.TooManyHoles, WordsTemplate.HolesMax, WordsTemplate.Holes(words).Count),
            TemplateProblem.HoleNameTooLong => new(
                TemplateProblem.HoleNameTooLong, WordsTemplate.HoleNameMax, WordsTemplate.Holes(words).Max(hole => hole.Length)),
            { } problem => new(problem, Math.Min(limit, WordsTemplate.LengthMax), WordsTemplate.Show(words).Length),
        };
    }

    /// <summary>The description is kept as words; files are sent anew each time.</summary>
    private static Dictionary<string, InputValue> Settings(KeepableOrder order) => order.Order.Inputs
        .Where(pair => pair.Key != WizardPlan.Description(order.Card)?.Name)
        .ToDictionary(StringComparer.Ordinal);
}
