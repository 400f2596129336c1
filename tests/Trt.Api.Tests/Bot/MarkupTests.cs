using Trt.Api.Bot;
using Trt.Api.Bot.Sending;

namespace Trt.Api.Tests.Bot;

public sealed class MarkupTests
{
    private static IEnumerable<Type> Kinds => typeof(Button).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Button)));

    private static readonly Button[] OneOfEach =
    [
        new Button.Press("Дальше", "go"),
        new Button.Link("Открыть", new Uri("https://a.b/c%20d?x=%2F")),
        new Button.Copy("Скопировать", "5469"),
        new Button.Pay("Оплатить"),
    ];

    [Test]
    public void Every_button_does_its_one_thing()
    {
        OneOfEach.Select(button => button.GetType()).ShouldBe(Kinds, ignoreOrder: true);

        var rows = new Keyboard().Grid(OneOfEach, perRow: 2).ToMarkup().InlineKeyboard.Select(row => row.ToList()).ToList();

        rows.Select(row => row.Count).ShouldBe([2, 2]);
        rows[0][0].CallbackData.ShouldBe("go");
        rows[0][1].Url.ShouldBe("https://a.b/c%20d?x=%2F");
        rows[1][0].CopyText!.Text.ShouldBe("5469");
        rows[1][1].Pay.ShouldBeTrue();
        rows.SelectMany(row => row).Select(button => button.Text).ShouldBe(["Дальше", "Открыть", "Скопировать", "Оплатить"]);
    }
}
