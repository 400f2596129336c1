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
        await screens.Quiet(Chat(notice), token);
        return notice.Generation.ScreenMessageId is { } messageId
            ? await gateway.Refresh(Chat(notice), messageId, GenerationScreen.Progress(notice), token)
            : Shown;
    }

    public async Task<SendOutcome> Result(
        GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token)
    {
        await screens.Quiet(Chat(notice), token);
        return await results.Send(notice, items, withButtons, token);
    }

    public Task<SendOutcome> Closing(GenerationNotice notice, DeliveryGaps gaps, CancellationToken token) =>
        owed.Tell(notice.Generation.UserId, GenerationScreen.Closing(notice, gaps), token);

    public async Task<SendOutcome> Original(GenerationNotice notice, int output, CancellationToken token)
    {
        await screens.Quiet(Chat(notice), token);
        var result = notice.Generation.Result;
        return await results.SendOriginal(notice, result[output], ResultNames.Of(notice, result.Count > 1 ? output + 1 : null), token);
    }

    public async Task<SendOutcome> Copy(GenerationNotice notice, OutputKind kind, string fileId, CancellationToken token)
    {
        await screens.Quiet(Chat(notice), token);
        return await results.SendCopy(notice, kind, fileId, token);
    }

    public Task<SendOutcome> OriginalGone(GenerationNotice notice, CancellationToken token) =>
        owed.Tell(notice.Generation.UserId, GenerationScreen.OriginalGone(notice), token);

    public async Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token)
    {
        await screens.Quiet(Chat(notice), token);
        return notice is { Batch: not { Open: > 0 }, Generation.ScreenMessageId: { } messageId }
            ? await gateway.Refresh(Chat(notice), messageId, GenerationScreen.Receipt(notice), token)
            : Shown;
    }

    public async Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token)
    {
        var told = await owed.Tell(notice.Generation.UserId, GenerationScreen.Failure(notice), token);
        // Variations share one message: while one of them is open it tells of the progress, and at the end of all of them.
        if (told is SendOutcome.Sent && notice is { Batch: not { Open: > 0 }, Generation.ScreenMessageId: { } messageId })
        {
            var screen = notice.Batch is null ? GenerationScreen.FailedShort(notice) : GenerationScreen.Receipt(notice);
            await gateway.Refresh(Chat(notice), messageId, screen, token);
        }

        return told;
    }

    private static SendOutcome Shown => new SendOutcome.Sent(0, null);

    private static long Chat(GenerationNotice notice) => notice.Generation.UserId.Value;
}
