using System.Text;
using System.Text.Json;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>The keyboard of a message: buttons under it, which are echoed, or something about the letters, which is not.</summary>
internal sealed record ReplyMarkup(JsonElement? Inline, JsonElement? Keyboard)
{
    private const int DataBytesMax = 64;
    private const int ButtonsMax = 100;
    private const int BytesMax = 10 * 1024;
    private const int CopyLengthMax = 256;

    private static readonly string[] Styles = ["danger", "success", "primary"];

    /// <summary>In the order in which Telegram looks for what a button does.</summary>
    private static readonly string[] Kinds =
    [
        "url", "callback_data", "callback_game", "pay", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text", "disabled",
    ];

    public static readonly ReplyMarkup None = new(null, null);

    /// <summary>A keyboard, its removal or a forced reply changes what stands in place of the letters.</summary>
    public bool ReplacesKeyboard => Keyboard is { } markup && !markup.TryGetProperty("force_reply", out _);

    public JsonElement? ShownKeyboard => Keyboard is { } markup && markup.TryGetProperty("keyboard", out _) ? markup : null;

    public static ReplyMarkup Read(Parameters parameters, SimulatorSwitches rules)
    {
        if (parameters.Json("reply_markup", "can't parse reply keyboard markup JSON object") is not { } json)
        {
            return None;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Refuse.Bad("object expected as reply markup");
        }

        if (json.TryGetProperty("inline_keyboard", out var rows))
        {
            return CheckInline(rows, rules) ? new ReplyMarkup(json, null) : None;
        }

        if (json.TryGetProperty("keyboard", out var keys))
        {
            CheckKeyboard(keys, rules);
            return new ReplyMarkup(null, json);
        }

        return json.TryGetProperty("remove_keyboard", out _) || json.TryGetProperty("force_reply", out _)
            ? new ReplyMarkup(null, json)
            : None;
    }

    /// <summary>Edits know only buttons under the message.</summary>
    public static JsonElement? ReadInline(Parameters parameters, SimulatorSwitches rules)
    {
        var markup = Read(parameters, rules);
        return markup.Keyboard is null ? markup.Inline : throw Refuse.Bad("inline keyboard expected");
    }

    public static bool AreSame(JsonElement? one, JsonElement? other) =>
        one is { } a && other is { } b ? JsonElement.DeepEquals(a, b) : one is null && other is null;

    private static bool CheckInline(JsonElement rows, SimulatorSwitches rules)
    {
        if (rows.ValueKind != JsonValueKind.Array || rows.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Array))
        {
            throw Refuse.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        }

        var buttons = 0;
        foreach (var button in rows.EnumerateArray().SelectMany(row => row.EnumerateArray()))
        {
            CheckButton(button, isFirst: buttons == 0, rules);
            CheckLooks(button, rules);
            buttons++;
        }

        if (buttons > ButtonsMax || Encoding.UTF8.GetByteCount(rows.GetRawText()) > BytesMax)
        {
            throw Refuse.Bad("reply markup is too long");
        }

        return buttons > 0;
    }

    private static void CheckButton(JsonElement button, bool isFirst, SimulatorSwitches rules)
    {
        if (button.ValueKind != JsonValueKind.Object)
        {
            throw Refuse.Bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
        }

        if (button.TextOf("text") is not { } text)
        {
            throw Refuse.Bad("can't parse inline keyboard button: Can't find field \"text\"");
        }

        var kind = Array.Find(Kinds, name => button.TryGetProperty(name, out var value) && IsSet(name, value)
                && !(name == "disabled" && rules.OldServer))
            ?? throw Refuse.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Refuse.Bad("can't parse inline keyboard button: Button text must be non-empty");
        }

        switch (kind)
        {
            case "callback_data" when Encoding.UTF8.GetByteCount(button.TextOf(kind) ?? "") is 0 or > DataBytesMax:
                throw Refuse.Bad("BUTTON_DATA_INVALID");
            case "url" when CheckedLink.UserOf(button.TextOf(kind) ?? "") is null && CheckedLink.Read(button.TextOf(kind) ?? "") is null:
                throw Refuse.Bad("BUTTON_URL_INVALID");
            case "pay" when !isFirst:
                throw Refuse.Bad("can't parse inline keyboard button: Pay buttons must be the first in the keyboard");
            case "copy_text" when button.GetProperty(kind).TextOf("text") is not { Length: > 0 and <= CopyLengthMax }:
                throw Refuse.Bad("BUTTON_COPY_TEXT_INVALID");
            case "disabled" when button.GetProperty(kind).ValueKind != JsonValueKind.Object:
                throw Refuse.Bad("can't parse inline keyboard button: DisabledButton must be an Object");
        }
    }

    /// <summary>A colour is one of three. An emoji before the text is for bots whose owner pays the messenger.</summary>
    private static void CheckLooks(JsonElement button, SimulatorSwitches rules)
    {
        if (button.ValueKind != JsonValueKind.Object || rules.OldServer)
        {
            return;
        }

        if (button.TextOf("style") is { } style && !Styles.Contains(style))
        {
            throw Refuse.Bad("BUTTON_STYLE_INVALID");
        }

        if (button.TextOf("icon_custom_emoji_id") is { Length: > 0 } && !rules.OwnerHasPremium)
        {
            throw Refuse.Bad("BUTTON_ICON_INVALID");
        }
    }

    /// <summary>A switch that is off is not there.</summary>
    private static bool IsSet(string name, JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False)
        && !(name == "url" && value.ValueKind == JsonValueKind.String && value.ReadText().Length == 0);

    private static void CheckKeyboard(JsonElement rows, SimulatorSwitches rules)
    {
        if (rows.ValueKind != JsonValueKind.Array || rows.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Array))
        {
            throw Refuse.Bad("field \"keyboard\" of the ReplyKeyboardMarkup must be an Array of Arrays");
        }

        foreach (var key in rows.EnumerateArray().SelectMany(row => row.EnumerateArray()))
        {
            if (key.ValueKind != JsonValueKind.String && (key.ValueKind != JsonValueKind.Object || key.TextOf("text") is null))
            {
                throw Refuse.Bad("can't parse keyboard button: KeyboardButton must be a String or an Object");
            }

            CheckLooks(key, rules);
        }
    }
}
