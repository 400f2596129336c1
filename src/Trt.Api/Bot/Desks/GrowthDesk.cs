using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Application.Growth;
using Trt.Application.Questions;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Friends, promo codes and the present of the house.</summary>
internal sealed class GrowthDesk(IMediator mediator, BotIdentity bot)
{
    public async Task<Reply> Follow(GrowthRoute route, Visit visit, CancellationToken token) => route switch
    {
        InviteRoute => await Invite(visit, token),
        PromoRoute => await AskForPromo(visit, token),
        GiftRoute => GrowthScreens.Gift(visit.Language, await mediator.Send(new ClaimGift(visit.UserId), token)),
        _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
    };

    /// <summary>Null when it is no command of this desk. "/promo" asks for the code, "/promo SUMMER" has brought it.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command switch
    {
        { Name: "ref" or "invite" } => await Invite(visit, token),
        { Name: "promo", Argument: "" } => await AskForPromo(visit, token),
        { Name: "promo" } => await Redeem(command.Argument, visit, token),
        _ => null,
    };

    /// <summary>The answer to "which code?".</summary>
    public Task<Reply> Redeem(Incoming answer, Visit visit, CancellationToken token) =>
        Redeem(answer is Incoming.Text text ? text.Value : "", visit, token);

    private async Task<Reply> Invite(Visit visit, CancellationToken token)
    {
        var view = await mediator.Send(new ShowInvitations(visit.UserId), token);
        return bot.LinkTo(view.StartParameter) is { } link
            ? GrowthScreens.Invite(visit.Language, view, link)
            : GrowthScreens.InviteLater(visit.Language);
    }

    private async Task<Reply> Redeem(string typed, Visit visit, CancellationToken token)
    {
        var result = await mediator.Send(new RedeemPromo(visit.UserId, typed), token);
        return new Reply(GrowthScreens.Promo(visit.Language, result))
        {
            Rejected = result is RedeemPromoResult.Refused refused ? ReasonOf(refused.Reason) : null,
        };
    }

    private async Task<Reply> AskForPromo(Visit visit, CancellationToken token)
    {
        await mediator.Send(new AskQuestion(visit.UserId, QuestionKind.PromoCode), token);
        return GrowthScreens.AskForPromo(visit.Language);
    }

    private static RejectReason ReasonOf(PromoRefusal refusal) => refusal switch
    {
        PromoRefusal.NotACode or PromoRefusal.NotValid => RejectReason.ValidationFailed,
        PromoRefusal.AlreadyUsed or PromoRefusal.BoostIsWaiting => RejectReason.StateMismatch,
        PromoRefusal.TooManyTries => RejectReason.RateLimit,
    };
}
