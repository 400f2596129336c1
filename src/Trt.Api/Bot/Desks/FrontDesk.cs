using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Api.Options;
using Trt.Application.Drafts;
using Trt.Application.Storefront;
using Trt.Application.Users;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Desks;

/// <summary>The front of the shop: the menu, the shelves, help and language, and a word for whatever was not understood.</summary>
internal sealed class FrontDesk(IMediator mediator, BotOptions bot, KnownCustomers customers)
{
    public async Task<Reply> Follow(FrontRoute route, Visit visit, CancellationToken token) => route switch
    {
        MainMenuRoute => await Menu(visit, token),
        ModelsOfTypeRoute to => await Shelf(new ListModels(visit.UserId, ModelShelf.OfType, to.Type, to.Page), visit, token),
        FreeModelsRoute to => await Shelf(new ListModels(visit.UserId, ModelShelf.Free, null, to.Page), visit, token),
        AllModelsRoute to => await Shelf(new ListModels(visit.UserId, ModelShelf.All, null, to.Page), visit, token),
        ModelRoute to => ModelScreens.Model(visit.Language, await mediator.Send(new ShowModel(visit.UserId, to.Model), token)),
        HelpRoute => Help(visit),
        LanguageRoute to => await Speak(to.Language, visit, token),
        NowhereRoute => Reply.Nothing,
        _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
    };

    /// <summary>Null when it is no command of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command.Name switch
    {
        "start" or "reset" => await Welcome(command.Who.Name, visit, token),
        "menu" => await Menu(visit, token),
        "models" or "generate" => await Shelf(new ListModels(visit.UserId, ModelShelf.All, null, 1), visit, token),
        "language" => PersonalScreens.Languages(),
        "help" or "support" => Help(visit),
        _ => null,
    };

    /// <summary>As for whoever starts; a newcomer reads more.</summary>
    public async Task<Reply> Welcome(string name, Visit visit, CancellationToken token)
    {
        await mediator.Send(new CancelDraft(visit.UserId), token);
        var menu = await mediator.Send(new ShowMenu(), token);
        return visit.Customer.IsNew
            ? MenuScreen.Welcome(visit.Language, menu, name, visit.Customer.GivenFree)
            : MenuScreen.Render(visit.Language, menu);
    }

    public Reply Blocked(Visit visit, bool isPress) => PersonalScreens.Blocked(visit.Language, isPress, bot.SupportContact);

    public Task<Reply> UnknownCommand(Visit visit, CancellationToken token) =>
        Menu(visit, token, GeneralTexts.UnknownCommand(visit.Language));

    public Task<Reply> NotUnderstood(Visit visit, CancellationToken token) =>
        Menu(visit, token, GeneralTexts.NotUnderstood(visit.Language));

    public async Task<Reply> FileWithoutOrder(Incoming.File file, Visit visit, CancellationToken token) =>
        await Menu(visit, token, GeneralTexts.FileWithoutOrder(visit.Language)) with { MergeKey = file.AlbumId };

    public Task<Reply> NotAFileWeUse(Visit visit, CancellationToken token) =>
        Menu(visit, token, GeneralTexts.NotAFileWeUse(visit.Language));

    public async Task<Reply> UnknownButton(Visit visit, CancellationToken token) =>
        await Menu(visit, token) with
        {
            Toast = GeneralTexts.UnknownButton(visit.Language),
            AsNewMessage = true,
            Rejected = RejectReason.UnknownCallback,
        };

    private async Task<Reply> Menu(Visit visit, CancellationToken token, Html notice = default) =>
        MenuScreen.Render(visit.Language, await mediator.Send(new ShowMenu(), token), notice);

    private async Task<Reply> Shelf(ListModels request, Visit visit, CancellationToken token) =>
        ModelScreens.List(visit.Language, await mediator.Send(request, token));

    private Reply Help(Visit visit) => PersonalScreens.Help(visit.Language, bot.SupportContact);

    private async Task<Reply> Speak(Language language, Visit visit, CancellationToken token)
    {
        await mediator.Send(new ChooseLanguage(visit.UserId, language), token);
        customers.Forget(visit.UserId);
        return MenuScreen.Render(language, await mediator.Send(new ShowMenu(), token));
    }
}
