using System.Net.Http.Json;
using NUnit.Framework.Interfaces;
using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

/// <summary>What a newcomer does with the whole product, played on the chat page from the first tap to the picture.</summary>
internal sealed class ProductStories
{
    private OpenShop _shop = null!;
    private ChatPageDriver? _chat;

    [OneTimeSetUp]
    public async Task OpenShop() => _shop = await Neighbours.OpenShop.Start();

    [OneTimeTearDown]
    public async Task CloseShop() => await _shop.DisposeAsync();

    [SetUp]
    public async Task NothingGoesWrong()
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(_shop.Address, "/control/kie"), new { });
        answer.EnsureSuccessStatusCode();
    }

    [TearDown]
    public async Task ClosePage()
    {
        if (_chat is null)
        {
            return;
        }

        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            await _chat.Screenshot(TestContext.CurrentContext.Test.Name);
        }

        await _chat.DisposeAsync();
        _chat.Complaints.ShouldBeEmpty("the page threw an error or was stopped by its own security policy");
    }

    [Test]
    public async Task A_newcomer_gets_a_free_picture_from_a_few_words()
    {
        var chat = await Enter(Screen.Phone);
        await chat.Press("Первая картинка");
        await chat.WaitForMessage("Шаг 1/2");
        await chat.Send("Рыжий кот-космонавт у иллюминатора");
        await chat.WaitForMessage("Рыжий кот-космонавт у иллюминатора");
        await chat.Press("Создать бесплатно");

        await chat.WaitForPhoto();

        await chat.WaitForMessage("Осталось сегодня: 4");
        await chat.Screenshot("story-free-picture");
    }

    [Test]
    public async Task A_picture_after_two_photos_of_ones_own_costs_what_was_shown()
    {
        var chat = await Enter();
        await chat.Press("🎨 Картинка");
        await chat.Press("Ремикс картинки");
        await chat.Press("Seedream 5.0 Lite");
        await chat.Press("🚀 Создать");
        await chat.WaitForMessage("Шаг 1/4");
        await chat.Attach([Png.File("reference-red", 200, 60, 60), Png.File("reference-blue", 60, 60, 200)]);
        await chat.WaitForMessage("Получено: 2");
        await chat.Press("Готово");
        await chat.WaitForMessage("Шаг 2/4");
        await chat.Send("Сделай в стиле акварели");
        await chat.Press("1:1");
        await chat.Press("Обычное");
        await Expect(await chat.WaitForMessage("всё готово")).ToContainTextAsync("4,32 ₽");
        await chat.Press("Создать за 4,32 ₽");

        await chat.WaitForPhoto();

        await Expect(await chat.WaitForMessage("Списано")).ToContainTextAsync("4,32 ₽");
        await chat.Screenshot("story-reference-photos");
    }

    [Test]
    public async Task A_generation_that_fails_costs_nothing_and_the_person_is_told()
    {
        var chat = await Enter();
        await chat.SwitchOn("failing");
        await OrderSeedream(chat);

        var word = await chat.WaitForMessage("Деньги не списаны");

        await Expect(word).ToContainTextAsync("300 ₽");
        await Expect(chat.Page.GetByTestId("photo")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_picture_arrives_though_the_provider_never_says_that_it_is_done()
    {
        var chat = await Enter();
        await chat.SwitchOn("lostCallback");
        await OrderSeedream(chat);

        await chat.WaitForPhoto();

        await chat.WaitForMessage("Списано 5,11 ₽");
    }

    private static async Task OrderSeedream(ChatPageDriver chat)
    {
        await chat.Press("🎨 Картинка");
        await chat.Press("Картинка из текста");
        await chat.Press("›");
        await chat.Press("Seedream 4.5");
        await chat.Press("🚀 Создать");
        await chat.WaitForMessage("Шаг 1/3");
        await chat.Send("Маяк в бурю");
        await chat.Press("1:1");
        await chat.Press("Обычное");
        await chat.Press("Создать за 5,11 ₽");
    }

    private async Task<ChatPageDriver> Enter(Screen? screen = null)
    {
        _chat = await ChatPageDriver.Open(_shop.Address, Someone.New() with { Name = "Анна" }, screen);
        await _chat.Start();
        await _chat.WaitForMessage("Анна");
        return _chat;
    }
}
