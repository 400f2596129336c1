using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Api.Options;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>Says in the chat what is owed about payments.</summary>
internal sealed class PaymentNotifier(ChatGateway gateway, OwedScreens owed, ScreenSender screens, BotOptions bot) : IPaymentNotifier
{
    public async Task<SendOutcome> Invoice(PaymentNotice notice, CancellationToken token)
    {
        var chat = notice.Payment.UserId.Value;
        await screens.Quiet(chat, token);
        return await gateway.Invoice(chat, notice.Payment.Id, InvoiceMessage.Of(notice, bot.PaymentProviderToken), token);
    }

    public Task<SendOutcome> InvoiceRefused(PaymentNotice notice, CancellationToken token) =>
        owed.Tell(notice.Payment.UserId, TopUpScreens.InvoiceRefused(notice), token);

    public Task<SendOutcome> Refunded(PaymentNotice notice, CancellationToken token) =>
        owed.Tell(notice.Payment.UserId, TopUpScreens.Refunded(notice), token);

    public Task<SendOutcome> MoneyReceived(PaymentNotice notice, bool orderWaits, CancellationToken token) =>
        owed.Tell(notice.Payment.UserId, TopUpScreens.Received(notice, orderWaits), token);

    public Task<SendOutcome> PayPage(PaymentNotice notice, Uri address, CancellationToken token) =>
        owed.Tell(notice.Payment.UserId, BankCardScreens.PayPage(notice, address), token);

    public Task<SendOutcome> BankCardTrouble(PaymentNotice notice, BankCardTrouble trouble, CancellationToken token) =>
        owed.Tell(notice.Payment.UserId, BankCardScreens.Trouble(notice, trouble), token);

    public Task<SendOutcome> TransferRejected(PaymentNotice notice, CancellationToken token) =>
        owed.Tell(notice.Payment.UserId, TransferScreens.Rejected(notice), token);

    /// <summary>The picture with the facts below it; the facts alone when the messenger does not have the picture any more.</summary>
    public async Task<SendOutcome> TransferToReview(UserId reviewer, TransferCase about, CancellationToken token)
    {
        await screens.Quiet(reviewer.Value, token);
        var screen = ReviewScreens.Case(about);
        if (about.Picture is not { } picture)
        {
            return await gateway.Show(reviewer.Value, messageId: null, screen, token);
        }

        var sent = picture.IsPhoto
            ? await SendPhoto(reviewer.Value, picture, screen, token)
            : await SendDocument(reviewer.Value, picture, screen, token);
        return sent is Refused
            ? await gateway.Show(
                reviewer.Value, messageId: null,
                screen with { Text = Html.Paragraphs(screen.Text, ReviewTexts.NoPicture(about.ReviewerLanguage)) }, token)
            : sent;
    }

    private Task<SendOutcome> SendPhoto(long chat, TransferPicture picture, Screen screen, CancellationToken token) => gateway.Send(
        chat,
        new SendPhotoRequest
        {
            ChatId = chat,
            Photo = BotFile.Known(picture.FileId),
            Caption = screen.Text.Value,
            ParseMode = ParseMode.Html,
            ReplyMarkup = screen.Keyboard.ToMarkup(),
        },
        message => message.Id,
        token);

    private Task<SendOutcome> SendDocument(long chat, TransferPicture picture, Screen screen, CancellationToken token) => gateway.Send(
        chat,
        new SendDocumentRequest
        {
            ChatId = chat,
            Document = BotFile.Known(picture.FileId),
            Caption = screen.Text.Value,
            ParseMode = ParseMode.Html,
            ReplyMarkup = screen.Keyboard.ToMarkup(),
        },
        message => message.Id,
        token);
}
