using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests;

/// <summary>What people press on their way to a result. As people do, they press again when nothing comes of it.</summary>
internal static class Purchases
{
    public const long WelcomeKopecks = 30_000;
    public const long PictureKopecks = 1_414;

    private const string Create = "Создать за 14.14 ₽";
    private const int LooksPerTry = 150;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task Arrives(this Customer customer) =>
        customer.Tries(() => customer.Say("/start"), chat => chat.Any(message => Offers(message, "Моё")));

    /// <summary>A picture for 14.14 ₽.</summary>
    /// <param name="isPlaced">Whether the shop has the order.</param>
    public static async Task OrdersPicture(this Customer customer, Func<Task<bool>> isPlaced)
    {
        await customer.Tries(async () => await customer.Click((await customer.FromBot())[^1].Id, "select_model:nano-banana-pro"), Shows("Шаг 1/3"));
        await customer.Tries(() => customer.Press("Пропустить"), Shows("Шаг 2/3"));
        await customer.Tries(() => customer.Say("Кот-астронавт"), chat => chat.Any(message => Offers(message, "1K · 14.14 ₽")));
        await customer.Tries(() => customer.Press("1K · 14.14 ₽"), chat => chat.Any(message => Offers(message, Create)));
        await customer.Tries(
            async () =>
            {
                if ((await customer.FromBot()).Any(message => Offers(message, Create)))
                {
                    await customer.Press(Create);
                }
            },
            isPlaced);
    }

    /// <summary>100 ₽ for 160 Stars.</summary>
    public static async Task PaysIn(this Customer customer)
    {
        await customer.Say("/topup");
        await customer.Press("100 ₽");
        await customer.Press("Telegram Stars · 160");
        await customer.Pays();
    }

    public static async Task<int> Results(this Customer customer) =>
        (await customer.FromBot()).Count(message => message.Json.TryGetProperty("photo", out _));

    private static Task Tries(this Customer customer, Func<Task> act, Func<IReadOnlyList<ChatMessage>, bool> until) =>
        customer.Tries(act, async () => until(await customer.FromBot()));

    private static async Task Tries(this Customer customer, Func<Task> act, Func<Task<bool>> until)
    {
        var looks = 0;
        await Eventually.Holds(
            $"what {customer.Id} has pressed shows an effect; the chat ends with «{customer.LastSeen}»",
            async () =>
            {
                if (await until())
                {
                    return true;
                }

                if (looks++ % LooksPerTry == 0)
                {
                    await act();
                }

                return false;
            },
            Patience);
    }

    private static Func<IReadOnlyList<ChatMessage>, bool> Shows(string text) =>
        chat => chat.Any(message => message.Text.Contains(text, StringComparison.Ordinal));

    private static bool Offers(ChatMessage message, string label) =>
        message.Buttons.Any(button => button.Label.Contains(label, StringComparison.Ordinal));
}
