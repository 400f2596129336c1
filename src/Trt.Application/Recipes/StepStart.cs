using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Recipes;
using Trt.Domain.Users;

namespace Trt.Application.Recipes;

/// <summary>
/// The step of a recipe that is due: a hole is asked, or its order is begun with everything filled in. It is an ordinary order, which only
/// remembers where in the chain it stands.
/// </summary>
internal sealed class StepStart(
    ITrtDb db, ICatalog catalog, StepOffers offers, NextInput inputs, WizardSession session, ShopOptions options, TimeProvider time)
{
    /// <summary>Inside the caller's unit of work: the next words of the customer fill the hole that is open.</summary>
    public Task Ask(RecipeRun run, CancellationToken token) => run.Open is null
        ? db.DropQuestion(run.UserId, token)
        : db.PutQuestion(new OpenQuestion(run.UserId, QuestionKind.RecipeHole, $"{run.Number}", time.GetUtcNow()), token);

    public async Task<StepView> Begin(RecipeRun run, CancellationToken token)
    {
        if (run.Open is { } hole)
        {
            return new StepView.Ask(run, hole);
        }

        var made = run.From is { } from
            ? await db.Generations.AsNoTracking().FirstOrDefaultAsync(one => one.UserId == run.UserId && one.Id == from, token)
            : null;
        var output = made?.Result.ElementAtOrDefault(run.Piece - 1);
        var able = offers.Able(run.Current, output?.Kind);
        if ((able.FirstOrDefault(one => one.Id == run.Chosen) ?? (able is [var best, ..] ? best : null)) is not { } card)
        {
            return new StepView.NoModel(run);
        }

        var input = made is null ? null : await inputs.Of(made, run.Piece - 1, card, token);
        var view = await session.Begin(run.UserId, card.Id, (draft, sold) => Fill(draft, sold, run, input), token);
        return new StepView.Order(run, input?.Problem is { } problem ? Told(view, problem) : view, Missed(run, card));
    }

    /// <summary>A second press finds the order that the first one has begun, with whatever was answered since.</summary>
    private Wizard Fill(Draft draft, ModelCard card, RecipeRun run, NextAnswer? input)
    {
        var now = time.GetUtcNow();
        if (draft.Place == run.Place && draft.Model == card.Id && !draft.IsExpired(now)
            && (input?.Value is null || input.Value.Equals(draft.Values.GetValueOrDefault(input.Field.Name))))
        {
            return Wizard.Resume(draft, card, now);
        }

        var values = StepFill.Of(card, run.Current, run.Answers).ToDictionary(StringComparer.Ordinal);
        if (input?.Value is { } value)
        {
            values[input.Field.Name] = value;
        }

        var wizard = Wizard.BeginFilled(draft, card, values, StepFill.Words(run.Current, run.Answers), now, options.DraftLifetime);
        draft.Follow(run.Place);
        return wizard;
    }

    private static WizardView Told(WizardView view, InputProblem problem) =>
        view is WizardView.Ask ask ? ask with { Problems = [problem with { Field = ask.Field.Name }] } : view;

    /// <summary>Null when the recipe's own model does it, or the customer has chosen another.</summary>
    private ModelCard? Missed(RecipeRun run, ModelCard card) =>
        run.Chosen is not null || run.Current.Models.Contains(card.Id.Value) || run.Current.Models is not [var first, ..]
            ? null
            : catalog.Current.Find(new(first));
}
