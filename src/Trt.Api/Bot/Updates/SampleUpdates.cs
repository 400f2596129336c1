using System.Text;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// One update of each kind that the shop meets. The messenger's library learns each kind when it first reads one, and takes its time.
/// </summary>
internal static class SampleUpdates
{
    private const string Who = """{"id":1,"is_bot":false,"first_name":"A","last_name":"B","username":"c","language_code":"ru"}""";
    private const string Home = """{"id":1,"type":"private","first_name":"A","last_name":"B","username":"c"}""";
    private const string Group = """{"id":-1,"type":"group","title":"G"}""";
    private const string Stored = "\"file_id\":\"a\",\"file_unique_id\":\"b\",\"file_size\":1,\"mime_type\":\"c/d\",\"file_name\":\"e\"";
    private const string Sized = "\"width\":1,\"height\":1,\"duration\":1";
    private const string Keys = "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}";
    private const string Money =
        "\"currency\":\"XTR\",\"total_amount\":1,\"invoice_payload\":\"a\","
        + "\"telegram_payment_charge_id\":\"b\",\"provider_payment_charge_id\":\"c\"";

    public static IEnumerable<ReceivedUpdate> All =>
    [
        Message("\"text\":\"a\""),
        Message("\"text\":\"/start a\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":6}]"),
        Message($"\"photo\":[{{{Stored},{Sized}}}],\"caption\":\"a\",\"media_group_id\":\"b\""),
        Message($"\"video\":{{{Stored},{Sized}}}"),
        Message($"\"audio\":{{{Stored},{Sized}}}"),
        Message($"\"voice\":{{{Stored},{Sized}}}"),
        Message($"\"document\":{{{Stored}}}"),
        Message("\"contact\":{\"phone_number\":\"1\",\"first_name\":\"A\"}"),
        Message($"\"successful_payment\":{{{Money}}}"),
        Message($"\"refunded_payment\":{{{Money}}}"),
        Press($"\"message\":{{\"message_id\":1,\"date\":1,\"chat\":{Home},\"text\":\"a\",{Keys}}}"),
        Press("\"inline_message_id\":\"a\""),
        Member("member", "kicked"),
        Member("kicked", "member"),
        InGroup("\"text\":\"@sample_bot a\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":11}]"),
        InGroup("\"text\":\"/help@sample_bot\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":16}]"),
        InGroup($"\"sender_chat\":{Group},\"text\":\"@sample_bot\",\"entities\":[{{\"type\":\"mention\",\"offset\":0,\"length\":11}}]"),
        InGroup($"\"left_chat_member\":{Who}"),
        InGroup("\"migrate_to_chat_id\":-1001"),
        Press($"\"message\":{{\"message_id\":1,\"date\":1,\"chat\":{Group},\"text\":\"a\",{Keys}}}"),
        GroupMember("left", "member"),
        GroupMember("member", "kicked"),
        Update($"\"pre_checkout_query\":{{\"id\":\"1\",\"from\":{Who},\"currency\":\"XTR\",\"total_amount\":1,\"invoice_payload\":\"a\"}}"),
    ];

    private static ReceivedUpdate Message(string content) =>
        Update($"\"message\":{{\"message_id\":1,\"date\":1,\"from\":{Who},\"chat\":{Home},{content}}}");

    private static ReceivedUpdate InGroup(string content) =>
        Update($"\"message\":{{\"message_id\":1,\"date\":1,\"from\":{Who},\"chat\":{Group},{content}}}");

    private static ReceivedUpdate GroupMember(string before, string after) => Update(
        $"\"my_chat_member\":{{\"chat\":{Group},\"from\":{Who},\"date\":1,\"old_chat_member\":{{\"status\":\"{before}\",\"user\":{Who}}},"
        + $"\"new_chat_member\":{{\"status\":\"{after}\",\"user\":{Who},\"until_date\":0}}}}");

    private static ReceivedUpdate Press(string where) =>
        Update($"\"callback_query\":{{\"id\":\"1\",\"from\":{Who},\"chat_instance\":\"1\",\"data\":\"a\",{where}}}");

    private static ReceivedUpdate Member(string before, string after) => Update(
        $"\"my_chat_member\":{{\"chat\":{Home},\"from\":{Who},\"date\":1,\"old_chat_member\":{{\"status\":\"{before}\",\"user\":{Who}}},"
        + $"\"new_chat_member\":{{\"status\":\"{after}\",\"user\":{Who},\"until_date\":0}}}}");

    private static ReceivedUpdate Update(string content) => ReceivedUpdate.Read(Encoding.UTF8.GetBytes($"{{\"update_id\":1,{content}}}"));
}
