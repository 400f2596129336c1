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

    public async Task<Reply> Invite(Visit visit, CancellationToken token)
    {
        var view = await mediator.Send(new ShowInvitations(visit.UserId), token);
        return GrowthScreens.Invite(visit.Language, view, bot.LinkTo(view.StartParameter));
    }

    /// <summary>"/promo" asks for the code, "/promo SUMMER" has brought it.</summary>
    public Task<Reply> Promo(string argument, Visit visit, CancellationToken token) =>
        argument.Length == 0 ? AskForPromo(visit, token) : Redeem(argument, visit, token);

    public async Task<Reply> Redeem(string typed, Visit visit, CancellationToken token)
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
