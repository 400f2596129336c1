using System.Text;
using Telegram.Bot.Types;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Media;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>
/// Brings a result into the chat by the first way that works: Telegram fetches it, unless it is a track, we upload it, it goes as a
/// document. A link stands only for a file that we have seen and the messenger does not take.
/// </summary>
internal sealed class ResultSender(ResultMessages messages, ResultDownloader downloader, BotIdentity bot)
{
    public Task<SendOutcome> Send(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token) =>
        items is [var single]
            ? SendOne(notice, single, Caption(notice, withButtons), token)
            : SendAlbum(notice, items, token);

    /// <summary>The results of several orders in one message.</summary>
    public async Task<SendOutcome> SendAlbum(GenerationNotice notice, IReadOnlyList<EntrantState> entrants, CancellationToken token)
    {
        var pieces = entrants.SelectMany(entrant => entrant.Order.Result.Select(item => (
            item,
            DuelScreens.Caption(notice.Language, entrant).Value,
            entrant.Card?.Title.In(notice.Language) ?? entrant.Order.Model.Value)));
        return await messages.Album(notice.Generation.UserId, [.. pieces], token) is var sent && sent is Refused refused
            ? new SendOutcome.OneByOne(refused.Detail)
            : sent;
    }

    private Screen Caption(GenerationNotice notice, bool withButtons) => notice.Answers is null
        ? GenerationScreen.Caption(notice, withButtons)
        : GroupScreens.Result(notice, withButtons, bot.LinkTo(Links.ToWork(notice.Generation.Id)));

    /// <summary>The file as it was made, byte for byte.</summary>
    public Task<SendOutcome> SendOriginal(GenerationNotice notice, ResultItem item, string name, CancellationToken token)
    {
        var screen = GenerationScreen.Original(notice);
        return Fetch(notice, item.Address!, screen, file => messages.Original(notice, Upload(file, name), screen, token), token);
    }

    /// <summary>What the messenger has kept of it; a document is one for ever, whatever is in it.</summary>
    public async Task<SendOutcome> SendCopy(GenerationNotice notice, OutputKind kind, string fileId, CancellationToken token)
    {
        var screen = GenerationScreen.Caption(notice, withButtons: false);
        var outcome = await messages.Media(notice, kind, BotFile.Known(fileId), screen, token);
        if (outcome is Refused)
        {
            outcome = await messages.Document(notice, BotFile.Known(fileId), screen, token);
        }

        return outcome is Refused refused ? new SendOutcome.ResultGone(refused.Detail) : outcome;
    }

    private async Task<SendOutcome> SendAlbum(GenerationNotice notice, IReadOnlyList<ResultItem> items, CancellationToken token) =>
        await AsIs(Caption(notice, withButtons: false), screen => messages.Album(notice, items, screen, token)) is var sent
            && sent is Refused refused
            ? new SendOutcome.OneByOne(refused.Detail)
            : sent;

    /// <summary>
    /// A refused effect must not cost the message: what was refused for no reason of its file's is tried once more without it.
    /// </summary>
    private static async Task<SendOutcome> AsIs(Screen screen, Func<Screen, Task<SendOutcome>> send) =>
        await send(screen) is var sent && sent is Refused { Verdict: BotVerdict.Fix } && screen.Effect is not null
            ? await send(screen with { Effect = null })
            : sent;

    private async Task<SendOutcome> SendOne(GenerationNotice notice, ResultItem item, Screen screen, CancellationToken token)
    {
        if (item.Address is not { } address)
        {
            return await SendText(notice, item.Text ?? "", screen, token);
        }

        // The messenger would call a track by its address and give it no cover.
        var outcome = MessengerLimits.PlaysAsTrack(address) ? null
            : await AsIs(screen, form => messages.Media(notice, item.Kind, BotFile.At(address), form, token));
        var plain = outcome is null ? screen : screen with { Effect = null };
        return outcome is null or Refused
            ? await Fetch(notice, address, plain, file => SendFile(notice, NumberOf(notice, item), file, plain, token), token)
            : outcome;
    }

    private async Task<SendOutcome> Fetch(
        GenerationNotice notice, Uri address, Screen screen, Func<FetchedFile, Task<SendOutcome>> send, CancellationToken token)
    {
        switch (await downloader.Fetch(address, token))
        {
            case FetchOutcome.Fetched { File: var file }:
                await using (file)
                {
                    return await send(file) is var sent && sent is Refused
                        ? await messages.Text(notice, screen, GenerationTexts.LinkForRefused(notice.Language, address), token)
                        : sent;
                }

            case FetchOutcome.Refused { Reason: FetchRefusal.TooLarge }:
                return await messages.Text(notice, screen, GenerationTexts.LinkForLarge(notice.Language, address), token);
            case FetchOutcome.TryLater later:
                return new SendOutcome.ResultAway(later.After, later.Detail);
            case FetchOutcome.Gone gone:
                return new SendOutcome.ResultGone(gone.Detail);
            case FetchOutcome.Refused refused:
                return new SendOutcome.ResultGone($"{refused.Reason}: {refused.Detail}");
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    /// <summary>Which of several pieces of a kind it is; null where it is the only one.</summary>
    private static int? NumberOf(GenerationNotice notice, ResultItem item)
    {
        var alike = notice.Generation.Result.Where(piece => piece.Kind == item.Kind).ToList();
        return alike.Count > 1 ? alike.IndexOf(item) + 1 : null;
    }

    private async Task<SendOutcome> SendFile(
        GenerationNotice notice, int? number, FetchedFile file, Screen screen, CancellationToken token)
    {
        var name = ResultNames.Of(notice, number);
        var shown = MessengerLimits.Shows(file)
            ? await AsIs(screen, form => messages.Media(notice, KindOf(file), Upload(file, name), form, token))
            : null;
        return shown is null or Refused
            ? await messages.Document(notice, Upload(file, name), screen with { Effect = null }, token)
            : shown;
    }

    private async Task<SendOutcome> SendText(GenerationNotice notice, string text, Screen screen, CancellationToken token) =>
        text.Length <= MessengerLimits.TextLengthMax
            ? await messages.Text(notice, screen, Html.Escape(text), token)
            : await messages.Document(
                notice, BotFile.Upload(new MemoryStream(Encoding.UTF8.GetBytes(text)), $"{ResultNames.Of(notice)}.txt"), screen, token);

    private static InputFile Upload(FetchedFile file, string name) => BotFile.Upload(file.Lend(), $"{name}{file.Type.Extension}");

    /// <summary>What the bytes say goes before what the address promised.</summary>
    private static OutputKind KindOf(FetchedFile file) => file.Type.Kind switch
    {
        MediaKind.Image => OutputKind.Image,
        MediaKind.Video => OutputKind.Video,
        MediaKind.Audio => OutputKind.Audio,
    };
}
