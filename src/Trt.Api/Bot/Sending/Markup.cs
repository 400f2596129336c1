using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;
using Trt.Api.Bot.Routes;

namespace Trt.Api.Bot.Sending;

/// <summary>Our buttons and effects in the messenger's words.</summary>
internal static class Markup
{
    public static InlineKeyboardMarkup ToMarkup(this Keyboard keyboard) =>
        new() { InlineKeyboard = keyboard.Rows.Select(row => row.Select(Of)) };

    /// <summary>The messenger has six that everybody may use; this one is confetti.</summary>
    public static string? Id(this MessageEffect? effect) => effect is { } joy ? Id(joy) : null;

    private static string Id(MessageEffect effect) => effect switch
    {
        MessageEffect.Party => "5046509860389126442",
    };

    private static InlineKeyboardButton Of(Button button) => button switch
    {
        Button.Press press => new() { Text = press.Text, CallbackData = press.Data, Style = StyleOf(press.Tone) },
        Button.Closed closed => new() { Text = closed.Text, Disabled = new DisabledButton() },
        Button.Link link => new() { Text = link.Text, Url = link.Address.AbsoluteUri },
        Button.Copy copy => new() { Text = copy.Text, CopyText = new() { Text = copy.Value } },
        Button.Pay pay => new() { Text = pay.Text, Pay = true },
        _ => throw new InvalidOperationException($"No markup for {button.GetType().Name}"),
    };

    private static KeyboardButtonStyle? StyleOf(Tone tone) => tone switch
    {
        Tone.Plain => null,
        Tone.Agree => KeyboardButtonStyle.Success,
        Tone.Stop => KeyboardButtonStyle.Danger,
    };
}
