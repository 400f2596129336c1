using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Api.Options;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;

namespace Trt.Api.Bot.Sending;

/// <summary>Says in the chat what the use cases owe people, with the same screens that answer a press.</summary>
internal sealed class BotNotifier(ChatGateway gateway, ResultSender results, ScreenSender screens, ShopOptions options, BotOptions bot) : INotifier
{
    public async Task<SendOutcome> Progress(GenerationNotice notice, TimeSpan elapsed, CancellationToken token)
    {
        await screens.Quiet(Chat(notice));
        return notice.Generation.ScreenMessageId is { } messageId
            ? await gateway.Refresh(Chat(notice), messageId, GenerationScreen.Progress(notice, elapsed), token)
            : Shown;
    }

    public async Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token)
    {
        await screens.Quiet(Chat(notice));
        return await results.Send(notice, items, withButtons, token);
    }

    public async Task<SendOutcome> Closing(GenerationNotice notice, DeliveryGaps gaps, CancellationToken token)
    {
        await screens.Quiet(Chat(notice));
        return await gateway.Show(Chat(notice), messageId: null, GenerationScreen.Closing(notice, gaps), token);
    }

    public async Task<SendOutcome> Original(GenerationNotice notice, int output, CancellationToken token)
    {
        await screens.Quiet(Chat(notice));
        var result = notice.Generation.Result;
        return await results.SendOriginal(notice, result[output], ResultNames.Of(notice, result.Count > 1 ? output + 1 : null), token);
    }

    public async Task<SendOutcome> OriginalGone(GenerationNotice notice, CancellationToken token)
    {
        await screens.Quiet(Chat(notice));
        return await gateway.Show(Chat(notice), messageId: null, GenerationScreen.OriginalGone(notice), token);
    }

    public async Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token)
    {
        await screens.Quiet(Chat(notice));
        return notice.Generation.ScreenMessageId is { } messageId
            ? await gateway.Refresh(Chat(notice), messageId, GenerationScreen.Receipt(notice), token)
            : Shown;
    }

    public async Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token)
    {
        await screens.Quiet(Chat(notice));
        var told = await gateway.Show(Chat(notice), messageId: null, GenerationScreen.Failure(notice), token);
        if (told is SendOutcome.Sent && notice.Generation.ScreenMessageId is { } messageId)
        {
            await gateway.Refresh(Chat(notice), messageId, GenerationScreen.FailedShort(notice), token);
        }

        return told;
    }

    public async Task<SendOutcome> Invoice(PaymentNotice notice, CancellationToken token)
    {
        var chat = notice.Payment.UserId.Value;
        await screens.Quiet(chat);
        return await gateway.Send(chat, InvoiceMessage.Of(notice, bot.PaymentProviderToken), message => message.Id, token);
    }

    public Task<SendOutcome> InvoiceRefused(PaymentNotice notice, CancellationToken token) =>
        gateway.Show(notice.Payment.UserId.Value, messageId: null, TopUpScreens.InvoiceRefused(notice), token);

    public async Task<SendOutcome> Refunded(PaymentNotice notice, CancellationToken token)
    {
        var chat = notice.Payment.UserId.Value;
        await screens.Quiet(chat);
        return await gateway.Show(chat, messageId: null, TopUpScreens.Refunded(notice), token);
    }

    public async Task<SendOutcome> MoneyReceived(PaymentNotice notice, bool orderWaits, CancellationToken token)
    {
        var chat = notice.Payment.UserId.Value;
        await screens.Quiet(chat);
        return await gateway.Show(chat, messageId: null, TopUpScreens.Received(notice, orderWaits), token);
    }

    public async Task<SendOutcome> OperatorAlert(string text, CancellationToken token)
    {
        var screen = new Screen(Html.Of($"⚠️ <b>TRT</b>\n\n{text}"), Keyboard.None);
        SendOutcome last = Shown;
        foreach (var person in options.Owners)
        {
            last = await gateway.Show(person.Value, messageId: null, screen, token);
        }

        return last;
    }

    private static SendOutcome Shown => new SendOutcome.Sent(0, null);

    private static long Chat(GenerationNotice notice) => notice.Generation.UserId.Value;
}
