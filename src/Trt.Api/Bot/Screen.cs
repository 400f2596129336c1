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

    /// <summary>Shown above the text; drawn when it leaves, beside the press. Null for words alone.</summary>
    public Lazy<byte[]>? Picture { get; init; }

    /// <summary>The message that it answers, in a group; null where nobody has to be told whom it is for.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>What flies over the chat once when it arrives; private chats only.</summary>
    public MessageEffect? Effect { get; init; }

    /// <summary>Without whatever the messenger may find fault with; every button still does what it did.</summary>
    public Screen Plain() => this with { Text = Text.Plain(), Keyboard = Keyboard.Plain(), Effect = null };
}

/// <summary>A text and the one thing that it does.</summary>
internal abstract record Button(string Text)
{
    /// <summary>Leads along a route; made from one.</summary>
    public sealed record Press(string Text, string Data, Tone Tone = Tone.Plain) : Button(Text);

    /// <summary>
    /// Cannot be chosen now. The messenger does not tell of a press on it, so the reason stands in the text above.
    /// </summary>
    public sealed record Closed(string Text) : Button(Text);

    public sealed record Link(string Text, Uri Address) : Button(Text);

    /// <summary>Puts a text into the person's clipboard.</summary>
    public sealed record Copy(string Text, string Value) : Button(Text);

    /// <summary>Pays the invoice above it.</summary>
    public sealed record Pay(string Text) : Button(Text);
}

/// <summary>Joy about a result.</summary>
internal enum MessageEffect
{
    Party,
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

    /// <summary>In the words that the messenger has always known.</summary>
    public Keyboard Plain()
    {
        var plain = new Keyboard();
        foreach (var row in _rows)
        {
            plain._rows.Add([.. row.Select(Plain)]);
        }

        return plain;
    }

    private static Button Plain(Button button) => button switch
    {
        Button.Press press => press with { Tone = Tone.Plain },
        Button.Closed closed => new NowhereRoute().Button(closed.Text),
        _ => button,
    };

    public Keyboard Append(Keyboard below)
    {
        _rows.AddRange(below.Rows);
        return this;
    }
}

internal static class Buttons
{
    public static Button Button(this Route route, string text) => new Button.Press(text, route.Data, route.Tone);
}
