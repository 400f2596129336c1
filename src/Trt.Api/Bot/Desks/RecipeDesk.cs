using System.Globalization;
using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Questions;
using Trt.Application.Recipes;
using Trt.Application.Storefront;
using Trt.Domain.Growth;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Recipes: what the house has, what customers keep, and the way from one step to the next.</summary>
internal sealed class RecipeDesk(IMediator mediator, WizardDesk wizard, BotIdentity bot)
{
    /// <summary>Whoever writes so much was cut by the messenger; what they mean cannot be told.</summary>
    private const int CutFrom = 3500;

    public async Task<Reply> Follow(RecipeRoute route, Visit visit, CancellationToken token)
    {
        var (user, l) = (visit.UserId, visit.Language);
        return route switch
        {
            RecipesRoute => await Shelf(visit, token),
            OwnRecipesRoute to => RecipeScreens.Own(l, await mediator.Send(new ListOwnRecipes(user, to.Page), token)),
            RecipeCardRoute to => await Card(to.Code, visit, token),
            StartRecipeRoute to => await Step(new StartRecipe(user, to.Code, l), visit, token),
            TakeExampleRoute to => await Step(new FillHole(user, to.Run, Words: null, to.Hole), visit, token),
            QuitRecipeRoute => await Quit(visit, token),
            GoOnRecipeRoute to => await Step(new GoOnRecipe(user, to.From, to.Piece, to.Model), visit, token) with { AsNewMessage = true },
            StepModelsRoute to => await mediator.Send(new ListStepModels(user, to.From), token) is { } models
                ? new Reply(RecipeScreens.Models(l, models), AsNewMessage: true)
                : RecipeScreens.Forgotten(l),
            RetryStepRoute to => wizard.Shown(await mediator.Send(new RepeatGeneration(user, to.Generation), token), visit) with
            {
                AsNewMessage = true,
            },
            StopRecipeRoute to => await Stop(to.Generation, visit, token),
            SaveRecipeRoute to => await mediator.Send(new OfferToKeep(user, to.Generation), token) is { } order
                ? new Reply(KeptRecipeScreens.WhichWords(l, order), AsNewMessage: true)
                : NotFound(l),
            KeepRecipeRoute to => await Keep(new KeepRecipe(user, to.Generation, Words: null, l, to.IsBlank), visit, token),
            NameRecipeRoute to =>
                Opened(visit, await mediator.Send(new OpenOwnRecipe(user, to.Number, Asks: true), token), KeptRecipeScreens.AskName),
            ShareRecipeRoute to => await Share(to, visit, token),
            DropRecipeRoute to => await Drop(to, visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>Null when it is no command of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command switch
    {
        { Name: "recipes" or "recipe" } => await Shelf(visit, token),
        { Name: "start", Argument: { Length: > 0 } link } => await Arrive(link, visit, token),
        _ => null,
    };

    /// <summary>Somebody follows a link to a recipe or a model; null for any other.</summary>
    public async Task<Reply?> Arrive(string link, Visit visit, CancellationToken token)
    {
        var shown = StartParameter.Read(link) switch
        {
            StartParameter.ToRecipe to => await Card(to.Code, visit, token),
            StartParameter.ToModel to =>
                ModelScreens.Model(visit.Language, await mediator.Send(new ShowModelOfLink(visit.UserId, to.Word), token)),
            _ => null,
        };
        if (shown is null)
        {
            return null;
        }

        await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        return visit.Customer.IsNew ? RecipeScreens.Greeted(visit.Language, visit.Customer, shown) : shown;
    }

    /// <summary>The answer to what was asked about a recipe.</summary>
    public async Task<Reply> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var (user, l) = (visit.UserId, visit.Language);
        var typed = answer is Incoming.Text { Value: var text } && !string.IsNullOrWhiteSpace(text) ? text : null;
        return question.Kind switch
        {
            QuestionKind.RecipeHole => await Step(new FillHole(user, Number(question.Subject), typed ?? ""), visit, token),
            QuestionKind.RecipeTitle when typed is null => Opened(
                visit, await mediator.Send(new OpenOwnRecipe(user, Number(question.Subject)), token), KeptRecipeScreens.AskName),
            QuestionKind.RecipeTitle => Opened(
                visit, await mediator.Send(new RenameRecipe(user, Number(question.Subject), typed), token), KeptRecipeScreens.Kept),
            QuestionKind.RecipeWords when typed is { Length: >= CutFrom } =>
                new Reply(KeptRecipeScreens.WordsTooLong(l, Order(question)), MergeKey: "long text")
                {
                    Rejected = RejectReason.ValidationFailed,
                },
            QuestionKind.RecipeWords => await Keep(new KeepRecipe(user, Order(question), typed ?? "", l), visit, token),
            _ => throw new InvalidOperationException($"No answer to {question.Kind}"),
        };
    }

    private async Task<Screen> Shelf(Visit visit, CancellationToken token) =>
        RecipeScreens.Shelf(visit.Language, await mediator.Send(new ListRecipes(visit.UserId), token));

    private async Task<Screen> Card(string code, Visit visit, CancellationToken token) =>
        RecipeScreens.Card(visit.Language, await mediator.Send(new ShowRecipe(visit.UserId, code, visit.Language), token));

    /// <summary>The hole that is open, or the order as any other one.</summary>
    private async Task<Reply> Step(IRequest<StepView> step, Visit visit, CancellationToken token) =>
        await mediator.Send(step, token) switch
        {
            StepView.Ask ask => new Reply(RecipeScreens.Ask(visit.Language, ask))
            {
                Rejected = ask.IsTooLong ? RejectReason.ValidationFailed : null,
            },
            StepView.Order order => wizard.Shown(order.View, visit) is var reply && reply.Screen is { } screen
                ? reply with { Screen = RecipeScreens.Headed(visit.Language, order, screen) }
                : Reply.Nothing,
            StepView.NoModel none => RecipeScreens.NoModel(visit.Language, none.Run),
            StepView.Forgotten => RecipeScreens.Forgotten(visit.Language),
            var other => throw new InvalidOperationException($"No screen for {other.GetType().Name}"),
        };

    /// <summary>Nothing is undone: the next step stays where it is, for whoever thinks better of it.</summary>
    private async Task<Reply> Stop(GenerationId at, Visit visit, CancellationToken token) =>
        await mediator.Send(new ShowGeneration(visit.UserId, at), token) is { Generation.Result.Count: > 0 } made
            ? new Reply(RecipeScreens.Stopped(visit.Language, made), AsNewMessage: true)
            : RecipeScreens.Forgotten(visit.Language);

    private async Task<Screen> Quit(Visit visit, CancellationToken token)
    {
        await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        return await Shelf(visit, token);
    }

    private async Task<Reply> Keep(KeepRecipe request, Visit visit, CancellationToken token)
    {
        var result = await mediator.Send(request, token);
        return result switch
        {
            KeepRecipeResult.Kept kept => KeptRecipeScreens.Kept(visit.Language, kept.Recipe),
            KeepRecipeResult.Wrong wrong => new Reply(KeptRecipeScreens.Wrong(visit.Language, request.GenerationId, wrong))
            {
                Rejected = RejectReason.ValidationFailed,
                RejectDetail = wrong.Problem.ToString(),
            },
            KeepRecipeResult.TooMany => new Reply(KeptRecipeScreens.TooMany(visit.Language)) { Rejected = RejectReason.ValidationFailed },
            _ => NotFound(visit.Language),
        };
    }

    private async Task<Reply> Share(ShareRecipeRoute to, Visit visit, CancellationToken token)
    {
        if (to.Sharing is not { } sharing)
        {
            return Opened(visit, await mediator.Send(new OpenOwnRecipe(visit.UserId, to.Number), token), KeptRecipeScreens.AskSharing);
        }

        return Opened(
            visit,
            await mediator.Send(new ShareRecipe(visit.UserId, to.Number, sharing), token),
            (l, recipe) => KeptRecipeScreens.Shared(l, recipe, bot.LinkTo(StartParameter.OfRecipe(recipe.Code))));
    }

    private async Task<Reply> Drop(DropRecipeRoute to, Visit visit, CancellationToken token)
    {
        var (user, l) = (visit.UserId, visit.Language);
        if (!to.IsSure)
        {
            return Opened(visit, await mediator.Send(new OpenOwnRecipe(user, to.Number), token), KeptRecipeScreens.AskDrop);
        }

        await mediator.Send(new DeleteRecipe(user, to.Number), token);
        return new Reply(RecipeScreens.Own(l, await mediator.Send(new ListOwnRecipes(user, 1), token)), RecipeTexts.Dropped(l));
    }

    private static Reply Opened(Visit visit, OwnRecipe? recipe, Func<Language, OwnRecipe, Screen> show) =>
        recipe is null ? RecipeScreens.Forgotten(visit.Language) : show(visit.Language, recipe);

    private static Reply NotFound(Language l) => new(null, GenerationTexts.NotFound(l)) { Rejected = RejectReason.PermissionDenied };

    private static int Number(string subject) => int.Parse(subject, CultureInfo.InvariantCulture);

    private static GenerationId Order(OpenQuestion question) => new(Guid.ParseExact(question.Subject, "N"));
}
