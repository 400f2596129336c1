using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Finding;
using Trt.Application.Generations;
using Trt.Application.Groups;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Desks;

/// <summary>
/// The bot among friends: it answers who speaks to it and nobody else, and a card belongs to who asked. What only that person may know
/// goes on in their own chat.
/// </summary>
internal sealed class GroupDesk(IMediator mediator, KnownCustomers customers, BotIdentity bot)
{
    public async Task<Reply> Serve(InGroup incoming, Cid cid, CancellationToken token) => incoming switch
    {
        InGroup.Asked asked => await Hear(asked, token),
        InGroup.Ordered ordered => await Obey(ordered, token),
        InGroup.Pressed press => await Follow(press, cid, token),
        InGroup.Unnamed unnamed => Answer(unnamed.MessageId, GroupScreens.Aside(unnamed.Who.Guess, GroupTexts.Unnamed(unnamed.Who.Guess),
            bot.LinkTo(Links.ToShop))),
        InGroup.LetIn letIn => await Greet(letIn, token),
        InGroup.ShutOut shutOut => await Done(new LeaveGroup(shutOut.Group.Id), token),
        InGroup.Parted parted => await Done(new PartFromGroup(parted.Who.Id, parted.Group.Id), token),
        InGroup.Moved moved => await Done(new MoveGroup(moved.From, moved.Group.Id, moved.Group.Title), token),
        _ => throw new InvalidOperationException($"No way for {incoming.GetType().Name}"),
    };

    private string Mention => bot.Mention ?? "";

    private Task<MemberFacts> Member(Person who, CancellationToken token) => mediator.Send(new FindMember(who.Id, who.Guess), token);

    private async Task<Reply> Hear(InGroup.Asked asked, CancellationToken token)
    {
        var member = await Member(asked.Who, token);
        if (member.IsBlocked)
        {
            return Reply.Nothing;
        }

        var l = member.Language;
        if (asked.Words is null && asked.Files.Count == 0)
        {
            return Answer(asked.MessageId, new Screen(GroupTexts.Help(l, Mention), Keyboard.None));
        }

        var heard = await mediator.Send(new HearInGroup(member, asked.Place, asked.Words, asked.Files), token);
        return Answer(asked.MessageId, heard.View switch
        {
            null => GroupScreens.GoOnInPrivate(l, asked.Who, bot.LinkTo(Links.ToAsk(heard.Number))),
            HeardView.Proposed { Proposals.Count: > 0, IsUnheard: false } view => GroupScreens.Proposed(l, asked.Who, view),
            HeardView.Proposed => GroupScreens.GoOnInPrivate(l, asked.Who, bot.LinkTo(Links.ToAsk(heard.Number))),
            HeardView.Found { Models.Total: var total } => GroupScreens.Aside(
                l, GroupTexts.Found(l, asked.Who.Name, total), total == 0 ? null : bot.LinkTo(Links.ToAsk(heard.Number))),
            HeardView.Said said => GroupScreens.Aside(
                l, GroupTexts.Said(l, said.Talk, Mention), IsPersonal(said.Talk) ? bot.LinkTo(Links.ToShop) : null),
            HeardView.TooLarge => new Screen(GroupTexts.TooLarge(l), Keyboard.None),
            HeardView.Forgotten => new Screen(GroupTexts.Forgotten(l, Mention), Keyboard.None),
            var other => throw new InvalidOperationException($"No screen for {other.GetType().Name}"),
        });
    }

    private async Task<Reply> Obey(InGroup.Ordered ordered, CancellationToken token)
    {
        var member = await Member(ordered.Who, token);
        var l = member.Language;
        return member.IsBlocked ? Reply.Nothing : Answer(ordered.MessageId, ordered.Name is "start" or "help"
            ? new Screen(GroupTexts.Help(l, Mention), Keyboard.None)
            : GroupScreens.Aside(l, GroupTexts.OnlyInPrivate(l), bot.LinkTo(Links.ToShop)));
    }

    private async Task<Reply> Greet(InGroup.LetIn letIn, CancellationToken token)
    {
        if (!await mediator.Send(new EnterGroup(letIn.Group.Id, letIn.Group.Title), token))
        {
            return Reply.Nothing;
        }

        var l = (await Member(letIn.Who, token)).Language;
        return new Screen(GroupTexts.Hello(l, Mention), Keyboard.None);
    }

    private async Task<Reply> Follow(InGroup.Pressed press, Cid cid, CancellationToken token)
    {
        var member = await Member(press.Who, token);
        var l = member.Language;
        if (RouteTable.Read(press.Data) is not GroupRoute route)
        {
            return new Reply(null, GeneralTexts.PrivateOnly(l)) { Rejected = RejectReason.PermissionDenied };
        }

        if (route.Asker != press.Who.Id)
        {
            return new Reply(null, GroupTexts.NotYours(l, press.Asker)) { Rejected = RejectReason.PermissionDenied };
        }

        if (!member.CanBeReached || member.IsBlocked)
        {
            return InPrivate(l, press.Who, route is TakeAskRoute ask ? Links.ToAsk(ask.Number) : Links.ToOrder);
        }

        return route switch
        {
            TakeAskRoute to => await Take(to, press.Who, l, token),
            ConfirmAskRoute to => await Confirm(to, press, l, cid, token),
            DropAskRoute to => await Drop(to, l, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    /// <summary>What is complete and paid for is confirmed here; everything else is between us and who asked.</summary>
    private async Task<Reply> Take(TakeAskRoute to, Person who, Language l, CancellationToken token)
    {
        var view = await mediator.Send(new TakeWish(to.Asker, to.Number, to.Model), token);
        customers.NoteOrder(to.Asker, waits: view is not (WizardView.Nothing or WizardView.Unavailable));
        return view switch
        {
            WizardView.Nothing => new Screen(GroupTexts.Forgotten(l, Mention), Keyboard.None),
            WizardView.Confirm { Missing.IsZero: true, Wait: null } ready =>
                GroupScreens.Ready(l, who, ready, bot.LinkTo(Links.ToOrder)),
            WizardView.Unavailable => InPrivate(l, who, Links.ToAsk(to.Number)),
            _ => InPrivate(l, who, Links.ToOrder),
        };
    }

    private async Task<Reply> Confirm(ConfirmAskRoute to, InGroup.Pressed press, Language l, Cid cid, CancellationToken token)
    {
        var request = new ConfirmGeneration(to.Asker, to.Draft, press.MessageId, cid, to.Shown, ScreenGroup: press.Group.Id);
        switch (await mediator.Send(request, token))
        {
            case ConfirmResult.Started started:
                customers.Forget(to.Asker);
                return GroupScreens.Accepted(l, started);
            case ConfirmResult.AlreadyStarted:
                return new Reply(null, GroupTexts.UnderWay(l));
            case ConfirmResult.Refused { Reason: ConfirmRefusal.DraftGone }:
                return new Reply(new Screen(GroupTexts.Forgotten(l, Mention), Keyboard.None)) { Rejected = RejectReason.StateMismatch };
            case ConfirmResult.Refused refused:
                return InPrivate(l, press.Who, Links.ToOrder) with
                {
                    Rejected = RejectReason.ValidationFailed,
                    RejectDetail = refused.Reason.ToString(),
                };
            case var other:
                throw new InvalidOperationException($"No screen for {other.GetType().Name}");
        }
    }

    private async Task<Reply> Drop(DropAskRoute to, Language l, CancellationToken token)
    {
        if (to.Draft is { } draft && await mediator.Send(new CancelDraft(to.Asker, draft), token))
        {
            customers.NoteOrder(to.Asker, waits: false);
        }

        return new Screen(GroupTexts.Dropped(l), Keyboard.None);
    }

    private Reply InPrivate(Language l, Person who, string link) =>
        new(GroupScreens.GoOnInPrivate(l, who, bot.LinkTo(link))) { Address = bot.LinkTo(link) };

    private async Task<Reply> Done(IRequest<Unit> change, CancellationToken token)
    {
        await mediator.Send(change, token);
        return Reply.Nothing;
    }

    private static Reply Answer(int messageId, Screen screen) => screen with { ReplyTo = messageId };

    private static bool IsPersonal(Talk talk) => talk is not (Talk.Thanks or Talk.Hello or Talk.HowTo or Talk.Unclear);
}
