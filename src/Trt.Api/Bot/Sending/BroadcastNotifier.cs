using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Sending;

/// <summary>Brings what the shop writes to many into the chats, after everything that is somebody's own.</summary>
internal sealed class BroadcastNotifier(ChatGateway gateway, OwedScreens owed, ScreenSender screens, ModelTitles titles)
    : IBroadcastNotifier
{
    public async Task<SendOutcome> Send(UserId customer, Language language, Broadcast broadcast, CancellationToken token)
    {
        await gateway.Calm(token);
        return await Bring(customer, language, broadcast, token);
    }

    public Task<SendOutcome> Preview(UserId author, Language language, Broadcast broadcast, CancellationToken token) =>
        Bring(author, language, broadcast, token);

    public Task<SendOutcome> Ended(
        UserId author, Language language, Broadcast broadcast, BroadcastCounts counts, CancellationToken token) =>
        owed.Tell(author, BroadcastScreens.Ended(language, broadcast, counts), token);

    private async Task<SendOutcome> Bring(UserId customer, Language language, Broadcast broadcast, CancellationToken token)
    {
        var screen = BroadcastScreens.Piece(language, titles, broadcast);
        if (broadcast.PictureFileId is not { } picture)
        {
            return await owed.Tell(customer, screen, token);
        }

        await screens.Quiet(customer.Value, token);
        return await gateway.Send(
            customer.Value,
            new SendPhotoRequest
            {
                ChatId = customer.Value,
                Photo = InputFile.FromFileId(picture),
                Caption = screen.Text.Value,
                ParseMode = ParseMode.Html,
                ReplyMarkup = screen.Keyboard.ToMarkup(),
            },
            message => message.Id,
            token);
    }
}
