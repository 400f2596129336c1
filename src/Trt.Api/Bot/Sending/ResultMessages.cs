using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Infrastructure.Covers;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>The messages that a result can take the form of. A refusal comes back as such: another form may go.</summary>
internal sealed class ResultMessages(ChatGateway gateway)
{
    /// <summary>A player shows about so much of a title.</summary>
    private const int TitleLengthMax = 60;

    public Task<SendOutcome> Media(GenerationNotice notice, OutputKind kind, InputFile file, Screen screen, CancellationToken token)
    {
        var chat = ChatOf(notice);
        var markup = MarkupOf(screen);
        return kind switch
        {
            OutputKind.Image => gateway.Send(
                chat,
                new SendPhotoRequest
                {
                    ChatId = chat,
                    Photo = file,
                    Caption = screen.Text.Value,
                    ParseMode = ParseMode.Html,
                    ReplyMarkup = markup,
                    MessageEffectId = screen.Effect.Id(),
                    ReplyParameters = ReplyTo(notice),
                },
                message => (message.Id, message.Photo is [.., var largest] ? largest.FileId : null),
                token),
            OutputKind.Video => gateway.Send(
                chat,
                new SendVideoRequest
                {
                    ChatId = chat,
                    Video = file,
                    Caption = screen.Text.Value,
                    ParseMode = ParseMode.Html,
                    ReplyMarkup = markup,
                    SupportsStreaming = true,
                    MessageEffectId = screen.Effect.Id(),
                    ReplyParameters = ReplyTo(notice),
                },
                message => (message.Id, message.Video?.FileId),
                token),
            OutputKind.Audio => gateway.Send(
                chat,
                new SendAudioRequest
                {
                    ChatId = chat,
                    Audio = file,
                    Title = ResultNames.TitleOf(notice) is { } title ? Words.Shorten(title, TitleLengthMax) : null,
                    Performer = ResultNames.ModelOf(notice),
                    // A cover goes only beside a file that we bring ourselves.
                    Thumbnail = file is InputFileStream ? Cover(notice) : null,
                    Caption = screen.Text.Value,
                    ParseMode = ParseMode.Html,
                    ReplyMarkup = markup,
                    MessageEffectId = screen.Effect.Id(),
                    ReplyParameters = ReplyTo(notice),
                },
                message => (message.Id, message.Audio?.FileId),
                token),
            OutputKind.Text => Document(notice, file, screen, token),
        };
    }

    public Task<SendOutcome> Document(GenerationNotice notice, InputFile file, Screen screen, CancellationToken token) =>
        Document(notice, file, screen, isExact: false, token);

    /// <summary>As a document whatever it is: a picture stays a file.</summary>
    public Task<SendOutcome> Original(GenerationNotice notice, InputFile file, Screen screen, CancellationToken token) =>
        Document(notice, file, screen, isExact: true, token);

    public Task<SendOutcome> Album(GenerationNotice notice, IReadOnlyList<ResultItem> items, Screen screen, CancellationToken token)
    {
        var chat = ChatOf(notice);
        var media = items.Select((item, index) => AlbumItem(item, index == 0 ? screen.Text.Value : null)).ToList();
        return gateway.Send(
            chat,
            new SendMediaGroupRequest
            {
                ChatId = chat,
                Media = media,
                MessageEffectId = screen.Effect.Id(),
                ReplyParameters = ReplyTo(notice),
            },
            sent => sent[0].Id,
            token);
    }

    /// <summary>Several orders side by side, each piece under its own words.</summary>
    public Task<SendOutcome> Album(
        UserId user, IReadOnlyList<(ResultItem Item, string Caption, string Performer)> pieces, CancellationToken token)
    {
        var media = pieces.Select(piece => AlbumItem(piece.Item, piece.Caption, piece.Performer)).ToList();
        return gateway.Send(
            user.Value,
            new SendMediaGroupRequest { ChatId = user.Value, Media = media },
            sent => new SendOutcome.Sent(sent[0].Id, null) { Copies = [.. sent.Select(CopyOf)] },
            token);
    }

    private static string? CopyOf(Message message) =>
        message.Photo is [.., var largest] ? largest.FileId : message.Video?.FileId ?? message.Audio?.FileId;

    /// <summary>The caption with words below it, in place of a file.</summary>
    public Task<SendOutcome> Text(GenerationNotice notice, Screen screen, Html below, CancellationToken token) =>
        gateway.Show(
            ChatOf(notice),
            messageId: null,
            screen with { Text = Html.Paragraphs(screen.Text, below), ReplyTo = notice.Answers?.MessageId },
            token);

    private static long ChatOf(GenerationNotice notice) => notice.Answers?.ChatId ?? notice.Generation.UserId.Value;

    private static ReplyParameters? ReplyTo(GenerationNotice notice) => ChatGateway.ReplyTo(notice.Answers?.MessageId);

    private Task<SendOutcome> Document(GenerationNotice notice, InputFile file, Screen screen, bool isExact, CancellationToken token)
    {
        var chat = ChatOf(notice);
        return gateway.Send(
            chat,
            new SendDocumentRequest
            {
                ChatId = chat,
                Document = file,
                Caption = screen.Text.Value,
                ParseMode = ParseMode.Html,
                DisableContentTypeDetection = isExact,
                ReplyMarkup = MarkupOf(screen),
                MessageEffectId = screen.Effect.Id(),
                ReplyParameters = ReplyTo(notice),
            },
            message => (message.Id, message.Document?.FileId),
            token);
    }

    private static InputFile Cover(GenerationNotice notice) =>
        BotFile.Upload(new MemoryStream(CoverArt.For(notice.Generation.Id.Value)), "cover.jpg");

    private static InlineKeyboardMarkup? MarkupOf(Screen screen) => screen.Keyboard.Rows.Count > 0 ? screen.Keyboard.ToMarkup() : null;

    private static IAlbumInputMedia AlbumItem(ResultItem item, string? caption, string? performer = null) => item.Kind switch
    {
        OutputKind.Video => new InputMediaVideo
        {
            Media = BotFile.At(item.Address!),
            Caption = caption,
            ParseMode = ParseMode.Html,
            SupportsStreaming = true,
        },
        OutputKind.Audio => new InputMediaAudio
        {
            Media = BotFile.At(item.Address!),
            Caption = caption,
            ParseMode = ParseMode.Html,
            Performer = performer,
        },
        _ => new InputMediaPhoto { Media = BotFile.At(item.Address!), Caption = caption, ParseMode = ParseMode.Html },
    };
}
