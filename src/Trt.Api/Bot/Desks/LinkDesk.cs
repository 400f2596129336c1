using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Inline;
using Trt.Domain.Finding;

namespace Trt.Api.Bot.Desks;

/// <summary>Where links from groups and other chats lead to in the private chat.</summary>
internal sealed class LinkDesk(IMediator mediator, FindDesk finds, WizardDesk wizard, OrderDesk orders)
{
    /// <summary>Null when it is no link of this desk.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) =>
        command is { Name: "start", Argument: { Length: > 0 } link } && await Open(link, visit, token) is { } reply
            ? Greeted(reply, visit)
            : null;

    private async Task<Reply?> Open(string link, Visit visit, CancellationToken token)
    {
        if (link == Links.ToOrder)
        {
            return await wizard.Follow(new ShowDraftRoute(), visit, token);
        }

        if (Links.AskIn(link) is { } number)
        {
            return await finds.Follow(new WishRoute(number, Lean.Fitting), visit, token);
        }

        if (Links.WorkIn(link) is { } work)
        {
            return await orders.Follow(new GenerationRoute(work), visit, token) is { Screen: not null } shown ? shown : null;
        }

        return Links.IdeaIn(link) is { } code ? FindDesk.Shown(await mediator.Send(new TakeIdea(visit.UserId, code), token), visit) : null;
    }

    /// <summary>Whoever comes for the first time reads what is theirs already.</summary>
    private static Reply Greeted(Reply reply, Visit visit) => visit.Customer.IsNew && reply.Screen is { } screen
        ? reply with
        {
            Screen = screen with
            {
                Text = Html.Paragraphs(
                    HomeTexts.Gifts(visit.Language, visit.Customer.Welcome, visit.Customer.FreeLeft - visit.Customer.GivenFree),
                    screen.Text),
            },
        }
        : reply;
}
