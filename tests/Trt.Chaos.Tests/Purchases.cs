using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests;

/// <summary>What people press on their way to a result. As people do, they press again when nothing comes of it.</summary>
internal static class Purchases
{
    public const long WelcomeKopecks = 30_000;
    public const long PictureKopecks = 1_414;

    private const string Create = "Создать за 14,14 ₽";
    private const int LooksPerTry = 150;

    /// <summary>An order with all its questions fits into it; who has ordered all evening has a long chat.</summary>
    private const int EndOfChat = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task Arrives(this Customer customer)
    {
        var before = await customer.FromBot(EndOfChat) is [.., var last] ? last.Id : 0;
        await customer.Tries(() => customer.Say("/start"), chat => chat.Any(message => message.Id > before && Offers(message, "Моё")));
    }

    /// <summary>A picture for 14.14 ₽.</summary>
    /// <param name="isPlaced">Whether the shop has the order.</param>
    public static async Task OrdersPicture(this Customer customer, Func<Task<bool>> isPlaced)
    {
        await customer.FillsPicture();
        await customer.Tries(() => customer.Press(Create), isPlaced);
    }

    /// <summary>The same of three models at once.</summary>
    public static async Task OrdersDuel(this Customer customer, Func<Task<bool>> isPlaced)
    {
        await customer.FillsPicture();
        await customer.Tries(() => customer.Press("Сравнить модели"), chat => chat.Any(message => Offers(message, "➕ Nano Banana 2.1")));
        await customer.Tries(() => customer.Press("➕ Nano Banana 2.1"), chat => chat.Any(message => Offers(message, "Создать обе за")));
        await customer.Tries(() => customer.Press("➕ Nano Banana 2 ·"), chat => chat.Any(message => Offers(message, "Создать все три за")));
        await customer.Tries(() => customer.Press("Создать все три за"), isPlaced);
    }

    private static async Task FillsPicture(this Customer customer)
    {
        // What stands above the menu belongs to an earlier order and shows the same words; what stands below may be news of one, and stays.
        var menu = (await customer.FromBot(EndOfChat)).Last(message => Offers(message, "Моё")).Id;
        await Step(() => customer.Click(menu, "select_model:nano-banana-pro"), Shows("Шаг 1/3"));
        await Step(() => customer.Say("Кот-астронавт"), message => Offers(message, "Только текст"));
        await Step(() => customer.Press("Только текст"), message => Offers(message, "1K · 14,14 ₽"));
        await Step(() => customer.Press("1K · 14,14 ₽"), message => Offers(message, Create));

        Task Step(Func<Task> act, Func<ChatMessage, bool> until) =>
            customer.Tries(act, chat => chat.Any(message => message.Id >= menu && until(message)));
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
        customer.Tries(act, async () => until(await customer.FromBot(EndOfChat)));

    private static async Task Tries(this Customer customer, Func<Task> act, Func<Task<bool>> until)
    {
        var looks = 0;
        await Eventually.Holds(
            $"what {customer.Id} has pressed shows an effect",
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
            customer.Instead,
            Patience);
    }

    private static Func<ChatMessage, bool> Shows(string text) => message => message.Text.Contains(text, StringComparison.Ordinal);

    private static bool Offers(ChatMessage message, string label) =>
        message.Buttons.Any(button => button.Label.Contains(label, StringComparison.Ordinal));
}
