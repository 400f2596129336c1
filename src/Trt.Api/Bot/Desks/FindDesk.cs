using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Application.Finding;
using Trt.Application.Questions;
using Trt.Domain.Finding;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>The way from words to a model: what people look for by a word, and what they simply write or send.</summary>
internal sealed class FindDesk(IMediator mediator)
{
    public async Task<Reply> Follow(FindRoute route, Visit visit, CancellationToken token) => route switch
    {
        SeekRoute => await Ask(visit, token),
        FoundRoute to => Shown(await mediator.Send(new ShowFound(visit.UserId, to.Number, to.Page), token), visit),
        WishRoute to => Shown(await mediator.Send(new ShowWish(visit.UserId, to.Number, to.Lean), token), visit),
        HeardRoute to => Shown(await mediator.Send(new HearResult(visit.UserId, to.Generation), token), visit) with { AsNewMessage = true },
        _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
    };

    /// <summary>Null when it is no command of this desk. "/find" asks for the word, "/find kling" has brought it.</summary>
    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command switch
    {
        { Name: "find" or "search", Argument: "" } => await Ask(visit, token),
        { Name: "find" or "search" } => await Find(command.Argument, visit, token),
        _ => null,
    };

    /// <summary>What is written where no order asks for it.</summary>
    public async Task<Reply> Hear(Incoming.Text text, Visit visit, CancellationToken token) =>
        Shown(await mediator.Send(new HearWish(visit.UserId, text.Value), token), visit) with
        {
            MergeKey = text.Value.Length > 3500 ? "long text" : null,
        };

    /// <summary>What is sent where no order asks for it.</summary>
    public async Task<Reply> Hear(Incoming.File file, Visit visit, CancellationToken token)
    {
        var given = new GivenFile(file.Item, file.IsPhoto, file.IsVoice);
        return Shown(await mediator.Send(new HearWish(visit.UserId, file.Caption, given, file.AlbumId), token),
            visit) with
        { MergeKey = file.AlbumId };
    }

    /// <summary>The answer to "what are you looking for?".</summary>
    public async Task<Reply> Answer(Incoming answer, Visit visit, CancellationToken token)
    {
        await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        return answer switch
        {
            Incoming.Text { Value: var typed } when typed.Trim().Length > 0 => await Find(typed, visit, token),
            Incoming.File file => await Hear(file, visit, token),
            _ => await Ask(visit, token),
        };
    }

    private async Task<Reply> Find(string typed, Visit visit, CancellationToken token) =>
        Shown(await mediator.Send(new FindModels(visit.UserId, typed), token), visit);

    private async Task<Reply> Ask(Visit visit, CancellationToken token)
    {
        await mediator.Send(new AskQuestion(visit.UserId, QuestionKind.ModelName), token);
        return FindScreens.Ask(visit.Language);
    }

    public static Reply Shown(HeardView view, Visit visit) => view switch
    {
        HeardView.Proposed proposed => ProposalScreen.Render(visit.Language, proposed),
        HeardView.Found found => FindScreens.Found(visit.Language, found.Models),
        HeardView.Said said => FindScreens.Said(visit.Language, said.Talk, visit.Customer.OrderWaits),
        HeardView.TooLarge => FindScreens.TooLarge(visit.Language, visit.Customer.OrderWaits),
        HeardView.Forgotten => FindScreens.Forgotten(visit.Language),
        _ => throw new InvalidOperationException($"No screen for {view.GetType().Name}"),
    };
}
