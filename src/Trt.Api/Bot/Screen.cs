using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Infrastructure.Telegram.Types;

namespace Trt.Api.Bot;

/// <summary>What is shown in the chat: a text and the buttons under it.</summary>
internal sealed record Screen(Html Text, Keyboard Keyboard);

/// <summary>Rows of buttons, each made from a route.</summary>
internal sealed class Keyboard
{
    public static readonly Keyboard None = new();

    private readonly List<IReadOnlyList<InlineKeyboardButton>> _rows = [];

    public IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> Rows => _rows;

    public Keyboard Row(params ReadOnlySpan<InlineKeyboardButton?> buttons)
    {
        List<InlineKeyboardButton> row = [];
        foreach (var button in buttons)
        {
            if (button is not null)
            {
                row.Add(button);
            }
        }

        if (row.Count > 0)
        {
            _rows.Add(row);
        }

        return this;
    }

    /// <summary>Several to a row, as wide as the labels allow on a phone.</summary>
    public Keyboard Grid(IEnumerable<InlineKeyboardButton> buttons, int perRow)
    {
        foreach (var chunk in buttons.Chunk(perRow))
        {
            Row(chunk);
        }

        return this;
    }

    public Keyboard Append(Keyboard below)
    {
        _rows.AddRange(below.Rows);
        return this;
    }

    public InlineKeyboardMarkup ToMarkup() => new() { InlineKeyboard = _rows };
}

internal static class Buttons
{
    public static InlineKeyboardButton Button(this Route route, string text) => new() { Text = text, CallbackData = route.Data };
}
