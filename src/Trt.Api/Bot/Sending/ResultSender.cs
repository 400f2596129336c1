using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Media;
using Trt.Infrastructure.Telegram;
using Trt.Infrastructure.Telegram.Methods;
using Trt.Infrastructure.Telegram.Types;

namespace Trt.Api.Bot.Sending;

/// <summary>
/// Brings a result into the chat by the first way that works: Telegram fetches it, we upload it, it goes as a document, a link stands for it.
/// </summary>
internal sealed class ResultSender(ChatGateway gateway, ResultDownloader downloader)
{
    private const string Markup = "HTML";
    private const int TextLengthMax = 3500;

    public Task<SendOutcome> Send(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool isLast, CancellationToken token) =>
        items.Count > 1 ? SendAlbum(notice, items, isLast, token) : SendOne(notice, items[0], isLast, token);

    private async Task<SendOutcome> SendAlbum(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool isLast, CancellationToken token)
    {
        var chat = notice.Generation.UserId.Value;
        var caption = GenerationScreen.Caption(notice, withButtons: false).Text.Value;
        var media = items.Select((item, index) => AlbumItem(item, index == 0 ? caption : null)).ToList();
        var sent = await gateway.Send(chat, new SendMediaGroup { ChatId = chat, Media = media }, messages => (messages[0].MessageId, null), token);
        if (sent is Refused)
        {
            // One item that does not fit spoils the whole album: then each goes its own way.
            foreach (var item in items)
            {
                sent = await SendOne(notice, item, withButtons: false, token);
                if (sent is not SendOutcome.Sent)
                {
                    return sent;
                }
            }
        }

        if (sent is SendOutcome.Sent && isLast)
        {
            // An album cannot carry buttons.
            await gateway.Show(chat, messageId: null, GenerationScreen.Caption(notice, withButtons: true), token);
        }

        return sent;
    }

    private async Task<SendOutcome> SendOne(GenerationNotice notice, ResultItem item, bool withButtons, CancellationToken token)
    {
        var screen = GenerationScreen.Caption(notice, withButtons);
        if (item.Address is not { } address)
        {
            return await SendText(notice, item.Text ?? "", screen, token);
        }

        var outcome = await SendMedia(notice, item.Kind, InputFile.Url(address), screen, token);
        if (outcome is Refused)
        {
            outcome = await Upload(address, file => SendMedia(notice, item.Kind, file, screen, token), token);
        }

        if (outcome is Refused)
        {
            outcome = await Upload(address, file => SendDocument(notice, file, screen, token), token);
        }

        return outcome is Refused ? await SendLink(notice, address, screen, token) : outcome;
    }

    private async Task<SendOutcome> Upload(Uri address, Func<InputFile, Task<SendOutcome>> send, CancellationToken token)
    {
        switch (await downloader.Fetch(address, token))
        {
            case FetchOutcome.Fetched { File: var file }:
                await using (file)
                {
                    return await send(InputFile.Upload(_ => Task.FromResult(file.Content), $"result{file.Type.Extension}", file.Type.Mime));
                }

            case FetchOutcome.TryLater later:
                return new SendOutcome.TryLater(later.After, later.Detail);
            case FetchOutcome.Gone gone:
                return new Refused(BotVerdict.TryOtherWay, gone.Detail);
            case FetchOutcome.Refused refused:
                return new Refused(BotVerdict.TryOtherWay, refused.Detail);
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private Task<SendOutcome> SendMedia(GenerationNotice notice, OutputKind kind, InputFile file, Screen screen, CancellationToken token)
    {
        var chat = notice.Generation.UserId.Value;
        var markup = screen.Keyboard.Rows.Count > 0 ? screen.Keyboard.ToMarkup() : null;
        return kind switch
        {
            OutputKind.Image => gateway.Send(
                chat,
                new SendPhoto { ChatId = chat, Photo = file, Caption = screen.Text.Value, ParseMode = Markup, ReplyMarkup = markup },
                message => (message.MessageId, message.Photo is [.., var largest] ? largest.FileId : null),
                token),
            OutputKind.Video => gateway.Send(
                chat,
                new SendVideo { ChatId = chat, Video = file, Caption = screen.Text.Value, ParseMode = Markup, ReplyMarkup = markup, SupportsStreaming = true },
                message => (message.MessageId, message.Video?.FileId),
                token),
            OutputKind.Audio => gateway.Send(
                chat,
                new SendAudio { ChatId = chat, Audio = file, Caption = screen.Text.Value, ParseMode = Markup, ReplyMarkup = markup },
                message => (message.MessageId, message.Audio?.FileId),
                token),
            OutputKind.Text => SendDocument(notice, file, screen, token),
        };
    }

    private Task<SendOutcome> SendDocument(GenerationNotice notice, InputFile file, Screen screen, CancellationToken token)
    {
        var chat = notice.Generation.UserId.Value;
        return gateway.Send(
            chat,
            new SendDocument { ChatId = chat, Document = file, Caption = screen.Text.Value, ParseMode = Markup, ReplyMarkup = screen.Keyboard.ToMarkup() },
            message => (message.MessageId, message.Document?.FileId),
            token);
    }

    private Task<SendOutcome> SendText(GenerationNotice notice, string text, Screen screen, CancellationToken token) =>
        text.Length <= TextLengthMax
            ? gateway.Show(notice.Generation.UserId.Value, null, screen with { Text = Html.Paragraphs(screen.Text, Html.Escape(text)) }, token)
            : SendDocument(notice, InputFile.Upload(System.Text.Encoding.UTF8.GetBytes(text), "result.txt", "text/plain"), screen, token);

    private Task<SendOutcome> SendLink(GenerationNotice notice, Uri address, Screen screen, CancellationToken token) =>
        gateway.Show(
            notice.Generation.UserId.Value,
            null,
            screen with { Text = Html.Paragraphs(screen.Text, GenerationTexts.LinkInstead(notice.Language, address)) },
            token);

    private static InputMedia AlbumItem(ResultItem item, string? caption) => item.Kind == OutputKind.Video
        ? new InputMediaVideo { Media = InputFile.Url(item.Address!), Caption = caption, ParseMode = Markup, SupportsStreaming = true }
        : new InputMediaPhoto { Media = InputFile.Url(item.Address!), Caption = caption, ParseMode = Markup };
}
