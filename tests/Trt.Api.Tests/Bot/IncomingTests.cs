using System.Text;
using Trt.Api.Bot;
using Trt.Api.Bot.Updates;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Tests.Bot;

/// <summary>From what the messenger tells to what the shop understands, where something is missing or new.</summary>
public sealed class IncomingTests
{
    private const string Who = "\"from\":{\"id\":5,\"is_bot\":false,\"first_name\":\"Anna\"}";
    private const string Home = "\"chat\":{\"id\":5,\"type\":\"private\"}";

    [TestCase("\"callback_query\":{}")]
    [TestCase("\"callback_query\":{\"id\":\"1\",\"data\":\"a\",\"message\":{\"message_id\":1,\"date\":1," + Home + "}}")]
    [TestCase("\"message\":{}")]
    [TestCase("\"message\":{\"message_id\":1,\"date\":1," + Home + ",\"text\":\"a\"}")]
    [TestCase("\"message\":{\"message_id\":1,\"date\":1," + Who + ",\"text\":\"a\"}")]
    [TestCase("\"message\":{\"successful_payment\":{}}")]
    [TestCase("\"message\":{\"refunded_payment\":{}}")]
    [TestCase("\"my_chat_member\":{}")]
    [TestCase("\"my_chat_member\":{" + Home + "}")]
    [TestCase("\"my_chat_member\":{" + Who + "}")]
    [TestCase("\"pre_checkout_query\":{}")]
    [TestCase("\"quantum\":{}")]
    public void What_comes_from_nobody_or_from_nowhere_does_not_concern_us(string content) => Read(content).ShouldBeNull();

    [TestCase(0)]
    [TestCase(-5)]
    [TestCase(1L << 52)]
    [TestCase(long.MaxValue)]
    public void Who_cannot_be_a_person_does_not_concern_us(long id)
    {
        var from = $"\"from\":{{\"id\":{id},\"is_bot\":false,\"first_name\":\"Anna\"}}";
        Read($"\"message\":{{\"message_id\":1,\"date\":1,{from},\"chat\":{{\"id\":{id},\"type\":\"private\"}},\"text\":\"/start\"}}").ShouldBeNull();
        Read($"\"callback_query\":{{\"id\":\"1\",{from},\"data\":\"a\",\"message\":{{\"message_id\":7,\"date\":1,{Home}}}}}").ShouldBeNull();
    }

    [Test]
    public void What_no_person_can_type_is_taken_out_and_a_name_that_is_too_long_is_none()
    {
        var from = $"\"from\":{{\"id\":5,\"is_bot\":false,\"first_name\":\"An\\u0000na\",\"username\":\"{new string('a', 100)}\"}}";
        var start = Read($"\"message\":{{\"message_id\":1,\"date\":1,{from},{Home},\"text\":\"/start re\\u0000f_x\"}}").ShouldBeOfType<Incoming.Command>();
        (start.Who.Name, start.Who.Username, start.Name, start.Argument).ShouldBe(("Anna", null, "start", "ref_x"));
        Read($"\"message\":{{\"message_id\":1,\"date\":1,{from},{Home},\"text\":\"\\u0000hi\"}}").ShouldBeOfType<Incoming.Text>().Value.ShouldBe("hi");
    }

    [TestCase("\"message\":{\"message_id\":7,\"date\":1," + Home + "}", 7L)]
    [TestCase("\"message\":{\"message_id\":7,\"date\":0," + Home + "}", null, Description = "deleted meanwhile, or too old")]
    [TestCase("\"message\":{\"message_id\":5000000000,\"date\":1," + Home + "}", null, Description = "an id without room")]
    public void A_press_names_its_message_while_that_can_be_changed(string message, long? id) =>
        Read($"\"callback_query\":{{\"id\":\"1\",{Who},\"data\":\"a\",{message}}}").ShouldBeOfType<Incoming.Press>().MessageId.ShouldBe(id);

    [TestCase("\"inline_message_id\":\"a\"")]
    [TestCase("\"message\":{\"message_id\":7,\"date\":1}")]
    [TestCase("\"message\":{\"message_id\":7,\"date\":1,\"chat\":{\"id\":-100,\"type\":\"quantum\"}}")]
    public void A_press_outside_the_private_chat_is_known_for_one(string where) =>
        Read($"\"callback_query\":{{\"id\":\"1\",{Who},\"data\":\"a\",{where}}}").ShouldBeOfType<Incoming.PressElsewhere>();

    [TestCase("\"new_chat_member\":{\"status\":\"kicked\"}", typeof(Incoming.Left))]
    [TestCase("\"new_chat_member\":{\"status\":\"member\"}", typeof(Incoming.Returned))]
    [TestCase("\"new_chat_member\":{\"status\":\"resting\"}", typeof(Incoming.Returned))]
    [TestCase("\"date\":1", typeof(Incoming.Returned))]
    public void Only_who_blocked_us_has_left(string change, Type kind) =>
        Read($"\"my_chat_member\":{{{Who},{Home},{change}}}").ShouldBeOfType(kind);

    [Test]
    public void A_message_without_anything_we_know_is_nothing_a_shop_can_use() =>
        Read($"\"message\":{{\"message_id\":1,\"date\":1,{Who},{Home},\"photo\":[],\"quantum\":{{}}}}").ShouldBeOfType<Incoming.Unusable>();

    private static Incoming? Read(string content) =>
        IncomingReader.Read(ReceivedUpdate.Read(Encoding.UTF8.GetBytes($"{{\"update_id\":1,{content}}}")).Content.ShouldNotBeNull(), new BotIdentity());
}
