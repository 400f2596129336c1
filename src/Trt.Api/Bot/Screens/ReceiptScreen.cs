using System.Globalization;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Generations;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What an order cost: shown, taken, come back, and the balance around it.</summary>
internal static class ReceiptScreen
{
    private const int LabelLengthMax = 40;

    public static Screen Render(Language l, GenerationReceipt receipt)
    {
        var generation = receipt.Generation;
        return new Screen(
            Html.Paragraphs(
                ReceiptTexts.Title(l, receipt.Card?.Title.In(l) ?? generation.Model.Value, receipt.OrderedAt, generation.Status),
                receipt.Free is { } free ? ReceiptTexts.Free(l, free) : Money(l, receipt),
                generation.IsLate ? ReceiptTexts.Late(l) : Html.Empty,
                GenerationTexts.Number(l, generation.Cid)),
            new Keyboard()
                .Row(new GenerationRoute(generation.Id).Button(ReceiptTexts.Order(l)), new ReceiptsRoute().Button(ReceiptTexts.All(l)))
                .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen List(Language l, Page<GenerationSummary> history, TimeSpan shopTime)
    {
        var menu = new MainMenuRoute().Button(MenuTexts.Menu(l));
        if (history.Items.Count == 0 && history.Number == 1)
        {
            return new Screen(ReceiptTexts.Nothing(l), new Keyboard().Row(menu));
        }

        var keyboard = new Keyboard();
        foreach (var item in history.Items)
        {
            var day = item.CreatedAt.ToOffset(shopTime).ToString("dd.MM HH:mm", CultureInfo.InvariantCulture);
            var label = Words.Shorten($"{day} · {item.Card?.Title.In(l) ?? item.Model.Value}", LabelLengthMax);
            keyboard.Row(new ReceiptRoute(item.Id).Button(label));
        }

        return new Screen(
            ReceiptTexts.ListTitle(l),
            keyboard
                .Leaf(history, number => new ReceiptsRoute(number))
                .Row(menu));
    }

    private static Html Money(Language l, GenerationReceipt receipt)
    {
        var generation = receipt.Generation;
        return Html.Lines([
            ReceiptTexts.Price(l, generation.Price),
            generation.Status.IsOpen() ? ReceiptTexts.SetAside(l, generation.Price) : ReceiptTexts.Taken(l, receipt.Taken),
            .. receipt.Back.Select(back => ReceiptTexts.Back(l, back, generation)),
            receipt.Balance is { } balance ? ReceiptTexts.Balance(l, balance) : Html.Empty,
        ]);
    }
}
