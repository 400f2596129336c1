using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Inline;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

internal static class CallbackMethods
{
    private const int TextMax = 200;

    public static readonly BotMethod[] All =
    [
        new("answerCallbackQuery", AnswerCallbackQuery),
        new("answerInlineQuery", AnswerInlineQuery),
        // Nobody ships anything here and no app asks, so every such answer is for a query nobody knows.
        new("answerShippingQuery", AnswerUnknown),
        new("answerWebAppQuery", AnswerUnknown),
    ];

    private static void AnswerInlineQuery(Call call)
    {
        var answer = InlineResults.Read(call);
        if (!call.Bot.Inline.Answer(call.Parameters["inline_query_id"].Trim(), answer))
        {
            throw Refuse.TooOld();
        }
    }

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
