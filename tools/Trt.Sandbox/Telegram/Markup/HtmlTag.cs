namespace Trt.Sandbox.Telegram.Markup;

/// <summary>A start tag whose end is still to come, with the one attribute that means something in it.</summary>
internal sealed class HtmlTag(string name, int offset)
{
    public string Name => name;

    public int Offset => offset;

    public string? Argument { get; private set; }

    public string? Format { get; private set; }

    public void Set(string attribute, string value)
    {
        switch (name, attribute)
        {
            case ("a", "href") or ("tg-emoji", "emoji-id") or ("tg-time", "unix"):
                Argument = value;
                break;
            case ("tg-time", "format"):
                Format = value;
                break;
            case ("blockquote", "expandable"):
                Argument = attribute;
                break;
            case ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal):
                Argument = value["language-".Length..];
                break;
            case ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal):
                Argument = value["tg-".Length..];
                break;
        }
    }
}
