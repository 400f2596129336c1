using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Questions;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Application.Users;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Desks;

/// <summary>The front of the shop: the menu, the shelves, help and language, and a word for whatever was not understood.</summary>
internal sealed class FrontDesk(IMediator mediator, IShopTerms terms, KnownCustomers customers, TimeProvider time)
{
    public async Task<Reply> Follow(FrontRoute route, Visit visit, CancellationToken token) => route switch
    {
        MainMenuRoute => await Menu(visit, token),
        ModelsOfTypeRoute to => await Shelf(new ListModels(visit.UserId, ModelShelf.OfType, to.Type, to.Page), visit, token),
        FreeModelsRoute to => await Shelf(new ListModels(visit.UserId, ModelShelf.Free, null, to.Page), visit, token),
        AllModelsRoute to => await Shelf(new ListModels(visit.UserId, ModelShelf.All, null, to.Page), visit, token),
        ModelRoute to => ModelScreens.Model(visit.Language, await mediator.Send(new ShowModel(visit.UserId, to.Model), token), to.From),
        IntentRoute to => MenuScreen.Kinds(visit.Language, await mediator.Send(new ShowMenu(), token), to.Intent),
        MineRoute => PersonalScreens.Mine(visit.Language),
        ZonesRoute => HistoryScreens.Zones(visit.Language, time.GetUtcNow()),
        ZoneRoute to => await LiveBy(TimeSpan.FromHours(to.Hours), visit, token),
        TutorialRoute to => TutorialScreen.Render(visit.Language, to.Page),
        NewsRoute to => await News(to, visit, token),
        HelpRoute => Help(visit),
        LanguageRoute to => await Speak(to.Language, visit, token),
        NowhereRoute => Reply.Nothing,
        _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
    };

    /// <summary>Null when it is no command of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command.Name switch
    {
        "start" => await Welcome(command.Who.Name, visit, token),
        "reset" => await StartOver(visit, token),
        "menu" => await Menu(visit, token),
        "models" or "generate" => await Shelf(new ListModels(visit.UserId, ModelShelf.All, null, 1), visit, token),
        "language" => PersonalScreens.Languages(),
        "news" => PersonalScreens.News(visit.Language, await mediator.Send(new ChooseNews(visit.UserId), token)),
        "help" or "support" => Help(visit),
        _ => null,
    };

    /// <summary>As for whoever starts; a newcomer reads more.</summary>
    public async Task<Reply> Welcome(string name, Visit visit, CancellationToken token)
    {
        await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        var menu = await mediator.Send(new ShowMenu(), token);
        return visit.Customer.IsNew
            ? MenuScreen.Welcome(visit.Language, menu, name, visit.Customer)
            : MenuScreen.Render(visit.Language, menu, visit.Customer);
    }

    /// <summary>The menu of whoever may order nothing.</summary>
    public Reply Closed(Visit visit) => new(PersonalScreens.Closed(visit.Language, terms.Current.Texts.Support))
    {
        Rejected = RejectReason.PermissionDenied,
    };

    public static Reply UnknownCommand(Visit visit) => Aside(visit, GeneralTexts.UnknownCommand(visit.Language));

    public static Reply NotUnderstood(Visit visit) => Aside(visit, GeneralTexts.NotUnderstood(visit.Language));

    public static Reply NotAFileWeUse(Visit visit) => Aside(visit, GeneralTexts.NotAFileWeUse(visit.Language));

    public async Task<Reply> UnknownButton(Visit visit, CancellationToken token) =>
        await Menu(visit, token) with
        {
            Toast = GeneralTexts.UnknownButton(visit.Language),
            AsNewMessage = true,
            Rejected = RejectReason.UnknownCallback,
        };

    /// <summary>A short word with a way on; whoever erred does not want to read all that there is.</summary>
    private static Reply Aside(Visit visit, Html word) => MenuScreen.Aside(visit.Language, word, visit.Customer.OrderWaits);

    private async Task<Reply> StartOver(Visit visit, CancellationToken token)
    {
        await mediator.Send(new CancelDraft(visit.UserId), token);
        customers.NoteOrder(visit.UserId, waits: false);
        return MenuScreen.Render(
            visit.Language, await mediator.Send(new ShowMenu(), token), visit.Customer with { OrderWaits = false });
    }

    private async Task<Reply> Menu(Visit visit, CancellationToken token) =>
        MenuScreen.Render(visit.Language, await mediator.Send(new ShowMenu(), token), visit.Customer);

    private async Task<Reply> Shelf(ListModels request, Visit visit, CancellationToken token) =>
        ModelScreens.List(visit.Language, await mediator.Send(request, token));

    private Reply Help(Visit visit) => PersonalScreens.Help(visit.Language, terms.Current.Texts.Support);

    /// <summary>Under a piece of news the answer stands below it: what was told stays to be read.</summary>
    private async Task<Reply> News(NewsRoute to, Visit visit, CancellationToken token) => new(
        PersonalScreens.News(visit.Language, await mediator.Send(new ChooseNews(visit.UserId, to.Wants), token)),
        AsNewMessage: to.Wants == false);

    private async Task<Reply> LiveBy(TimeSpan zone, Visit visit, CancellationToken token)
    {
        await mediator.Send(new ChooseZone(visit.UserId, zone), token);
        return new Reply(PersonalScreens.Mine(visit.Language), HistoryTexts.ZoneKept(visit.Language, zone));
    }

    private async Task<Reply> Speak(Language language, Visit visit, CancellationToken token)
    {
        await mediator.Send(new ChooseLanguage(visit.UserId, language), token);
        customers.Forget(visit.UserId);
        return visit.Customer.IsBlocked
            ? PersonalScreens.Closed(language, terms.Current.Texts.Support)
            : MenuScreen.Render(language, await mediator.Send(new ShowMenu(), token), visit.Customer);
    }
}
