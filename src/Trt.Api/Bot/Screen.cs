using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Domain.Payments;

namespace Trt.Api.Bot;

/// <summary>What is shown in the chat: a text and the buttons under it.</summary>
internal sealed record Screen(Html Text, Keyboard Keyboard)
{
    /// <summary>Its buttons go on with the order being filled in, and are over with the next step.</summary>
    public bool IsOrderStep { get; init; }

    /// <summary>Its buttons are ways to pay this.</summary>
    public PaymentId? Payment { get; init; }

    /// <summary>This is paid, declined or cancelled now.</summary>
    public PaymentId? PaymentOver { get; init; }

    public Screen Plain() => this with { Text = Text.Plain() };
}

/// <summary>A text and the one thing that it does.</summary>
internal abstract record Button(string Text)
{
    /// <summary>Leads along a route; made from one.</summary>
    public sealed record Press(string Text, string Data) : Button(Text);

    public sealed record Link(string Text, Uri Address) : Button(Text);

    /// <summary>Puts a text into the person's clipboard.</summary>
    public sealed record Copy(string Text, string Value) : Button(Text);

    /// <summary>Pays the invoice above it.</summary>
    public sealed record Pay(string Text) : Button(Text);
}

/// <summary>Rows of buttons.</summary>
internal sealed class Keyboard
{
    public static readonly Keyboard None = new();

    private readonly List<IReadOnlyList<Button>> _rows = [];

    public IReadOnlyList<IReadOnlyList<Button>> Rows => _rows;

    public Keyboard Row(params ReadOnlySpan<Button?> buttons)
    {
        List<Button> row = [];
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
    public Keyboard Grid(IEnumerable<Button> buttons, int perRow)
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
}

internal static class Buttons
{
    public static Button Button(this Route route, string text) => new Button.Press(text, route.Data);
}
