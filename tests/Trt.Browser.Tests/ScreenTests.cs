using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

internal sealed class ScreenTests : PageTest
{
    [Test]
    public async Task On_a_phone_nothing_is_wider_than_the_screen()
    {
        await using var phone = await ChatPageDriver.Open(Sandbox.Address, Person, Screen.Phone);
        await phone.Start();
        await Bot.WaitForMessage(Person.Id);
        await Bot.Say(Person.Id, $"Длинное слово: {new string('щ', 200)}", [ScriptedBot.Row(("Очень длинная подпись кнопки", "a"), ("И вторая такая же длинная", "b"), ("Третья", "c"))]);
        await Bot.Say(Person.Id, $"<pre><code class=\"language-json\">{new string('x', 300)}</code></pre>", parseMode: "HTML");
        await Bot.SendPhoto(Person.Id, Png.Of(1600, 200, 90, 90, 200), "Широкая");

        await phone.WaitForPhoto();

        (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Screen.Phone.Width);
        (await phone.Scroller.EvaluateAsync<int>("box => box.scrollWidth - box.clientWidth")).ShouldBe(0);
        await Expect(phone.Composer).ToBeInViewportAsync();
        await phone.Screenshot("phone");
    }

    [Test]
    public async Task The_page_follows_the_dark_mode_of_the_system()
    {
        await using var dark = await ChatPageDriver.Open(Sandbox.Address, Person, Screen.Desktop.InTheDark);

        await Expect(dark.Page.Locator(".header")).ToHaveCSSAsync("background-color", "rgb(23, 33, 43)");
    }

    [Test]
    public async Task The_page_speaks_the_language_of_the_person()
    {
        await using var english = await ChatPageDriver.Open(Sandbox.Address, Someone.New("en"));

        await Expect(english.Page.GetByTestId("start")).ToHaveTextAsync("Start");
        await Expect(Chat.Page.GetByTestId("start")).ToHaveTextAsync("Старт");
        await Expect(english.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Test]
    public async Task Two_tabs_are_two_people()
    {
        await using var other = await ChatPageDriver.Open(Sandbox.Address, Someone.New());
        await BeginChat();

        await Chat.Send("Это пишет первый");

        await Chat.WaitForMessage("Это пишет первый");
        await Expect(other.Messages).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Both_languages_say_everything()
    {
        await using var english = await ChatPageDriver.Open(Sandbox.Address, Someone.New("en"));

        var ru = await Wording(Chat);
        var en = await Wording(english);

        ru.ShouldBe(en, ignoreOrder: true);
        ru.Length.ShouldBeGreaterThan(90);
    }

    [Test]
    public async Task Every_control_has_a_name_for_those_who_cannot_see_it()
    {
        await BeginChat();
        await Bot.Say(Person.Id, "Выбор", [ScriptedBot.Row(("Картинка", "image"))]);
        await Bot.SendPhoto(Person.Id, Png.Of(320, 200, 9, 99, 200));
        await Chat.WaitForPhoto();
        await Chat.Page.GetByTestId("menu").ClickAsync();

        var nameless = await Chat.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('button, input:not([type=file]), textarea, select, img, a, dialog')]
              .filter(node => !(node.ariaLabel || node.alt || node.labels?.length || node.textContent.trim()))
              .map(node => node.outerHTML)
            """);

        nameless.ShouldBeEmpty();
    }

    /// <summary>The keys of all texts of the page; those of a nested group with their path.</summary>
    private static Task<string[]> Wording(ChatPageDriver chat) => chat.Page.EvaluateAsync<string[]>("""
        import('/page/js/texts.js').then(({ texts }) => {
          const keys = (group, path) => Object.entries(group).flatMap(([name, value]) =>
            value !== null && typeof value === 'object' ? keys(value, `${path}${name}.`) : [`${path}${name}: ${typeof value}`]);
          return keys(texts, '');
        })
        """);
}
