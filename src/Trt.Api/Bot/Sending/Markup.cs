using Telegram.Bot.Types.ReplyMarkups;

namespace Trt.Api.Bot.Sending;

/// <summary>Our buttons in the messenger's words.</summary>
internal static class Markup
{
    public static InlineKeyboardMarkup ToMarkup(this Keyboard keyboard) =>
        new() { InlineKeyboard = keyboard.Rows.Select(row => row.Select(Of)) };

    private static InlineKeyboardButton Of(Button button) => button switch
    {
        Button.Press press => new() { Text = press.Text, CallbackData = press.Data },
        Button.Link link => new() { Text = link.Text, Url = link.Address.AbsoluteUri },
        Button.Copy copy => new() { Text = copy.Text, CopyText = new() { Text = copy.Value } },
        Button.Pay pay => new() { Text = pay.Text, Pay = true },
        _ => throw new InvalidOperationException($"No markup for {button.GetType().Name}"),
    };
}
