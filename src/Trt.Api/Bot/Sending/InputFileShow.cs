using Telegram.Bot.Requests;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>As what it was sent; what the messenger does not show like that goes as a document.</summary>
internal sealed class InputFileShow(ChatGateway gateway, ScreenSender screens) : IInputFileShow
{
    public async Task<SendOutcome> Show(UserId to, MediaItem file, CancellationToken token)
    {
        await screens.Quiet(to.Value, token);
        var shown = await AsWhatItIs(to.Value, file, token);
        return shown is Refused
            ? await gateway.Send(
                to.Value, new SendDocumentRequest { ChatId = to.Value, Document = BotFile.Known(file.FileId) }, message => message.Id,
                token)
            : shown;
    }

    private Task<SendOutcome> AsWhatItIs(long chat, MediaItem file, CancellationToken token) => file.Kind switch
    {
        MediaKind.Image => gateway.Send(
            chat, new SendPhotoRequest { ChatId = chat, Photo = BotFile.Known(file.FileId) }, message => message.Id, token),
        MediaKind.Video => gateway.Send(
            chat, new SendVideoRequest { ChatId = chat, Video = BotFile.Known(file.FileId) }, message => message.Id, token),
        MediaKind.Audio => gateway.Send(
            chat, new SendAudioRequest { ChatId = chat, Audio = BotFile.Known(file.FileId) }, message => message.Id, token),
    };
}
