using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>Says in the chat what is owed about payments under way.</summary>
internal sealed class PaymentNotifier(ChatGateway gateway, ScreenSender screens) : IPaymentNotifier
{
    public Task<SendOutcome> PayPage(PaymentNotice notice, Uri address, CancellationToken token) =>
        Tell(notice.Payment.UserId, CardScreens.PayPage(notice, address), token);

    public Task<SendOutcome> CardTrouble(PaymentNotice notice, CardTrouble trouble, CancellationToken token) =>
        Tell(notice.Payment.UserId, CardScreens.Trouble(notice, trouble), token);

    public Task<SendOutcome> TransferRejected(PaymentNotice notice, CancellationToken token) =>
        Tell(notice.Payment.UserId, TransferScreens.Rejected(notice), token);

    /// <summary>The picture with the facts below it; the facts alone when the messenger does not have the picture any more.</summary>
    public async Task<SendOutcome> TransferToReview(UserId reviewer, TransferCase about, CancellationToken token)
    {
        await screens.Quiet(reviewer.Value);
        var screen = ReviewScreens.Case(about);
        if (about.Picture is not { } picture)
        {
            return await gateway.Show(reviewer.Value, messageId: null, screen, token);
        }

        var sent = picture.IsPhoto ? await SendPhoto(reviewer.Value, picture, screen, token) : await SendDocument(reviewer.Value, picture, screen, token);
        return sent is Refused
            ? await gateway.Show(reviewer.Value, messageId: null, screen with { Text = Html.Paragraphs(screen.Text, ReviewTexts.NoPicture(about.ReviewerLanguage)) }, token)
            : sent;
    }

    private Task<SendOutcome> SendPhoto(long chat, TransferPicture picture, Screen screen, CancellationToken token) => gateway.Send(
        chat,
        new SendPhotoRequest { ChatId = chat, Photo = BotFile.Known(picture.FileId), Caption = screen.Text.Value, ParseMode = ParseMode.Html, ReplyMarkup = screen.Keyboard.ToMarkup() },
        message => message.Id,
        token);

    private Task<SendOutcome> SendDocument(long chat, TransferPicture picture, Screen screen, CancellationToken token) => gateway.Send(
        chat,
        new SendDocumentRequest { ChatId = chat, Document = BotFile.Known(picture.FileId), Caption = screen.Text.Value, ParseMode = ParseMode.Html, ReplyMarkup = screen.Keyboard.ToMarkup() },
        message => message.Id,
        token);

    private async Task<SendOutcome> Tell(UserId user, Screen screen, CancellationToken token)
    {
        await screens.Quiet(user.Value);
        return await gateway.Show(user.Value, messageId: null, screen, token);
    }
}
