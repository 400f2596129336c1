using Telegram.Bot.Types.ReplyMarkups;
using Trt.Api.Bot;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Sending;
using Trt.Domain.Shared;

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
        new Button.Closed("2/5"),
    ];

    [Test]
    public void Every_button_does_its_one_thing()
    {
        OneOfEach.Select(button => button.GetType()).ShouldBe(Kinds, ignoreOrder: true);

        var rows = new Keyboard().Grid(OneOfEach, perRow: 2).ToMarkup().InlineKeyboard.Select(row => row.ToList()).ToList();

        rows.Select(row => row.Count).ShouldBe([2, 2, 1]);
        rows[0][0].CallbackData.ShouldBe("go");
        rows[0][1].Url.ShouldBe("https://a.b/c%20d?x=%2F");
        rows[1][0].CopyText!.Text.ShouldBe("5469");
        rows[1][1].Pay.ShouldBeTrue();
        rows[2][0].Disabled.ShouldNotBeNull();
        rows.SelectMany(row => row).Select(button => button.Text).ShouldBe(["Дальше", "Открыть", "Скопировать", "Оплатить", "2/5"]);
    }

    [Test]
    public void The_colour_belongs_to_where_a_button_leads()
    {
        var id = new GenerationId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        Style(new ConfirmRoute(id).Button("Создать")).ShouldBe(KeyboardButtonStyle.Success);
        Style(new CancelDraftRoute().Button("Отмена")).ShouldBe(KeyboardButtonStyle.Danger);
        Style(new DeleteRoute(id, IsSure: true, HistoryPlace.Beginning).Button("Удалить")).ShouldBe(KeyboardButtonStyle.Danger);
        Style(new MainMenuRoute().Button("Меню")).ShouldBeNull();
    }

    /// <summary>A server that knows no colours and no closed buttons gets what it has always known.</summary>
    [Test]
    public void The_plain_form_keeps_every_button_and_none_of_the_looks()
    {
        var keyboard = new Keyboard().Row(new CancelDraftRoute().Button("Отмена"), new Button.Closed("2/5"), new Button.Pay("Оплатить"));
        var plain = keyboard.Plain().ToMarkup().InlineKeyboard.Single().ToList();
        plain.Select(button => button.Text).ShouldBe(["Отмена", "2/5", "Оплатить"]);
        plain.Select(button => button.CallbackData).ShouldBe(["cancel", "noop", null]);
        plain.ShouldAllBe(button => button.Style == null && button.Disabled == null);
    }

    private static KeyboardButtonStyle? Style(Button button) => new Keyboard().Row(button).ToMarkup().InlineKeyboard.Single().Single().Style;

}
