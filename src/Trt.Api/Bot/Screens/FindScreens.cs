using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Finding;
using Trt.Application.Storefront;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What was looked for, and what was only said.</summary>
internal static class FindScreens
{
    private const int SoughtShown = 60;

    public static Screen Ask(Language l) => new(
        FindTexts.Ask(l),
        new Keyboard()
            .Row(new FreeModelsRoute().Button(MenuTexts.Free(l)), new AllModelsRoute().Button(FindTexts.All(l)))
            .Row(new RecipesRoute().Button(RecipeTexts.Recipes(l)))
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Found(Language l, FoundModels found)
    {
        var sought = Words.Shorten(found.Text, SoughtShown);
        if (found.Total == 0)
        {
            return new Screen(
                FindTexts.NothingFound(l, sought),
                new Keyboard()
                    .Row(new SeekRoute().Button(FindTexts.Again(l)), new AllModelsRoute().Button(FindTexts.All(l)))
                    .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));
        }

        var keyboard = new Keyboard();
        foreach (var offer in found.Offers)
        {
            keyboard.Row(new ModelRoute(offer.Card.Id, new ShelfPlace(ModelShelf.All, found.Page, found.Number))
                .Button($"{offer.Card.Title.In(l)} · {ModelScreens.Price(l, offer)}"));
        }

        if (found.PageCount > 1)
        {
            keyboard.Row(
                found.Page > 1 ? new FoundRoute(found.Number, found.Page - 1).Button("‹") : null,
                new Button.Closed(MenuTexts.Page(found.Page, found.PageCount)),
                found.Page < found.PageCount ? new FoundRoute(found.Number, found.Page + 1).Button("›") : null);
        }

        return new Screen(
            FindTexts.Found(l, sought, found.Total),
            keyboard.Row(new SeekRoute().Button(FindTexts.Again(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen Said(Language l, Talk talk, bool orderWaits)
    {
        var keyboard = new Keyboard().Row(orderWaits ? new ShowDraftRoute().Button(HomeTexts.BackToOrder(l)) : null);
        return new Screen(FindTexts.Said(l, talk), Ways(l, talk, keyboard).Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen TooLarge(Language l, bool orderWaits) => MenuScreen.Aside(l, FindTexts.TooLarge(l), orderWaits);

    public static Screen Forgotten(Language l) => MenuScreen.Aside(l, FindTexts.Forgotten(l), orderWaits: false);

    private static Keyboard Ways(Language l, Talk talk, Keyboard keyboard) => talk switch
    {
        Talk.Hello or Talk.Unclear => keyboard.Row(new FreeModelsRoute().Button(MenuTexts.Free(l)), new SeekRoute()
            .Button(HomeTexts.Find(l))),
        Talk.Thanks => keyboard,
        Talk.HowTo => keyboard.Row(new TutorialRoute().Button(HomeTexts.Tutorial(l)), new HelpRoute().Button(MenuTexts.Help(l))),
        Talk.Balance => keyboard.Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new TopUpRoute().Button(TopUpTexts.TopUp(l))),
        Talk.TopUp => keyboard.Row(new TopUpRoute().Button(TopUpTexts.TopUp(l)), new PromoRoute().Button(GrowthTexts.PromoButton(l))),
        Talk.Money => keyboard
            .Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new ReceiptsRoute().Button(HomeTexts.Receipts(l)))
            .Row(new HelpRoute().Button(FindTexts.Support(l))),
        Talk.Orders => keyboard.Row(new HistoryRoute().Button(MenuTexts.History(l)), new HelpRoute().Button(FindTexts.Support(l))),
        Talk.Support => keyboard.Row(new HelpRoute().Button(FindTexts.Support(l)), new HistoryRoute().Button(MenuTexts.History(l))),
        Talk.Promo => keyboard.Row(new PromoRoute().Button(GrowthTexts.PromoButton(l))),
        Talk.Invite => keyboard.Row(new InviteRoute().Button(GrowthTexts.InviteButton(l))),
    };
}
