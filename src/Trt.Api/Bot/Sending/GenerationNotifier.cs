using Trt.Api.Bot.Screens;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Api.Bot.Sending;

/// <summary>Says in the chat what is owed about orders, with the same screens that answer a press.</summary>
internal sealed class GenerationNotifier(ChatGateway gateway, OwedScreens owed, ResultSender results, ScreenSender screens)
    : IGenerationNotifier
{
    public async Task<SendOutcome> Progress(GenerationNotice notice, CancellationToken token)
    {
        if (notice.Generation.ScreenChatId is not null)
        {
            // A group is not told every ten seconds that somebody waits.
            return notice.Generation.Status == GenerationStatus.Cancelled ? await EndInGroup(notice, token) : Shown;
        }

        await screens.Quiet(Chat(notice), token);
        return notice.Generation.ScreenMessageId is { } messageId
            ? await gateway.Refresh(Chat(notice), messageId, GenerationScreen.Progress(notice), token)
            : Shown;
    }

    public async Task<SendOutcome> Result(
        GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token)
    {
        var sent = await Bring(notice, items, withButtons, token);
        if (sent is GroupMoved moved && notice.Answers is not null)
        {
            // Messages have other numbers there, so it answers none.
            notice = notice with { Answers = new(moved.ChatId, MessageId: 0) };
            sent = await Bring(notice, items, withButtons, token);
        }

        return sent is SendOutcome.RecipientGone && notice.Answers is not null
            ? await Bring(notice with { Answers = null, IsBroughtHome = true }, items, withButtons, token)
            : sent;
    }

    public async Task<SendOutcome> Album(GenerationNotice notice, IReadOnlyList<EntrantState> entrants, CancellationToken token)
    {
        await screens.Quiet(Chat(notice), token);
        return await results.SendAlbum(notice, entrants, token);
    }

    public Task<SendOutcome> Verdict(GenerationNotice notice, CancellationToken token) =>
        owed.Tell(notice.Generation.UserId, DuelScreens.Verdict(notice), token);

    public Task<SendOutcome> Checkpoint(GenerationNotice notice, Checkpoint checkpoint, CancellationToken token) =>
        owed.Tell(notice.Generation.UserId, RecipeScreens.Checkpoint(notice, checkpoint), token);

    /// <summary>Next steps and whatever did not go well are between us and the customer.</summary>
    public Task<SendOutcome> Closing(GenerationNotice notice, DeliveryGaps gaps, CancellationToken token) =>
        notice.Answers is not null && gaps is { Lost: 0, Doubted: 0 }
            ? Task.FromResult(Shown)
            : owed.Tell(notice.Generation.UserId, GenerationScreen.Closing(notice, gaps), token);

    public async Task<SendOutcome> Original(GenerationNotice notice, int output, CancellationToken token)
    {
        await screens.Quiet(Chat(notice), token);
        var result = notice.Generation.Result;
        return await results.SendOriginal(
            notice with { Answers = null }, result[output], ResultNames.Of(notice, result.Count > 1 ? output + 1 : null), token);
    }

    public async Task<SendOutcome> Copy(GenerationNotice notice, OutputKind kind, string fileId, CancellationToken token)
    {
        await screens.Quiet(Chat(notice), token);
        return await results.SendCopy(notice with { Answers = null }, kind, fileId, token);
    }

    public Task<SendOutcome> OriginalGone(GenerationNotice notice, CancellationToken token) =>
        owed.Tell(notice.Generation.UserId, GenerationScreen.OriginalGone(notice), token);

    public async Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token)
    {
        if (notice.Generation.ScreenChatId is not null)
        {
            return await EndInGroup(notice, token);
        }

        await screens.Quiet(Chat(notice), token);
        return notice is { Batch: not { Open: > 0 }, Generation.ScreenMessageId: { } messageId }
            ? await gateway.Refresh(Chat(notice), messageId, GenerationScreen.Receipt(notice), token)
            : Shown;
    }

    public async Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token)
    {
        var told = await owed.Tell(notice.Generation.UserId, GenerationScreen.Failure(notice), token);
        if (told is SendOutcome.Sent or SendOutcome.RecipientGone && notice.Generation.ScreenChatId is not null)
        {
            await EndInGroup(notice, token);
        }
        else if (told is SendOutcome.Sent && notice is { Batch: not { Open: > 0 }, Generation.ScreenMessageId: { } messageId })
        {
            // Variations share one message: while one of them is open it tells of the progress, and at the end of all of them.
            var screen = notice.Batch is null ? GenerationScreen.FailedShort(notice) : GenerationScreen.Receipt(notice);
            await gateway.Refresh(Chat(notice), messageId, screen, token);
        }

        return told;
    }

    private async Task<SendOutcome> Bring(
        GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token)
    {
        await screens.Quiet(notice.Answers?.ChatId ?? Chat(notice), token);
        return await results.Send(notice, items, withButtons, token);
    }

    /// <summary>
    /// The card says how it ended. A group that has gone, or moved away from its card, is told nothing: nobody is owed this.
    /// </summary>
    private async Task<SendOutcome> EndInGroup(GenerationNotice notice, CancellationToken token)
    {
        if (notice.Generation is not { ScreenChatId: { } group, ScreenMessageId: { } card })
        {
            return Shown;
        }

        await screens.Quiet(group, token);
        return await gateway.Refresh(group, card, GroupScreens.Ended(notice), token) is SendOutcome.TryLater later ? later : Shown;
    }

    private static SendOutcome Shown => new SendOutcome.Sent(0, null);

    private static long Chat(GenerationNotice notice) => notice.Generation.UserId.Value;
}
