using System.Buffers;
using System.Text;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types.Enums;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Telegram;

public sealed class WebhookReplyTests
{
    [Test]
    public void A_webhook_is_answered_with_a_call_that_says_which_it_is()
    {
        Written(new AnswerCallbackQueryRequest { CallbackQueryId = "9", Text = "Обновляемся" })
            .ShouldBe("""{"callback_query_id":"9","text":"Обновляемся","method":"answerCallbackQuery"}""");
        Written(new SendMessageRequest { ChatId = 5, Text = "<b>x</b>", ParseMode = ParseMode.Html })
            .ShouldBe("""{"text":"<b>x</b>","chat_id":5,"parse_mode":"Html","method":"sendMessage"}""");
    }

    /// <summary>The package leaves out what is false or empty; these must not be.</summary>
    [Test]
    public void A_no_to_a_payment_and_the_empty_token_of_Stars_are_written()
    {
        Written(new AnswerPreCheckoutQueryRequest { PreCheckoutQueryId = "1", Ok = false }).ShouldContain("\"ok\":false");
        Written(new SendInvoiceRequest { ChatId = 1, Title = "t", Description = "d", Payload = "p", ProviderToken = "", Currency = "XTR", Prices = [] })
            .ShouldContain("\"provider_token\":\"\"");
    }

    private static IEnumerable<IRequest> NotForWebhooks =>
    [
        new GetMeRequest(),
        new SetWebhookRequest { Url = "" },
        new DeleteWebhookRequest(),
        new SendPhotoRequest { ChatId = 1, Photo = BotFile.Upload(new MemoryStream([1]), "a.png") },
    ];

    [TestCaseSource(nameof(NotForWebhooks))]
    public void What_Telegram_would_drop_is_not_written_as_an_answer(IRequest request) =>
        Should.Throw<ArgumentException>(() => BotApi.WriteWebhookReply(request, new ArrayBufferWriter<byte>()));

    private static string Written(IRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        BotApi.WriteWebhookReply(request, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
