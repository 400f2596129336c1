using MediatR;
using Trt.Api.Bot.Desks;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Api.Options;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Questions;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Application.Users;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Updates;

/// <summary>What someone did → one request → the screen of its result. The one place where the chat meets the use cases.</summary>
internal sealed class UpdateRouter(
    IMediator mediator, ShopOptions shop, BotOptions bot, KnownCustomers customers, MoneyDesk money, TransferDesk transfers, GrowthDesk growth, AdminDesk admin, RefundDesk refunds)
{
    public Task<Reply> Route(Incoming incoming, CustomerFacts customer, Cid cid, CancellationToken token) => incoming switch
    {
        Incoming.Press or Incoming.Command or Incoming.Text or Incoming.File or Incoming.Unusable when customer.IsBlocked =>
            Task.FromResult(PersonalScreens.Blocked(customer.Language, incoming is Incoming.Press, bot.SupportContact)),
        Incoming.Press press => RouteTable.Read(press.Data) is { } route
            ? Follow(route, press.MessageId, customer, cid, token)
            : UnknownButton(customer, token),
        Incoming.Command command => Obey(command, customer, cid, token),
        Incoming.Text text => Answer(text, customer, cid, token),
        Incoming.File file => Take(file, customer, cid, token),
        Incoming.Paid paid => money.Receive(paid, new Visit(customer, cid), token),
        Incoming.Unusable => Refuse(customer, token),
        Incoming.PressElsewhere => Task.FromResult(new Reply(null, GeneralTexts.PrivateOnly(customer.Language)) { Rejected = RejectReason.PermissionDenied }),
        Incoming.Left or Incoming.Returned => Task.FromResult(Reply.Nothing),
        _ => throw new InvalidOperationException($"No way for {incoming.GetType().Name}"),
    };

    private async Task<Reply> Follow(Route route, long? messageId, CustomerFacts customer, Cid cid, CancellationToken token)
    {
        var (user, l) = (customer.UserId, customer.Language);
        return route switch
        {
            MainMenuRoute => MenuScreen.Render(l, await mediator.Send(new ShowMenu(), token)),
            ModelsOfTypeRoute to => await Models(l, new ListModels(user, ModelShelf.OfType, to.Type, to.Page), token),
            FreeModelsRoute to => await Models(l, new ListModels(user, ModelShelf.Free, null, to.Page), token),
            AllModelsRoute to => await Models(l, new ListModels(user, ModelShelf.All, null, to.Page), token),
            ModelRoute to => ModelScreens.Model(l, await mediator.Send(new ShowModel(user, to.Model), token)),

            BeginRoute to => WizardScreen.Render(l, await mediator.Send(new BeginDraft(user, to.Model), token)),
            RepeatRoute to => WizardScreen.Render(l, await mediator.Send(new RepeatGeneration(user, to.Generation), token)),
            ChooseRoute to => WizardScreen.Render(l, await mediator.Send(new AnswerField(user, to.Field, to.Token), token)),
            ChoicesRoute to => WizardScreen.Render(l, await mediator.Send(new ShowDraft(user), token), to.Page),
            PickEarlierRoute to => WizardScreen.Render(l, await mediator.Send(new PickEarlier(user, to.Field, to.Generation, to.Number), token)),
            TakeCaptionRoute => WizardScreen.Render(l, await mediator.Send(new TakeCaption(user), token)),
            SkipRoute to => WizardScreen.Render(l, await mediator.Send(new SkipField(user, to.Field), token)),
            FilesDoneRoute to => WizardScreen.Render(l, await mediator.Send(new FinishFiles(user, StartOver: false, to.Field), token)),
            FilesAnewRoute to => WizardScreen.Render(l, await mediator.Send(new FinishFiles(user, StartOver: true, to.Field), token)),
            StepBackRoute => WizardScreen.Render(l, await mediator.Send(new StepBack(user), token)),
            MoreSettingsRoute => WizardScreen.Render(l, await mediator.Send(new ShowDraft(user, Settings: true), token)),
            EditRoute to => WizardScreen.Render(l, await mediator.Send(new EditField(user, to.Field), token)),
            ShowDraftRoute => WizardScreen.Render(l, await mediator.Send(new ShowDraft(user), token)),
            CancelDraftRoute => await mediator.Send(new CancelDraft(user), token)
                ? WizardScreen.Cancelled(l)
                : MenuScreen.Render(l, await mediator.Send(new ShowMenu(), token)),

            ConfirmRoute to => Confirmed(l, await mediator.Send(new ConfirmGeneration(user, to.Draft, messageId, cid, to.Shown), token)),
            StatusRoute to => await Status(l, user, to.Generation, token),
            GenerationRoute to => await Status(l, user, to.Generation, token),
            CancelGenerationRoute to => await Cancel(l, user, to.Generation, token),
            HistoryRoute to => GenerationScreen.History(l, await mediator.Send(new ListGenerations(user, to.Page), token)),

            TransferRoute to => await transfers.Follow(to, new Visit(customer, cid, messageId), token) ?? await UnknownButton(customer, token),
            MoneyRoute to => await money.Follow(to, new Visit(customer, cid, messageId), token),
            GrowthRoute to => await growth.Follow(to, new Visit(customer, cid, messageId), token),
            AdminPaymentRoute to => await refunds.Follow(to, new Visit(customer, cid, messageId), token) ?? await UnknownButton(customer, token),
            AdminRoute to => await admin.Follow(to, new Visit(customer, cid, messageId), token) ?? await UnknownButton(customer, token),
            ResendRoute to => ResultReplies.Resent(l, await mediator.Send(new ResendResult(user, to.Generation), token)),
            OriginalsRoute to => ResultReplies.Originals(l, await mediator.Send(new RequestOriginals(user, to.Generation, cid), token)),
            ReceiptRoute to => ResultReplies.Receipt(l, await mediator.Send(new ShowReceipt(user, to.Generation), token)),
            ReceiptsRoute to => ReceiptScreen.List(l, await mediator.Send(new ListGenerations(user, to.Page), token), shop.DayOffset),

            HelpRoute => PersonalScreens.Help(l, bot.SupportContact),
            LanguageRoute to => await Speak(user, to.Language, token),
            NowhereRoute => Reply.Nothing,
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    private async Task<Reply> Obey(Incoming.Command command, CustomerFacts customer, Cid cid, CancellationToken token)
    {
        var (user, l) = (customer.UserId, customer.Language);
        switch (command.Name)
        {
            case "start" when command.Argument == "topup":
                return await money.TopUp(new Visit(customer, cid), token);
            case "start":
            case "reset":
                await mediator.Send(new CancelDraft(user), token);
                var menu = await mediator.Send(new ShowMenu(), token);
                return customer.IsNew ? MenuScreen.Welcome(l, menu, command.Who.Name, customer.GivenFree) : MenuScreen.Render(l, menu);
            case "menu":
                return MenuScreen.Render(l, await mediator.Send(new ShowMenu(), token));
            case "models":
            case "generate":
                return await Models(l, new ListModels(user, ModelShelf.All, null, 1), token);
            case "cancel":
                return await mediator.Send(new CancelDraft(user), token) ? WizardScreen.Cancelled(l) : WizardScreen.Nothing(l);
            case "balance":
                return await money.Balance(new Visit(customer, cid), token);
            case "topup":
                return await money.TopUp(new Visit(customer, cid), token);
            case "terms":
                return TopUpScreens.Terms(l);
            case "paysupport":
                return TopUpScreens.PaymentSupport(l, bot.SupportContact);
            case "ref":
            case "invite":
                return await growth.Invite(new Visit(customer, cid), token);
            case "promo":
                return await growth.Promo(command.Argument, new Visit(customer, cid), token);
            case "history":
                return GenerationScreen.History(l, await mediator.Send(new ListGenerations(user, 1), token));
            case "receipt":
            case "receipts":
                return ReceiptScreen.List(l, await mediator.Send(new ListGenerations(user, 1), token), shop.DayOffset);
            case "language":
                return PersonalScreens.Languages();
            case "help":
            case "support":
                return PersonalScreens.Help(l, bot.SupportContact);
            default:
                return await admin.Obey(command, new Visit(customer, cid), token)
                    ?? MenuScreen.Render(l, await mediator.Send(new ShowMenu(), token), GeneralTexts.UnknownCommand(l));
        }
    }

    private async Task<Reply> Answer(Incoming.Text text, CustomerFacts customer, Cid cid, CancellationToken token)
    {
        if (await mediator.Send(new FindQuestion(customer.UserId), token) is { } question)
        {
            return await Answer(question, text, new Visit(customer, cid), token);
        }

        var view = await mediator.Send(new AnswerField(customer.UserId, Field: null, text.Value), token);
        return view is WizardView.Nothing
            ? MenuScreen.Render(customer.Language, await mediator.Send(new ShowMenu(), token), GeneralTexts.NotUnderstood(customer.Language))
            // A text that the messenger cut into pieces is answered once.
            : new Reply(WizardScreen.Render(customer.Language, view), MergeKey: text.Value.Length > 3500 ? "long text" : null);
    }

    private async Task<Reply> Take(Incoming.File file, CustomerFacts customer, Cid cid, CancellationToken token)
    {
        if (await mediator.Send(new FindQuestion(customer.UserId), token) is { } question)
        {
            return await Answer(question, file, new Visit(customer, cid), token);
        }

        var view = await mediator.Send(new AddFile(customer.UserId, file.Item, file.IsPhoto, file.AlbumId, file.Caption), token);
        var screen = view is WizardView.Nothing
            ? MenuScreen.Render(customer.Language, await mediator.Send(new ShowMenu(), token), GeneralTexts.FileWithoutOrder(customer.Language))
            : WizardScreen.Render(customer.Language, view);
        return new Reply(screen, MergeKey: file.AlbumId);
    }

    /// <summary>What was asked beside the order goes to the desk that asked it.</summary>
    private async Task<Reply> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token) => question.Kind switch
    {
        QuestionKind.TopUpAmount => await money.TakeAmount(answer, visit, token),
        QuestionKind.TransferPicture => await transfers.TakePicture(question.Subject, answer, visit, token),
        QuestionKind.TransferAmount => await transfers.TakeAmount(question.Subject, answer, visit, token) ?? await NotUnderstood(visit, token),
        QuestionKind.TransferReason => await transfers.TakeReason(question.Subject, answer, visit, token) ?? await NotUnderstood(visit, token),
        QuestionKind.PromoCode => await growth.Redeem(answer is Incoming.Text text ? text.Value : "", visit, token),
        QuestionKind.AdminRefundReason => await refunds.Answer(question, answer, visit, token) ?? await NotUnderstood(visit, token),
        QuestionKind.AdminSearch or QuestionKind.AdminAmount or QuestionKind.AdminAmountReason or QuestionKind.AdminBlockReason
            or QuestionKind.AdminNewAdmin or QuestionKind.AdminLimit => await admin.Answer(question, answer, visit, token) ?? await NotUnderstood(visit, token),
        _ => throw new InvalidOperationException($"Nobody waits for {answer.GetType().Name} to {question.Kind} of {visit.UserId}"),
    };

    private async Task<Reply> NotUnderstood(Visit visit, CancellationToken token) =>
        MenuScreen.Render(visit.Language, await mediator.Send(new ShowMenu(), token), GeneralTexts.NotUnderstood(visit.Language));

    private async Task<Reply> Refuse(CustomerFacts customer, CancellationToken token)
    {
        var view = await mediator.Send(new ShowDraft(customer.UserId), token);
        var screen = view is WizardView.Nothing
            ? MenuScreen.Render(customer.Language, await mediator.Send(new ShowMenu(), token))
            : WizardScreen.Render(customer.Language, view);
        return screen with { Text = Html.Paragraphs(GeneralTexts.NotAFileWeUse(customer.Language), screen.Text) };
    }

    private async Task<Reply> UnknownButton(CustomerFacts customer, CancellationToken token)
    {
        var menu = await mediator.Send(new ShowMenu(), token);
        return new Reply(MenuScreen.Render(customer.Language, menu), GeneralTexts.UnknownButton(customer.Language), AsNewMessage: true)
        {
            Rejected = RejectReason.UnknownCallback,
        };
    }

    private async Task<Reply> Models(Language l, ListModels request, CancellationToken token) =>
        ModelScreens.List(l, await mediator.Send(request, token));

    private static Reply Confirmed(Language l, ConfirmResult result) => result switch
    {
        ConfirmResult.Started started => GenerationScreen.Accepted(l, started.Generation, started.Card),
        ConfirmResult.AlreadyStarted again => GenerationScreen.Status(l, new GenerationView(again.Generation, again.Card, 0)),
        ConfirmResult.Refused refused => new Reply(ConfirmScreen.Refusal(l, refused)) { Rejected = ReasonOf(refused.Reason) },
        _ => throw new InvalidOperationException($"No screen for {result.GetType().Name}"),
    };

    private async Task<Reply> Status(Language l, UserId user, GenerationId id, CancellationToken token) =>
        await mediator.Send(new ShowGeneration(user, id), token) is { } view
            ? GenerationScreen.Status(l, view)
            : new Reply(null, GenerationTexts.NotFound(l)) { Rejected = RejectReason.PermissionDenied };

    private async Task<Reply> Cancel(Language l, UserId user, GenerationId id, CancellationToken token) =>
        await mediator.Send(new CancelGeneration(user, id), token) switch
        {
            CancelOutcome.Cancelled => await Status(l, user, id, token),
            CancelOutcome.TooLate => new Reply(null, GenerationTexts.TooLateToCancel(l)) { Rejected = RejectReason.StateMismatch },
            CancelOutcome.NotFound => new Reply(null, GenerationTexts.NotFound(l)) { Rejected = RejectReason.PermissionDenied },
        };

    private async Task<Reply> Speak(UserId user, Language language, CancellationToken token)
    {
        await mediator.Send(new ChooseLanguage(user, language), token);
        customers.Forget(user);
        return MenuScreen.Render(language, await mediator.Send(new ShowMenu(), token));
    }

    private static RejectReason ReasonOf(ConfirmRefusal refusal) => refusal switch
    {
        ConfirmRefusal.DraftGone or ConfirmRefusal.PriceChanged => RejectReason.StateMismatch,
        ConfirmRefusal.ModelUnavailable or ConfirmRefusal.NoPrice => RejectReason.ModelDisabled,
        ConfirmRefusal.InputsIncomplete => RejectReason.ValidationFailed,
        ConfirmRefusal.NotEnoughMoney => RejectReason.BalanceInsufficient,
        ConfirmRefusal.TooManyUnderWay => RejectReason.RateLimit,
    };
}
