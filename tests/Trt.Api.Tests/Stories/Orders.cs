using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Orders that stories begin with.</summary>
internal static class Orders
{
    public static async Task<Customer> Arrives(this RunningShop shop, string language = "ru")
    {
        var customer = shop.NewCustomer(language: language);
        await customer.Say("/start");
        await customer.Receives("reply_markup");
        return customer;
    }

    /// <summary>Nano Banana Pro for 14.14 ₽.</summary>
    public static async Task OrdersPicture(this Customer customer)
    {
        await customer.FillsPicture();
        await customer.Press("Создать за 14,14 ₽");
    }

    /// <summary>The same, up to the last press.</summary>
    public static async Task FillsPicture(this Customer customer)
    {
        await customer.Chooses("nano-banana-pro");
        await customer.Sees("Шаг 1/3");
        await customer.Say("Кот-астронавт");
        await customer.Press("Только текст");
        await customer.Press("1K · 14,14 ₽");
        await customer.Button("Создать за 14,14 ₽");
    }

    /// <summary>Kling 2.6 for 43.21 ₽.</summary>
    public static async Task OrdersFilm(this Customer customer)
    {
        await customer.Chooses("kling-2.6/text-to-video");
        await customer.Sees("Шаг 1/4");
        await customer.Say("Волны бьются о скалы");
        await customer.Press("Нет · 43,21 ₽");
        await customer.Press("16:9");
        await customer.Press("5 с · 43,21 ₽");
        await customer.Press("Создать за 43,21 ₽");
    }

    /// <summary>A voice for 4.71 ₽.</summary>
    public static async Task OrdersVoice(this Customer customer)
    {
        await customer.Chooses("elevenlabs/text-to-speech-turbo-2-5");
        await customer.Reads("Знаки препинания");
        await customer.Say("Добрый вечер, дамы и господа.");
        await customer.Press("James");
        await customer.Press("Создать за 4,71 ₽");
    }

    public static async Task Chooses(this Customer customer, string model) =>
        await customer.Click((await customer.FromBot())[^1].Id, $"select_model:{model}");

    /// <summary>Messages that carry such a file.</summary>
    public static async Task<IReadOnlyList<ChatMessage>> Got(this Customer customer, string kind) =>
        [.. (await customer.FromBot()).Where(message => message.Json.TryGetProperty(kind, out _))];
}
