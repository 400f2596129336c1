using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Trt.Infrastructure.Telegram;
using Trt.Sandbox;
using Trt.Sandbox.Control;

namespace Trt.Infrastructure.Tests.Telegram;

/// <summary>The client and the Bot API simulator know nothing of each other: where they agree, both read the protocol the same way.</summary>
public sealed class BotApiAgainstTheSandboxTests
{
    private const long Anna = 7001;

    // A red dot of one pixel.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private static readonly InlineKeyboardMarkup Buttons = new() { InlineKeyboard = [[new InlineKeyboardButton { Text = "Ещё", CallbackData = "more" }]] };

    private WebApplication _sandbox = null!;
    private HttpClient _control = null!;
    private BotApi _bot = null!;
    private long _offset;

    [SetUp]
    public async Task Start()
    {
        _offset = 0;
        _sandbox = SandboxHost.Build(port: 0, new SandboxClock());
        await _sandbox.StartAsync();
        var address = new Uri(_sandbox.Urls.First());
        _control = new HttpClient { BaseAddress = address };
        await Pull("bots", new { token = BotApiStub.Token, username = "client_bot" });
        _bot = new BotApi(new BotApiOptions { Token = BotApiStub.Token, ApiBase = new Uri(address, "/telegram") }, TimeProvider.System);
    }

    [TearDown]
    public async Task Stop()
    {
        _bot.Dispose();
        _control.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task A_conversation_with_a_button_and_an_edit()
    {
        (await _bot.Call(new GetMeRequest(), default)).Username.ShouldBe("client_bot");
        await Pull("text", new { token = BotApiStub.Token, chat_id = Anna, text = "/start", name = "Анна" });
        var start = (await NextUpdate()).Message!;
        start.Text.ShouldBe("/start");
        start.From!.FirstName.ShouldBe("Анна");
        start.Entities!.ShouldHaveSingleItem().Type.ShouldBe(MessageEntityType.BotCommand);

        await _bot.Call(new SendChatActionRequest { ChatId = Anna, Action = ChatAction.Typing }, default);
        var menu = await _bot.Call(new SendMessageRequest { ChatId = Anna, Text = "<b>Меню</b>", ParseMode = ParseMode.Html, ReplyMarkup = Buttons }, default);
        menu.Text.ShouldBe("Меню");
        menu.ReplyMarkup!.InlineKeyboard.First().First().CallbackData.ShouldBe("more");

        await Pull("click", new { token = BotApiStub.Token, chat_id = Anna, message_id = menu.Id, data = "more" });
        var press = (await NextUpdate()).CallbackQuery!;
        press.Data.ShouldBe("more");
        press.Message!.Id.ShouldBe(menu.Id);
        (await _bot.Call(new AnswerCallbackQueryRequest { CallbackQueryId = press.Id, Text = "Готово" }, default)).ShouldBeTrue();

        var edited = await _bot.Call(new EditMessageTextRequest { ChatId = Anna, MessageId = menu.Id, Text = "Другое" }, default);
        edited.Text.ShouldBe("Другое");
        edited.EditDate.ShouldNotBeNull();
        (await Verdict(new EditMessageTextRequest { ChatId = Anna, MessageId = menu.Id, Text = "Другое" })).ShouldBe(BotVerdict.Ignore);

        (await _bot.Call(new DeleteMessageRequest { ChatId = Anna, MessageId = menu.Id }, default)).ShouldBeTrue();
        (await Verdict(new DeleteMessageRequest { ChatId = Anna, MessageId = menu.Id })).ShouldBe(BotVerdict.Ignore);
        (await Verdict(new EditMessageTextRequest { ChatId = Anna, MessageId = menu.Id, Text = "x" })).ShouldBe(BotVerdict.SendNew);
        (await Verdict(new AnswerCallbackQueryRequest { CallbackQueryId = "1" })).ShouldBe(BotVerdict.Ignore);
    }

    [Test]
    public async Task Pictures_go_up_come_back_and_go_out_again_by_their_id()
    {
        await Meet();
        var sent = await _bot.Call(
            new SendPhotoRequest { ChatId = Anna, Photo = Upload("закат.png"), Caption = "Закат", ReplyMarkup = Buttons }, default);
        sent.Caption.ShouldBe("Закат");
        var fileId = sent.Photo![^1].FileId;

        var file = await _bot.Call(new GetFileRequest { FileId = fileId }, default);
        await using (var content = await _bot.Download(file.FilePath!, default))
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            copy.ToArray().ShouldBe(Picture);
        }

        var album = await _bot.Call(
            new SendMediaGroupRequest
            {
                ChatId = Anna,
                Media =
                [
                    new InputMediaPhoto { Media = BotFile.Known(fileId), Caption = "первая" },
                    new InputMediaPhoto { Media = Upload("b.png") },
                ],
            },
            default);
        album.Select(message => message.MediaGroupId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();

        var document = await _bot.Call(new SendDocumentRequest { ChatId = Anna, Document = Upload("a \"b\".png") }, default);
        document.Document!.FileName.ShouldBe("a \"b\".png");
        var replaced = await _bot.Call(
            new EditMessageMediaRequest { ChatId = Anna, MessageId = sent.Id, Media = new InputMediaPhoto { Media = Upload("c.png") } },
            default);
        replaced.Id.ShouldBe(sent.Id);

        (await Verdict(new SendPhotoRequest { ChatId = Anna, Photo = BotFile.Known("not-a-file-id") })).ShouldBe(BotVerdict.TryOtherWay);
        (await Verdict(new SendPhotoRequest { ChatId = Anna, Photo = BotFile.Known(document.Document.FileId) })).ShouldBe(BotVerdict.TryOtherWay);
    }

    [Test]
    public async Task An_invoice_is_paid_and_refunded()
    {
        await Meet();
        var invoice = await _bot.Call(
            new SendInvoiceRequest { ChatId = Anna, Title = "Пополнение", Description = "250 звёзд", Payload = "order-1", ProviderToken = "", Currency = "XTR", Prices = [new("Баланс", 250)] }, default);
        invoice.Invoice!.TotalAmount.ShouldBe(250);

        await Pull("pay", new { token = BotApiStub.Token, chat_id = Anna, message_id = invoice.Id });
        var question = (await NextUpdate()).PreCheckoutQuery!;
        question.InvoicePayload.ShouldBe("order-1");
        (await _bot.Call(new AnswerPreCheckoutQueryRequest { PreCheckoutQueryId = question.Id, Ok = true }, default)).ShouldBeTrue();

        var payment = (await NextUpdate()).Message!.SuccessfulPayment!;
        payment.TotalAmount.ShouldBe(250);
        (await _bot.Call(new GetStarTransactionsRequest(), default)).Transactions.ShouldContain(sale => sale.Id == payment.TelegramPaymentChargeId);
        var refund = new RefundStarPaymentRequest { UserId = Anna, TelegramPaymentChargeId = payment.TelegramPaymentChargeId };
        (await _bot.Call(refund, default)).ShouldBeTrue();
        (await Verdict(refund)).ShouldBe(BotVerdict.Ignore);
    }

    [Test]
    public async Task Refusals_are_understood()
    {
        (await Verdict(new SendMessageRequest { ChatId = 999, Text = "x" })).ShouldBe(BotVerdict.RecipientGone);
        await Meet();
        (await Verdict(new SendMessageRequest { ChatId = Anna, Text = "<b>x", ParseMode = ParseMode.Html })).ShouldBe(BotVerdict.PlainText);
        (await Verdict(new SendMessageRequest { ChatId = Anna, Text = "" })).ShouldBe(BotVerdict.Fix);
        (await Verdict(new SendMessageRequest { ChatId = Anna, Text = "x", ReplyParameters = new() { MessageId = 4000, AllowSendingWithoutReply = true } })).ShouldBeNull("a lost reply target does not stop a message");

        await Pull("fail", new { token = BotApiStub.Token, method = "sendMessage", error_code = 429, description = "Too Many Requests: retry after 3", parameters = new { retry_after = 3 } });
        (await Refusal(new SendMessageRequest { ChatId = Anna, Text = "x" }))!.RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
        await Pull("fail", new { token = BotApiStub.Token, method = "sendMessage", when = "drop_after" });
        (await Verdict(new SendMessageRequest { ChatId = Anna, Text = "x" })).ShouldBe(BotVerdict.Unknown);
        await Pull("fail", new { token = BotApiStub.Token, method = "sendMessage", when = "html", error_code = 502 });
        (await Verdict(new SendMessageRequest { ChatId = Anna, Text = "x" })).ShouldBe(BotVerdict.TryLater);

        await Pull("block", new { token = BotApiStub.Token, chat_id = Anna, blocked = true });
        (await NextUpdate()).MyChatMember!.NewChatMember.Status.ShouldBe(ChatMemberStatus.Kicked);
        (await Verdict(new SendMessageRequest { ChatId = Anna, Text = "x" })).ShouldBe(BotVerdict.RecipientGone);

        using var stranger = new BotApi(
            new BotApiOptions { Token = "1:unknown", ApiBase = new Uri(_control.BaseAddress!, "/telegram") }, TimeProvider.System);
        (await stranger.Call(new GetMeRequest(), default).ShouldThrowAsync<BotApiException>()).Verdict.ShouldBe(BotVerdict.Stop);
    }

    private static InputFile Upload(string name) => BotFile.Upload(new MemoryStream(Picture), name);

    private async Task Meet()
    {
        await Pull("text", new { token = BotApiStub.Token, chat_id = Anna, text = "/start" });
        await NextUpdate();
    }

    private async Task<Update> NextUpdate()
    {
        var update = (await _bot.Receive(_offset, waitSeconds: 10, [], default))[0];
        _offset = update.Id + 1;
        return update.Content!;
    }

    private async Task<BotVerdict?> Verdict<TResult>(IRequest<TResult> request) => (await Refusal(request))?.Verdict;

    private async Task<BotApiException?> Refusal<TResult>(IRequest<TResult> request)
    {
        try
        {
            await _bot.Call(request, default);
            return null;
        }
        catch (BotApiException e)
        {
            return e;
        }
    }

    private async Task Pull(string lever, object body)
    {
        using var response = await _control.PostAsJsonAsync($"/control/{lever}", body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }
}
