using Trt.Application.BackOffice.Orders;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What a customer wrote and sent for an order, for the operator who has asked for it.</summary>
internal static class OrderInputTexts
{
    /// <summary>All of it has to fit into one message.</summary>
    private const int LengthMax = 3000;

    private const int TextShownMax = 1500;

    public static Html Of(Language l, OrderInputs inputs) => Html.Paragraphs(
        l.Pick(
            Html.Of($"<b>Ввод клиента</b>\nЧто вы его открыли, записано в журнал."),
            Html.Of($"<b>What the customer gave</b>\nThat you opened it is written into the audit trail.")),
        inputs.Order.Inputs.Count == 0
            ? l.Pick(Html.Of($"Ввода больше нет: он удалён."), Html.Of($"There is nothing any more: it has been deleted."))
            : Fields(l, inputs));

    private static Html Fields(Language l, OrderInputs inputs)
    {
        List<Html> lines = [];
        var length = 0;
        foreach (var (name, value) in inputs.Order.Inputs)
        {
            var line = Line(l, inputs.Card?.Inputs.Find(name), name, value);
            length += line.Value.Length;
            if (length > LengthMax)
            {
                lines.Add(Html.Of($"…"));
                break;
            }

            lines.Add(line);
        }

        return Html.Paragraphs([.. lines]);
    }

    public static Html Line(Language l, Field? field, string name, InputValue value)
    {
        var label = field?.Label.In(l) ?? name;
        return value switch
        {
            TextValue text when field is not ChoiceField => Html.Of($"<b>{label}</b>\n<blockquote>{Words.Shorten(text.Text, TextShownMax)}</blockquote>"),
            MediaValue media => Html.Of($"<b>{label}</b>: {Files(l, media)}"),
            _ when field is null => Html.Of($"<b>{label}</b>"),
            _ => Html.Of($"<b>{label}</b>: {ValueTexts.Of(l, field, value)}"),
        };
    }

    private static string Files(Language l, MediaValue media) => string.Join(
        ", ", media.Items.Select(item => item.Width is { } width && item.Height is { } height
            ? $"{Kind(l, item.Kind)} {width}×{height}"
            : Kind(l, item.Kind)));

    private static string Kind(Language l, MediaKind kind) => kind switch
    {
        MediaKind.Image => l.Pick("картинка", "picture"),
        MediaKind.Video => l.Pick("видео", "film"),
        MediaKind.Audio => l.Pick("звук", "sound"),
    };
}
