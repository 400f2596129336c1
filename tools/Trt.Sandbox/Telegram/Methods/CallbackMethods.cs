using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

internal static class CallbackMethods
{
    private const int TextMax = 200;

    public static readonly BotMethod[] All =
    [
        new("answerCallbackQuery", AnswerCallbackQuery),
        // No one asks inline in this sandbox, so every such answer is for a query nobody knows.
        new("answerInlineQuery", AnswerUnknown),
        new("answerShippingQuery", AnswerUnknown),
        new("answerWebAppQuery", AnswerUnknown),
    ];

    private static void AnswerUnknown(Call call) => throw Refuse.TooOld();

    private static void AnswerCallbackQuery(Call call)
    {
        var parameters = call.Parameters;
        var text = parameters.TextOrAbsent("text");
        if (text?.Length > TextMax)
        {
            throw Refuse.Bad("MESSAGE_TOO_LONG");
        }

        var answer = new PressAnswer(text, parameters.Flag("show_alert"), parameters.TextOrAbsent("url"), parameters.Int("cache_time"));
        if (!call.Bot.Presses.Answer(parameters["callback_query_id"].Trim(), answer))
        {
            throw Refuse.TooOld();
        }
    }
}
