using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Dashboard;

/// <summary>What the pages show and do, over plain HTTP with scripts off.</summary>
[Parallelizable]
public sealed partial class PageStories
{
    private const long OwnerId = 776_001;

    private RunningShop _shop = null!;
    private Customer _owner = null!;
    private Customer _anna = null!;
    private Visitor _visitor = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(
            ("ADMIN_IDS", $"{OwnerId}"), ("WELCOME_BALANCE_RUB", "100"), ("PAYMENT_PHONE", "+7 900 123-45-67"), ("PAYMENT_BANK", "Т-Банк"));
        _owner = await Arrives(new Customer(_shop, OwnerId, "Хозяин", "ru"));
        _anna = await Arrives(_shop.NewCustomer("Анна <img src=x onerror=alert(1)>"));
        _visitor = new Visitor(_shop);
        await _visitor.Enter(_owner);
    }

    [TearDown]
    public async Task Close()
    {
        _visitor.Dispose();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task The_first_page_tells_the_day_and_its_charts_agree_with_the_books()
    {
        await Delivered();
        foreach (var period in new[] { "day", "week", "month" })
        {
            await _visitor.See($"/admin?period={period}");
            _visitor.Status.ShouldBe(HttpStatusCode.OK);
            Sum("spent").ShouldBe(await _shop.Books.Spent());
            Sum("cost").ShouldBe(await _shop.Books.Cost());
            Sum("begun").ShouldBe(await _shop.Books.OrdersBegun());
        }

        (await _shop.Books.Spent()).ShouldBe(1414);
        await _visitor.See("/admin");
        _visitor.Words.ShouldContain("14,14 ₽");
        Svg().Count(_visitor.Text).ShouldBeGreaterThan(4);
        Buckets().Count(_visitor.Text).ShouldBe(24);
        FunnelSteps().Matches(_visitor.Text).Select(step => step.Groups["people"].Value).ShouldBe(["2", "0", "0"]);

        long Sum(string what) => Regex.Matches(_visitor.Text, $"data-{what}=\"(?<n>-?\\d+)\"")
            .Sum(found => long.Parse(found.Groups["n"].Value, CultureInfo.InvariantCulture));
    }

    [Test]
    public async Task The_first_page_tells_what_is_left_at_the_supplier_and_how_old_the_newest_copy_of_the_data_is()
    {
        await Eventually.Holds("the supplier has been asked", async () =>
            Regex.IsMatch((await _visitor.See("/admin")).Words, @"У поставщика\s+[\d\u00A0]+ ₽\s+на сколько хватит, неизвестно: расхода не было"));
        _visitor.Words.ShouldMatch(@"Копия данных\s+нет\s+сам магазин их не делает");
        _visitor.Text.ShouldMatch("data-of=\"backup\" class=\"bad\"");
        await _shop.ByHand.NotesCopy(hoursAgo: 30);
        (await _visitor.See("/admin")).Words.ShouldMatch(@"Копия данных\s+30 ч\s+сам магазин их не делает");

        await Delivered();
        (await _visitor.See("/admin")).Words.ShouldMatch(@"У поставщика\s+[\d\u00A0]+ ₽\s+хватит ");
    }

    [Test]
    public async Task An_order_is_found_by_its_reference_and_its_inputs_are_shown_on_demand_and_in_the_trail()
    {
        await Delivered();
        await _visitor.See("/admin/orders");
        var (id, reference) = (OrderIn(_visitor.Text), References().Match(_visitor.Text).Groups["cid"].Value);
        await _visitor.See($"/admin/find?q={reference}");
        _visitor.Status.ShouldBe(HttpStatusCode.OK);
        _visitor.Words.ShouldContain("подтвердил");
        _visitor.Words.ShouldContain("списано 14,14 ₽");
        _visitor.Words.ShouldContain("результат в чате");
        _visitor.Words.ShouldNotContain("Кот-астронавт");
        _visitor.Text.ShouldNotContain("<img src=x");
        (await _shop.Books.Acts("order.inputs_read", $"operator:{OwnerId}")).ShouldBe(0);

        await _visitor.Send($"/admin/orders/{id}/inputs");
        _visitor.Words.ShouldContain("Кот-астронавт");
        (await _shop.Books.Acts("order.inputs_read", $"operator:{OwnerId}")).ShouldBe(1);
        await _visitor.See($"/admin/orders/{id}");
        _visitor.Words.ShouldNotContain("Кот-астронавт");
        await _visitor.See("/admin/audit");
        _visitor.Words.ShouldContain("открыт ввод клиента");
        _visitor.Text.ShouldNotContain("<img src=x");
    }

    [Test]
    public async Task Money_goes_back_once_with_a_reason_and_a_reload_repeats_nothing()
    {
        await Delivered();
        var id = OrderIn((await _visitor.See("/admin/orders")).Text);
        await _visitor.See($"/admin/orders/{id}");
        await _visitor.Send($"/admin/orders/{id}/back");
        _visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        _visitor.Words.ShouldContain("причина нужна словами");
        await _visitor.See($"/admin/orders/{id}");
        await _visitor.Send($"/admin/orders/{id}/back", ("reason", "Результат <b>не годится</b>"));
        _visitor.Words.ShouldContain("Вернули 14,14 ₽");
        (await _shop.Books.Available(_anna)).ShouldBe(10_000);
        await _anna.Reads("Причина: Результат <b>не годится</b>");
        (await _shop.Books.Acts("order.given_back", $"operator:{OwnerId}")).ShouldBe(1);
        await _visitor.See($"/admin/orders/{id}");
        _visitor.Text.ShouldNotContain($"/admin/orders/{id}/back");
        await _visitor.Send($"/admin/orders/{id}/again");
        _visitor.Words.ShouldContain("Отправляем клиенту ещё раз");
        await Eventually.Holds("the picture twice", async () =>
            (await _anna.FromBot()).Count(message => message.Json.TryGetProperty("photo", out _)) == 2);
    }

    [Test]
    public async Task Only_what_the_shop_has_said_is_shown_as_said()
    {
        await _visitor.See("/admin?said=0J_RgNC40LLQtdGC.AAAAAAAAAAAAAAAA");
        _visitor.Text.ShouldNotContain("class=\"notice\"");
        foreach (var nonsense in new[] { "/admin/orders/42", $"/admin/orders/{Guid.Empty:N}", "/admin/customers/0", "/admin/customers/99999999999999999999", "/admin/payments/x", "/admin/settings/nothing", "/admin/settings/rate:x", "/admin/models/show?id=../../etc", "/admin/x/y/z", "/admin/payments/x/picture/1" })
        {
            (await _visitor.See(nonsense)).Status.ShouldBe(HttpStatusCode.NotFound, nonsense);
            _visitor.Words.ShouldContain("Такой страницы нет");
        }

        (await _visitor.See("/admin/find?q=%27%3B%20DROP%20TABLE%20users")).Words.ShouldContain("Ничего нет");
        (await _visitor.See("/admin/orders?after=nonsense&kind=9")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_customer_is_credited_in_two_steps_blocked_and_let_in_again()
    {
        await _visitor.See($"/admin/customers/{_anna.Id}");
        _visitor.Words.ShouldContain("100 ₽");
        await _visitor.Send($"/admin/customers/{_anna.Id}/adjust", ("amount", "сто"), ("reason", "x"));
        _visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        await _visitor.See($"/admin/customers/{_anna.Id}");
        await _visitor.Send($"/admin/customers/{_anna.Id}/adjust", ("amount", "50,5"), ("reason", "Обращение 17"));
        _visitor.Words.ShouldContain("150,50 ₽");
        (await _shop.Books.Available(_anna)).ShouldBe(10_000);
        await _visitor.Send($"/admin/customers/{_anna.Id}/sign");
        (await _shop.Books.Available(_anna)).ShouldBe(15_050);
        await _anna.Reads("Обращение 17");

        await _visitor.Send($"/admin/customers/{_anna.Id}/block", ("reason", "спам"));
        _visitor.Words.ShouldContain("спам");
        await _anna.Say("/start");
        await _anna.Sees("новые заказы для вас закрыты");
        await _visitor.Send($"/admin/customers/{_anna.Id}/unblock");
        await _anna.Say("/start");
        await _anna.Reads("добро пожаловать");
    }

    [Test]
    public async Task A_transfer_is_looked_at_and_credited()
    {
        await _anna.Say("/topup");
        await _anna.Press("150 ₽");
        await _anna.Press("🏦 Переводом");
        await _anna.Press("📎 Я перевёл");
        await _anna.Sees("Пришлите скриншот");
        await _anna.SendPhoto(Pictures.Png(540, 1200));
        await _anna.Reads("Скриншот получен, проверяем");
        await _visitor.See("/admin/payments?status=inreview");
        var path = PaymentLinks().Match(_visitor.Text).Groups["path"].Value;
        await _visitor.See(path);
        _visitor.Text.ShouldContain($"src=\"{path}/picture/1\"");
        await _visitor.See($"{path}/picture/1");
        _visitor.Answer.Content.Headers.ContentType!.MediaType.ShouldStartWith("image/");
        (await _visitor.See($"{path}/picture/7")).Status.ShouldBe(HttpStatusCode.NotFound);
        await _visitor.See(path);
        await _visitor.Send($"{path}/approve", ("amount", "150"));
        _visitor.Words.ShouldContain("Зачислено 150 ₽");
        (await _shop.Books.Available(_anna)).ShouldBe(25_000);
        await _visitor.Press($"{path}/approve", [("key", "x"), ("amount", "150")]);
        (await _shop.Books.Available(_anna)).ShouldBe(25_000);
    }

    [Test]
    public async Task Prices_settings_and_promo_codes_are_tried_and_changed_as_in_the_chat()
    {
        await _visitor.See("/admin/models/show?id=nano-banana-pro");
        var line = WebUtility.HtmlDecode(Options().Match(_visitor.Text).Groups["value"].Value);
        await _visitor.See($"/admin/models/show?id=nano-banana-pro&line={Uri.EscapeDataString(line)}&price=1");
        _visitor.Words.ShouldContain("Ниже себестоимости");
        await _visitor.See($"/admin/models/show?id=nano-banana-pro&line={Uri.EscapeDataString(line)}&price=99");
        _visitor.Words.ShouldContain("99 ₽");
        (await _shop.Books.Acts("setting.changed", $"operator:{OwnerId}")).ShouldBe(0);
        await _visitor.Send("/admin/models/price");
        _visitor.Words.ShouldContain("→ 99 ₽");
        await _visitor.Send("/admin/models/say", ("word", "pause"));
        _visitor.Words.ShouldContain("снята с продажи");

        await _visitor.See("/admin/settings/markup");
        await _visitor.Send("/admin/settings/markup", ("value", "2"));
        _visitor.Words.ShouldContain("Ничего не изменено");
        await _visitor.Send("/admin/settings/markup", ("value", "много"), ("sure", "1"));
        _visitor.Words.ShouldContain("Не подходит");

        await _visitor.See("/admin/promos");
        await _visitor.Send("/admin/promos", ("kind", "money"), ("value", "150"), ("uses", "10"), ("days", "7"), ("code", "SUMMER26"));
        _visitor.Words.ShouldContain("SUMMER26");
        await _visitor.Send("/admin/promos/stop", ("code", "SUMMER26"));
        _visitor.Words.ShouldContain("кончился");
        await _visitor.Send("/admin/promos", ("kind", "percent"), ("value", "20"), ("uses", "10"));
        _visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task What_was_put_aside_is_seen_with_its_reason_and_started_again()
    {
        await _shop.ByHand.PutsAside(_anna, updateId: 900_000_001);
        await _visitor.See("/admin/work");
        _visitor.Text.ShouldContain("It broke &lt;b&gt;here");
        _visitor.Text.ShouldContain("It broke &lt;b&gt;there");
        await _visitor.Send("/admin/work/update", ("id", "900000001"));
        _visitor.Words.ShouldContain("Обработано.");
        await _anna.Reads("Баланс: 100 ₽");
        await _visitor.Send("/admin/work/outbox");
        _visitor.Words.ShouldContain("Запущено снова: 1");
        (await _shop.Books.PutAside()).ShouldBe(0);
        await _visitor.Press("/admin/work/update", [("key", "x")]);
        _visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [TestCase("owner")]
    [TestCase("admin")]
    [TestCase("limited")]
    [TestCase("support")]
    public async Task Every_link_that_a_role_sees_leads_somewhere(string role)
    {
        await Delivered();
        var who = _owner;
        if (role != "owner")
        {
            who = await Arrives(new Customer(_shop, 776_100, "Sam", "en"));
            await _owner.Click((await _owner.FromBot())[^1].Id, $"admin_role:{who.Id}:{role}:1");
            await Eventually.Holds("they are appointed", async () => await _shop.Books.Roles(who, role) == 1);
        }

        using var crawler = new Visitor(_shop);
        await crawler.Enter(who);
        var (seen, waiting) = (new HashSet<string> { "/admin" }, new Queue<string>(["/admin"]));
        while (waiting.TryDequeue(out var path) && seen.Count < 500)
        {
            (await crawler.See(path)).Status.ShouldBe(HttpStatusCode.OK, $"{role}: {path}");
            foreach (var link in crawler.LinksOfPage().Where(link => Shape(link) is var shape && seen.Add(shape)))
            {
                waiting.Enqueue(link);
            }
        }

        seen.Count.ShouldBeGreaterThan(role == "support" ? 15 : 20);
        seen.ShouldContain("/admin/orders/*");
        seen.Contains("/admin/settings").ShouldBe(role is "owner" or "admin");
    }

    /// <summary>One of each kind of page is enough.</summary>
    private static string Shape(string link) => Ids().Replace(link.StartsWith("/admin/models/show", StringComparison.Ordinal) ? "/admin/models/show" : link, "*");

    private async Task Delivered()
    {
        await _anna.OrdersPicture();
        await _anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Orders(GenerationStatus.Delivered, _anna) == 1);
    }

    private static async Task<Customer> Arrives(Customer who)
    {
        await who.Say("/start");
        await who.Receives("reply_markup");
        return who;
    }

    private static string OrderIn(string page) => OrderLinks().Match(page).Groups["id"].Value;

    [GeneratedRegex("href=\"/admin/orders/(?<id>[0-9a-f]{32})\"")]
    private static partial Regex OrderLinks();

    [GeneratedRegex("<code>(?<cid>[0-9a-f]{10})</code>")]
    private static partial Regex References();

    [GeneratedRegex("href=\"(?<path>/admin/payments/[0-9a-f]{32})\"")]
    private static partial Regex PaymentLinks();

    [GeneratedRegex("<option value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Options();

    [GeneratedRegex("<svg")]
    private static partial Regex Svg();

    [GeneratedRegex("<tr data-at=")]
    private static partial Regex Buckets();

    [GeneratedRegex("</span><b>(?<people>\\d+)</b>")]
    private static partial Regex FunnelSteps();

    [GeneratedRegex("[0-9a-f]{32}|\\d{4,}")]
    private static partial Regex Ids();
}
