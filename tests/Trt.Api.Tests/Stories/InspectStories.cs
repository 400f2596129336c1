using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>An owner looks into the machine from the chat; nobody else can.</summary>
[Parallelizable]
public sealed class InspectStories
{
    private const long OwnerId = 772_001;

    private RunningShop _shop = null!;
    private Customer _owner = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("ADMIN_IDS", $"{OwnerId}"));
        _owner = new Customer(_shop, OwnerId, "Иван", "ru");
        await _owner.Say("/start");
        await _owner.Reads("добро пожаловать");
    }

    [OneTimeTearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task The_owner_sees_build_mode_database_messenger_health_and_the_last_reference()
    {
        await _owner.Say("/diag");
        var screen = await _owner.Reads("Диагностика");
        foreach (var word in new[] { "Сборка: ", "Сообщения: приходят на 127.0.0.1", "Заказы: настоящие", "База: внешняя, отвечает", "знает, где бот", "принимает заказы", "Последний номер: ", "DISPATCH_OK" })
        {
            screen.Text.ShouldContain(word);
        }
    }

    [Test]
    public async Task Debugging_shows_what_brought_a_screen_for_thirty_minutes_and_to_nobody_else()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await _owner.Say("/debug");
        (await _owner.Reads("Последние события")).Text.ShouldContain("/start");
        await _owner.Press("Отладка на 30 минут");
        await _owner.Reads("Отладка включена до");

        await _owner.Say("/balance");
        (await _owner.Sees("🔬 /balance")).Text.ShouldContain("UPDATE_RECEIVED UI_RENDER DISPATCH_OK");
        await anna.Say("/balance");
        (await anna.Reads("Баланс")).Text.ShouldNotContain("🔬");

        await _shop.Post("clock", new { advance_ms = 31 * 60_000 });
        await _owner.Say("/help");
        (await _owner.Sees("Как это работает")).Text.ShouldNotContain("🔬");
    }

    [TestCase("/diag")]
    [TestCase("/debug")]
    public async Task Whoever_is_no_owner_finds_no_such_command(string command)
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Say(command);
        await anna.Sees("Такой команды нет");
    }
}
