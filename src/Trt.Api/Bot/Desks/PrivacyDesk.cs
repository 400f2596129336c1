using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Privacy;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Desks;

/// <summary>What the shop keeps of a person is theirs: to see, to take along, to have forgotten.</summary>
internal sealed class PrivacyDesk(IMediator mediator, OrderDesk orders, KnownCustomers customers)
{
    public async Task<Reply> Follow(PrivacyRoute route, Visit visit, CancellationToken token) => route switch
    {
        MyDataRoute => await Show(visit, token),
        VanishRoute to => await Vanish(to.IsOn, visit, token),
        ArchiveRoute => await Archive(visit, token),
        EraseRoute => await Erase(null, money => PrivacyScreens.WhatGoes(visit.Language, money), visit, token),
        EraseSureRoute => await Erase(null, money => PrivacyScreens.Surely(visit.Language, money), visit, token),
        EraseGoRoute to => await Erase(to.GivesUp, money => PrivacyScreens.Surely(visit.Language, money, isOther: true), visit, token),
        ForgetRoute to => await Forget(to, visit, token),
        _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
    };

    /// <summary>Null when it is no command of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) =>
        command.Name is "privacy" or "delete" or "export" ? await Show(visit, token) : null;

    private async Task<Reply> Show(Visit visit, CancellationToken token) =>
        PrivacyScreens.MyData(visit.Language, await mediator.Send(new ShowPrivacy(visit.UserId), token));

    private async Task<Reply> Vanish(bool isOn, Visit visit, CancellationToken token)
    {
        await mediator.Send(new ChooseVanishing(visit.UserId, isOn), token);
        return await Show(visit, token) with { Toast = PrivacyTexts.VanishingChosen(visit.Language, isOn) };
    }

    private async Task<Reply> Archive(Visit visit, CancellationToken token) =>
        await mediator.Send(new OrderArchive(visit.UserId, visit.Cid), token) switch
        {
            ArchiveOutcome.OnItsWay => PrivacyScreens.ArchiveOrdered(visit.Language),
            ArchiveOutcome.JustAsked asked => new Reply(null, PrivacyTexts.ArchiveJustAsked(visit.Language, asked.Again))
            {
                Rejected = RejectReason.RateLimit,
            },
            var other => throw new InvalidOperationException($"No words for {other}"),
        };

    private async Task<Reply> Erase(Money? givesUp, Func<Money, Screen> ask, Visit visit, CancellationToken token)
    {
        var result = await mediator.Send(new EraseMe(visit.UserId, givesUp), token);
        if (result is ErasureResult.Erased)
        {
            customers.Forget(visit.UserId);
        }

        return result is ErasureResult.Possible possible
            ? ask(possible.Available)
            : PrivacyScreens.EraseEnded(visit.Language, result);
    }

    private async Task<Reply> Forget(ForgetRoute to, Visit visit, CancellationToken token)
    {
        var (l, outcome) = (visit.Language, await mediator.Send(new ForgetWork(visit.UserId, to.Generation, visit.Cid), token));
        return outcome switch
        {
            ForgetOutcome.Forgotten or ForgetOutcome.ForgottenButForTheChat or ForgetOutcome.ForgottenButForTheGroup =>
                PrivacyScreens.Forgotten(l, outcome, to.From),
            ForgetOutcome.UnderWay => new Reply(null, HistoryTexts.UnderWay(l)) { Rejected = RejectReason.StateMismatch },
            ForgetOutcome.NotFound => await orders.Follow(new HistoryRoute(to.From), visit, token),
        };
    }
}
