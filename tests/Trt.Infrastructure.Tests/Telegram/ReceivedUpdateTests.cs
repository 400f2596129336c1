using System.Text;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Telegram;

/// <summary>Reading an update with the package, and what the package would trip over.</summary>
public sealed class ReceivedUpdateTests
{
    private const string Home = "\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}";

    [Test]
    public void A_text_message_is_read()
    {
        var update = Read(
            """
            {"update_id":870000001,"message":{"message_id":12,"date":1790000000,"from":{"id":5000000001,"is_bot":false,"first_name":"Анна","language_code":"ru"},
             "chat":{"id":5000000001,"type":"private","first_name":"Анна"},"text":"/start ref_7","entities":[{"type":"bot_command","offset":0,"length":6}]}}
            """);
        var message = update.Content!.Message!;
        update.Id.ShouldBe(870000001);
        message.From!.Id.ShouldBe(5000000001);
        message.From.LanguageCode.ShouldBe("ru");
        message.Chat.Type.ShouldBe(ChatType.Private);
        message.Entities!.ShouldHaveSingleItem().Length.ShouldBe(6);
    }

    [Test]
    public void Money_and_blocking_are_read()
    {
        var paid = Content(
            $$$"""{"update_id":1,"message":{"message_id":1,{{{Home}}},"successful_payment":{"currency":"RUB","total_amount":5000000000,"invoice_payload":"p","telegram_payment_charge_id":"c","provider_payment_charge_id":"d"} } }""");
        paid.Message!.SuccessfulPayment!.TelegramPaymentChargeId.ShouldBe("c");
        paid.Message.SuccessfulPayment.TotalAmount.ShouldBe(5_000_000_000, "money has room beyond 32 bits");
        Member("kicked").MyChatMember!.NewChatMember.Status.ShouldBe(ChatMemberStatus.Kicked);
        Content("""{"update_id":1,"pre_checkout_query":{"id":"8","from":{"id":1},"currency":"XTR","total_amount":5,"invoice_payload":"o"}}""")
            .PreCheckoutQuery!.InvoicePayload.ShouldBe("o");
    }

    private static readonly (string Name, string Part)[] OfTomorrow =
    [
        ("an origin of a forwarded message", "\"forward_origin\":{\"type\":\"quantum\",\"date\":1}"),
        ("an origin without a type", "\"forward_origin\":{\"date\":1}"),
        ("an origin that is no object", "\"forward_origin\":7"),
        ("a paid medium", "\"paid_media\":{\"star_count\":1,\"paid_media\":[{\"type\":\"hologram\"}]}"),
        ("a background of a chat", "\"chat_background_set\":{\"type\":{\"type\":\"smell\"}}"),
        ("an entity of a text", "\"entities\":[{\"type\":\"smell\",\"offset\":0,\"length\":1}]"),
        ("a field of a message", "\"quantum\":{\"a\":[1]}"),
        ("a block of a rich text", "\"rich_message\":{\"blocks\":[{\"type\":\"smell\"}]}"),
        ("a button", "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"smell\":{}}]]}"),
    ];

    private static IEnumerable<string> KindsOfTomorrow => OfTomorrow.Select(kind => kind.Name);

    [TestCaseSource(nameof(KindsOfTomorrow))]
    public void A_kind_that_Telegram_adds_tomorrow_does_not_cost_the_message(string name)
    {
        var part = OfTomorrow.Single(kind => kind.Name == name).Part;
        var message = Content($$$"""{"update_id":1,"message":{"message_id":3,{{{Home}}},{{{part}}},"text":"Кот"}}""").Message!;
        message.Text.ShouldBe("Кот");
        message.Id.ShouldBe(3);
    }

    [Test]
    public void A_status_or_a_kind_of_chat_that_Telegram_adds_tomorrow_is_absent_and_never_another_one()
    {
        Member("resting").MyChatMember!.NewChatMember.ShouldBeNull();
        Content("""{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"quantum"}}}""").Message!.Chat.Type.ShouldNotBe(ChatType.Private);
    }

    [Test]
    public void What_is_missing_or_null_is_absent()
    {
        var message = Content($$$"""{"update_id":1,"message":{"message_id":1,"photo":null,{{{Home}}}}}""").Message!;
        message.Photo.ShouldBeNull();
        message.From.ShouldBeNull();
        Content("""{"update_id":1,"callback_query":{}}""").CallbackQuery!.From.ShouldBeNull();
    }

    [Test]
    public void A_press_on_a_deleted_message_comes_without_a_date()
    {
        var press = Content(
            """{"update_id":1,"callback_query":{"id":"4382bfdwdsb323b2d9","from":{"id":1,"is_bot":false,"first_name":""},"chat_instance":"-77","data":"m:1","message":{"chat":{"id":1,"type":"private"},"message_id":5,"date":0}}}""").CallbackQuery!;
        press.Id.ShouldBe("4382bfdwdsb323b2d9");
        press.Message!.Date.ShouldBe(default);
    }

    [Test]
    public void Ids_beyond_32_bits_do_not_cost_the_update()
    {
        var update = Read($$$"""{"update_id":9007199254740991,"message":{"message_id":4294967296,{{{Home}}},"text":"Кот"}}""");
        update.Problem.ShouldBeNull();
        update.Id.ShouldBe(9_007_199_254_740_991);
        update.Content!.Message!.Id.ShouldBe(0);
        update.Content.Message.Text.ShouldBe("Кот");
    }

    [TestCase("\"date\":99999999999999999,\"chat\":{\"id\":1}", Description = "a date past the year 9999")]
    [TestCase("\"date\":1,\"chat\":7", Description = "a chat that is none")]
    [TestCase("\"date\":1,\"text\":{}", Description = "a text that is none")]
    public void What_cannot_be_read_says_why_and_keeps_its_id_and_its_text(string part)
    {
        var json = $$$"""{"update_id":3000000000,"message":{"message_id":1,{{{part}}}}}""";
        var update = Read(json);
        update.Content.ShouldBeNull();
        update.Problem.ShouldNotBeNullOrEmpty();
        update.Id.ShouldBe(3_000_000_000);
        update.Json.ShouldBe(json);
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("[{\"update_id\":1}]")]
    [TestCase("{\"update_id\":\"x\"}")]
    [TestCase("{\"x\":")]
    [TestCase("{\"message\":{\"update_id\":1,\"text\":7}}")]
    public void What_is_no_update_has_no_id(string body)
    {
        var update = Read(body);
        update.Content.ShouldBeNull();
        update.Id.ShouldBe(0);
    }

    [Test]
    public void An_update_nested_without_end_is_refused_and_not_followed()
    {
        var update = Read($$"""{"update_id":1,"x":{{new string('[', 100_000)}}""");
        update.Content.ShouldBeNull();
        update.Id.ShouldBe(1);
    }

    private static ReceivedUpdate Read(string json) => ReceivedUpdate.Read(Encoding.UTF8.GetBytes(json));

    private static Update Content(string json)
    {
        var update = Read(json);
        return update.Content ?? throw new InvalidOperationException(update.Problem);
    }

    private static Update Member(string status) => Content(
        $$$"""{"update_id":1,"my_chat_member":{"chat":{"id":1,"type":"private"},"from":{"id":1},"date":1,"old_chat_member":{"status":"member","user":{"id":9}},"new_chat_member":{"status":"{{{status}}}","user":{"id":9},"until_date":0} } }""");
}
