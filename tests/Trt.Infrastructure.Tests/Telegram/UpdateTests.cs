using System.Text;
using System.Text.Json;
using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Tests.Telegram;

public sealed class UpdateTests
{
    [Test]
    public void A_text_message_is_read()
    {
        var update = Read(
            """
            {"update_id":870000001,"message":{"message_id":12,"date":1790000000,"from":{"id":5000000001,"is_bot":false,"first_name":"Анна","language_code":"ru"},
             "chat":{"id":5000000001,"type":"private","first_name":"Анна"},"text":"/start ref_7","entities":[{"type":"bot_command","offset":0,"length":6}]}}
            """);
        update.UpdateId.ShouldBe(870000001);
        update.Message!.From!.Id.ShouldBe(5000000001);
        update.Message.From.LanguageCode.ShouldBe("ru");
        update.Message.Chat.Type.ShouldBe(Chat.Private);
        update.Message.Entities.ShouldHaveSingleItem().Length.ShouldBe(6);
    }

    [Test]
    public void What_is_missing_or_null_is_empty_and_what_is_new_is_passed_over()
    {
        var message = Read("""{"update_id":1,"quantum":{"a":[1]},"message":{"message_id":1,"photo":null,"date":1,"chat":{"id":1,"type":"private"},"new":{}}}""").Message!;
        message.Photo.ShouldBeEmpty();
        message.Entities.ShouldBeEmpty();
        message.NewChatMembers.ShouldBeEmpty();
        message.From.ShouldBeNull();
        message.Chat.Id.ShouldBe(1);
    }

    [Test]
    public void A_press_on_a_deleted_message_is_recognised()
    {
        var press = Read(
            """{"update_id":1,"callback_query":{"id":"4382bfdwdsb323b2d9","from":{"id":1,"is_bot":false,"first_name":""},"chat_instance":"-77","data":"m:1","message":{"chat":{"id":1,"type":"private"},"message_id":5,"date":0}}}""").CallbackQuery!;
        press.Id.ShouldBe("4382bfdwdsb323b2d9");
        press.Message!.IsInaccessible.ShouldBeTrue();
    }

    [Test]
    public void Money_and_blocking_are_read()
    {
        var paid = Read(
            """{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"successful_payment":{"currency":"XTR","total_amount":250,"invoice_payload":"p","telegram_payment_charge_id":"c","provider_payment_charge_id":"d"}}}""");
        paid.Message!.SuccessfulPayment!.TelegramPaymentChargeId.ShouldBe("c");
        paid.Message.SuccessfulPayment.TotalAmount.ShouldBe(250);

        var blocked = Read(
            """{"update_id":1,"my_chat_member":{"chat":{"id":1,"type":"private"},"from":{"id":1},"date":1,"old_chat_member":{"status":"member","user":{"id":9}},"new_chat_member":{"status":"kicked","user":{"id":9},"until_date":0}}}""");
        blocked.MyChatMember!.NewChatMember.Status.ShouldBe(ChatMember.Kicked);

        Read("""{"update_id":1,"pre_checkout_query":{"id":"8","from":{"id":1},"currency":"XTR","total_amount":5,"invoice_payload":"o"}}""")
            .PreCheckoutQuery!.InvoicePayload.ShouldBe("o");
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{\"update_id\":\"x\"}")]
    [TestCase("{\"update_id\":1")]
    public void What_is_no_update_is_refused(string body) => Should.Throw<JsonException>(() => Read(body));

    [Test]
    public void An_update_nested_without_end_is_refused_and_not_followed() =>
        Should.Throw<JsonException>(() => Read($$"""{"update_id":1,"x":{{new string('[', 100_000)}}"""));

    private static Update Read(string json) => Update.Parse(Encoding.UTF8.GetBytes(json));
}
