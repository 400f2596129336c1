using System.Globalization;
using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Costs;
using Trt.Application.BackOffice.Settings;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Behind the counter: a price of the operator's own, from the question to the shelf. Null when the person may not ask.</summary>
internal sealed class OwnPriceDesk(IMediator mediator, Counter counter, ModelTitles titles)
{
    public Task<Reply?> Ask(OwnPriceRoute to, Visit visit, CancellationToken token) => AskFor(to.Model, to.Mark, visit, token);

    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token)
    {
        var (model, mark) = question.Subject.Split('\n') is [var id, var line] ? (new ModelId(id), line) : (new ModelId(""), "");
        if (await Find(model, mark, visit, token) is not { Line: { } sold })
        {
            return await counter.Ask(
                new WatchModelCosts(Counter.By(visit), model), view => AdminCostScreens.Model(visit.Language, titles, view), visit, token);
        }

        var typed = answer is Incoming.Text text ? PriceIn(Counter.Harmless(text.Value), sold.Cost) : null;
        if (typed is not { } price)
        {
            return await AskFor(model, mark, visit, token, RangeTexts.BadPrice(visit.Language));
        }

        return await mediator.Send(new PriceLine(Counter.By(visit), new SkuId(model, sold.Sku), price, IsTrial: true), token) switch
        {
            Guarded<PricedLine>.Given { Value: PricedLine.Priced priced } => await counter.Begin(
                AdminAct.RunShop, _ => AdminCostScreens.Preview(visit.Language, titles, model, sold, priced), visit, token),
            Guarded<PricedLine>.Given { Value: var refused } =>
                await AskFor(model, mark, visit, token, RangeTexts.Refusal(visit.Language, refused)),
            _ => null,
        };
    }

    public async Task<Reply?> Set(SetOwnPriceRoute to, Visit visit, CancellationToken token)
    {
        var notice = Html.Empty;
        if (await Find(to.Model, to.Mark, visit, token) is { Line: { } sold })
        {
            Money? price = to.Kopecks == 0 ? null : new Money(to.Kopecks);
            if (await mediator.Send(new PriceLine(Counter.By(visit), new SkuId(to.Model, sold.Sku), price, IsTrial: false), token)
                is not Guarded<PricedLine>.Given { Value: var result })
            {
                return null;
            }

            notice = RangeTexts.Priced(visit.Language, result);
        }

        return await counter.Ask(
            new WatchModelCosts(Counter.By(visit), to.Model),
            view => AdminCostScreens.Model(visit.Language, titles, view, notice), visit, token);
    }

    private async Task<Reply?> AskFor(ModelId model, string mark, Visit visit, CancellationToken token, Html problem = default)
    {
        var (view, sold) = await Find(model, mark, visit, token);
        return sold is null
            ? await counter.Begin(AdminAct.RunShop, _ => AdminCostScreens.Model(visit.Language, titles, view), visit, token)
            : await counter.Prompt(
                AdminAct.RunShop, QuestionKind.OwnPrice, $"{model}\n{mark}",
                AdminCostScreens.AskPrice(visit.Language, titles, model, sold, problem), visit, token);
    }

    private async Task<(ModelCostView? View, SoldLine? Line)> Find(ModelId model, string mark, Visit visit, CancellationToken token) =>
        await mediator.Send(new WatchModelCosts(Counter.By(visit), model), token) is Guarded<ModelCostView?>.Given { Value: { } view }
            ? (view, view.Lines.FirstOrDefault(line => OwnPriceRoute.MarkOf(line.Sku) == mark))
            : (null, null);

    /// <summary>"19.90", "19,9 ₽", "x2.5", "×2,5".</summary>
    private static Money? PriceIn(string text, Money cost)
    {
        var words = text.Replace("₽", "", StringComparison.Ordinal).Replace(',', '.').Trim();
        var isMarkup = words.Length > 1 && words[0] is 'x' or 'X' or 'х' or 'Х' or '×' or '*';
        return decimal.TryParse(
            isMarkup ? words[1..] : words, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 1_000_000
            ? isMarkup
                ? new Money((long)Math.Ceiling(cost.Kopecks * number))
                : decimal.Round(number, 2) == number ? Money.Rubles(number) : null
            : null;
    }
}
