using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.BackOffice.Contracts;
using Trt.Application.BackOffice.Costs;
using Trt.Application.BackOffice.Health;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Contracts;
using Trt.Application.Costs;
using Trt.Application.Questions;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Behind the counter: what is sold, how it does, what it costs. Null when the person may not ask.</summary>
internal sealed class RangeDesk(IMediator mediator, Counter counter, OwnPriceDesk prices, ModelTitles titles)
{
    public async Task<Reply?> Follow(RangeRoute route, Visit visit, CancellationToken token)
    {
        var (by, l) = (Counter.By(visit), visit.Language);
        return route switch
        {
            OpenStartsRoute => await counter.Ask(
                new OpenStarts(by), wasPaused => AdminScreens.Said(l, AlertTexts.Opened(l, wasPaused)), visit, token),

            AdminHealthRoute to =>
                await counter.Ask(new WatchHealth(by, to.Page), sheet => AdminHealthScreens.List(l, titles, sheet), visit, token),
            AdminModelRoute to => await Model(to.Model, visit, token),
            AdminSayRoute to => await Say(to, visit, token),

            AdminPricesRoute to =>
                await counter.Ask(new WatchCosts(by, to.Page), page => AdminCostScreens.List(l, titles, page), visit, token),
            AdminPriceRoute to => await Price(to.Model, view => AdminCostScreens.Model(l, titles, view), visit, token),
            OwnPriceRoute to => await prices.Ask(to, visit, token),
            SetOwnPriceRoute to => await prices.Set(to, visit, token),
            AdminPriceSayRoute { IsSure: false } to =>
                await Price(to.Model, view => AdminCostScreens.Sure(l, titles, view, to.Word), visit, token),
            AdminPriceSayRoute to => await Answer(to, visit, token),

            AdminContractsRoute to => await counter.Ask(
                new WatchContracts(by, to.Page), sheet => AdminContractScreens.List(l, titles, sheet), visit, token),
            AdminContractRoute to => await Contract(to.Model, visit, token),
            AdminAgreeRoute to => await Agree(to, visit, token),
            HideModelRoute to => await counter.Prompt(
                AdminAct.RunShop, QuestionKind.ModelHideReason, to.Model.Value, AdminHealthScreens.Why(l, titles, to.Model), visit, token),
            HideForRoute to => await Hide(to, visit, token),
            BringBackRoute to => await mediator.Send(new BringModelBack(by, to.Model), token)
                is Guarded<SettingResult>.Given { Value: var back }
                ? await Model(to.Model, visit, token, RangeTexts.Hidden(l, back))
                : null,
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>Why a model is hidden is known; for how long is asked next.</summary>
    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var model = new ModelId(question.Subject.Split('\n')[0]);
        var reason = answer is Incoming.Text text ? Counter.Harmless(text.Value) : "";
        return Counter.BadReason(visit.Language, reason, RangeTexts.ReasonLengthMax) is { } problem
            ? await counter.Begin(
                AdminAct.RunShop, _ => AdminHealthScreens.Why(visit.Language, titles, model, problem), visit, token, isAnswer: true)
            : await counter.Prompt(
                AdminAct.RunShop, QuestionKind.ModelHideReason, $"{model}\n{reason}",
                AdminHealthScreens.HowLong(visit.Language, titles, model), visit, token);
    }

    /// <summary>The reason waits in the question; without one the press alone is the reason.</summary>
    private async Task<Reply?> Hide(HideForRoute to, Visit visit, CancellationToken token)
    {
        var asked = await mediator.Send(new FindQuestion(visit.UserId), token);
        var reason = asked is { Kind: QuestionKind.ModelHideReason } && asked.Subject.Split('\n') is [var model, var said]
            && model == to.Model.Value
            ? said
            : "in the chat";
        TimeSpan? span = to.Hours == 0 ? null : TimeSpan.FromHours(to.Hours);
        return await mediator.Send(new HideModel(Counter.By(visit), to.Model, reason, span, visit.Cid), token)
            is Guarded<SettingResult>.Given { Value: var result }
            ? await Model(to.Model, visit, token, RangeTexts.Hidden(visit.Language, result))
            : null;
    }

    private async Task<Reply?> Say(AdminSayRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new SpeakForModel(Counter.By(visit), to.Model, to.Word), token)
            is Guarded<SpokenFor>.Given { Value: var outcome }
            ? await Model(to.Model, visit, token, AdminHealthTexts.Said(visit.Language, outcome))
            : null;

    private async Task<Reply?> Answer(AdminPriceSayRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new AnswerForCosts(Counter.By(visit), to.Model, to.Word), token)
            is Guarded<CostChange>.Given { Value: var change }
            ? await Price(
                to.Model, view => AdminCostScreens.Model(visit.Language, titles, view, AdminCostTexts.Said(visit.Language, change)), visit,
                token)
            : null;

    private Task<Reply?> Price(ModelId model, Func<ModelCostView?, Screen> show, Visit visit, CancellationToken token) =>
        counter.Ask(new WatchModelCosts(Counter.By(visit), model), show, visit, token);

    private Task<Reply?> Model(ModelId model, Visit visit, CancellationToken token, Html notice = default) =>
        counter.Ask(
            new WatchModel(Counter.By(visit), model),
            found => AdminHealthScreens.Model(visit.Language, titles, found, notice), visit, token);

    private async Task<Reply?> Agree(AdminAgreeRoute to, Visit visit, CancellationToken token) =>
        await mediator.Send(new SellAsChanged(Counter.By(visit), to.Model, to.Mark), token)
            is Guarded<AcceptContractOutcome>.Given { Value: var outcome }
            ? await Contract(to.Model, visit, token, AdminContractTexts.Outcome(visit.Language, outcome))
            : null;

    private Task<Reply?> Contract(ModelId model, Visit visit, CancellationToken token, Html notice = default) => counter.Ask(
        new WatchContract(Counter.By(visit), model),
        found => AdminContractScreens.Model(visit.Language, titles, model, found, notice), visit, token);
}
