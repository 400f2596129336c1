using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.Costs;
using Trt.Application.BackOffice.Health;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard;

/// <summary>Models: how they do, what they earn, and a price tried before it is set.</summary>
internal static class ModelPages
{
    public static Task<DeskAnswer> List(Call call) => call.Ask(
        new WatchRange(call.By), range => new DeskAnswer.Page(call.L.Pick("Модели", "Models"), typeof(ModelsPage), range));

    public static Task<DeskAnswer> Show(Call call)
    {
        var id = new ModelId(call.Asked("id"));
        return call.AskThen(new WatchModel(call.By, id), health => health is null
            ? Nowhere()
            : call.AskThen(new WatchModelCosts(call.By, id), costs => costs is null ? Nowhere() : Show(call, health, costs)));
    }

    public static Task<DeskAnswer> Say(Call call)
    {
        var id = new ModelId(call.Said("id"));
        HandWord? word = call.Said("word") switch
        {
            "pause" => HandWord.Pause,
            "sell" => HandWord.Sell,
            _ => null,
        };
        return call.Do(new SpeakForModel(call.By, id, word), outcome => AdminHealthTexts.Said(call.L, outcome), At(id));
    }

    public static Task<DeskAnswer> Price(Call call)
    {
        var id = new ModelId(call.Said("id"));
        var order = new PriceLine(call.By, new SkuId(id, call.Said("line")), Rubles(call.Said("price")), IsTrial: false);
        return call.Ask(order, result => result switch
        {
            PricedLine.Priced priced => new DeskAnswer.GoTo(
                At(id), call.L.Pick($"Цена: {priced.Before.In(call.L)} → {priced.After.In(call.L)}.", $"The price: {priced.Before.In(call.L)} → {priced.After.In(call.L)}.")),
            _ => new DeskAnswer.Unusable(call.L.Pick("Такую цену поставить нельзя.", "That price cannot be set.")),
        });
    }

    private static Task<DeskAnswer> Show(Call call, HealthCase health, ModelCostView costs)
    {
        var title = call.Services.GetRequiredService<ICards>().Current.Find(health.Line.Model)?.Title;
        var line = call.Asked("line");
        if (line.Length == 0 || !call.Look.May(AdminAct.RunShop))
        {
            return Task.FromResult<DeskAnswer>(Page(null));
        }

        var price = Rubles(call.Asked("price"));
        return call.Ask(
            new PriceLine(call.By, new SkuId(health.Line.Model, line), price, IsTrial: true),
            result => Page(new TriedPrice(line, price, result)));

        DeskAnswer.Page Page(TriedPrice? tried) => new(
            title?.In(call.L) ?? health.Line.Model.Value, typeof(ModelPage), new ModelModel(health, costs, title, tried));
    }

    /// <summary>Null goes by the formula.</summary>
    private static Money? Rubles(string text) =>
        AdjustmentAmount.Read(text, out var kopecks) is null && kopecks > 0 ? new Money(kopecks) : null;

    private static string At(ModelId id) => $"models/show?id={Uri.EscapeDataString(id.Value)}";

    private static Task<DeskAnswer> Nowhere() => Task.FromResult<DeskAnswer>(new DeskAnswer.NotFound());
}
