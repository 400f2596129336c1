using System.Net;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Dashboard;

/// <summary>The way into the dashboard, and everything that is no way in.</summary>
[Parallelizable]
public sealed class EntranceStories
{
    private static readonly long[] OwnerIds = [.. Enumerable.Range(775_001, 12).Select(id => (long)id)];

    private static int _stories;

    private RunningShop _shop = null!;
    private Customer _owner = null!;
    private Visitor _visitor = null!;

    [OneTimeSetUp]
    public async Task OpenShop() => _shop = await RunningShop.Open(("ADMIN_IDS", string.Join(',', OwnerIds)), ("WELCOME_BALANCE_RUB", "100"));

    [OneTimeTearDown]
    public async Task CloseShop() => await _shop.DisposeAsync();

    [SetUp]
    public async Task Arrive()
    {
        _owner = await Arrives(OwnerIds[_stories++], "Хозяин");
        _visitor = new Visitor(_shop);
    }

    [TearDown]
    public void Leave() => _visitor.Dispose();

    [Test]
    public async Task A_link_from_the_chat_opens_once_and_a_preview_uses_it_not_up()
    {
        var link = await Visitor.LinkOf(_owner);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            (await _visitor.See(new Uri(link).PathAndQuery)).Status.ShouldBe(HttpStatusCode.OK);
            _visitor.Words.ShouldContain("Войти");
        }

        using var answer = await Post(link);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("path=/admin");
        await _visitor.Press(link, []);
        _visitor.Status.ShouldBe(HttpStatusCode.Gone);
        _visitor.Words.ShouldContain("Ссылкой уже вошли");
    }

    [Test]
    public async Task Two_who_use_a_link_at_once_open_one_session()
    {
        var link = await Visitor.LinkOf(_owner);
        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var answer = await Post(link);
            return answer.StatusCode;
        }));
        ends.Count(end => end == HttpStatusCode.SeeOther).ShouldBe(1);
        ends.Count(end => end == HttpStatusCode.Gone).ShouldBe(7);
    }

    [Test]
    public async Task A_link_that_was_made_up_taken_back_or_left_lying_opens_nothing()
    {
        await _visitor.Press($"/admin/enter/{new string('A', 48)}", []);
        _visitor.Status.ShouldBe(HttpStatusCode.Gone);
        var taken = await Visitor.LinkOf(_owner);
        await _owner.Press("Выйти везде");
        await _owner.Sees("Завершено: 1 сеанс");
        await _visitor.Press(taken, []);
        _visitor.Status.ShouldBe(HttpStatusCode.Gone);

        await using var shop = await RunningShop.Open(("ADMIN_IDS", "77"));
        var owner = await Arrives(77, "Босс", shop);
        var old = await Visitor.LinkOf(owner);
        await shop.Post("clock", new { advance_ms = 11 * 60 * 1000 });
        using var late = new Visitor(shop);
        await late.Press(old, []);
        late.Status.ShouldBe(HttpStatusCode.Gone);
        late.Words.ShouldContain("больше десяти минут");
        await late.Press(await Visitor.LinkOf(owner), []);
        late.Status.ShouldBe(HttpStatusCode.OK);
        await shop.Post("clock", new { advance_ms = 13 * 60 * 60 * 1000 });
        (await late.See("/admin")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Whoever_has_not_come_in_learns_how_and_nothing_else()
    {
        foreach (var path in new[] { "/admin", "/admin/orders", "/admin/nonsense", "/admin/customers/1" })
        {
            (await _visitor.See(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
            _visitor.Words.ShouldContain("/dashboard");
            _visitor.Text.ShouldNotContain("/admin/orders");
        }

        var anna = await Arrives(888_001, "Анна");
        await anna.Say("/dashboard");
        await anna.Sees("Такой команды нет");
    }

    [Test]
    public async Task A_form_of_another_page_another_session_or_without_a_key_changes_nothing()
    {
        await _visitor.Enter(_owner);
        await _visitor.See("/admin/settings/rate");
        var page = _visitor.Text;
        using var other = new Visitor(_shop);
        await other.Enter(_owner);
        await other.See("/admin/settings/rate");
        var foreign = KeyOf(other.Text);

        foreach (var (said, headers) in new ((string, string)[], (string, string)[])[]
        {
            ([("value", "200"), ("sure", "1")], []),
            ([("value", "200"), ("sure", "1"), ("key", "")], []),
            ([("value", "200"), ("sure", "1"), ("key", foreign)], []),
            ([("value", "200"), ("sure", "1"), ("key", KeyOf(page))], [("Sec-Fetch-Site", "cross-site")]),
        })
        {
            await _visitor.Press("/admin/settings/rate", said, headers);
            _visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await _shop.Books.Acts("setting.changed", $"operator:{_owner.Id}")).ShouldBe(0);
        await _visitor.See("/admin/settings/rate");
        await _visitor.Send("/admin/settings/rate", ("value", "97"), ("sure", "1"));
        _visitor.Words.ShouldContain("стало 97");
        (await _shop.Books.Acts("setting.changed", $"operator:{_owner.Id}")).ShouldBe(1);
        await _visitor.Send("/admin/settings/rate/reset");
    }

    [Test]
    public async Task A_right_that_is_taken_is_gone_with_the_next_press_and_a_removed_operator_is_outside()
    {
        var sam = await Arrives(888_100, "Сэм");
        using var his = new Visitor(_shop);
        await Appoint(sam, "admin");
        await his.Enter(sam);
        (await his.See("/admin/settings")).Status.ShouldBe(HttpStatusCode.OK);
        var page = (await his.See("/admin/settings/rate")).Text;

        await Appoint(sam, "support");
        await his.Press("/admin/settings/rate", [("key", KeyOf(page)), ("value", "300"), ("sure", "1")]);
        his.Status.ShouldBe(HttpStatusCode.Forbidden);
        his.Words.ShouldContain("роль изменилась");
        (await _shop.Books.Acts("setting.changed", $"operator:{sam.Id}")).ShouldBe(0);
        (await his.See("/admin")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        await his.Enter(sam);
        (await his.See("/admin/settings")).Status.ShouldBe(HttpStatusCode.Forbidden);
        his.Words.ShouldContain("поддержка");
        await _owner.Say("/start");
        await _owner.Click((await _owner.FromBot())[^1].Id, $"admin_dismiss:{sam.Id}:1");
        await Eventually.Holds("they are dismissed", async () => await _shop.Books.Roles(sam, "support") == 0);
        (await his.See("/admin/orders")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await his.See("/admin/orders")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Sessions_are_listed_and_ended_ones_own_by_everybody_all_by_an_owner()
    {
        var sam = await Arrives(888_200, "Сэм");
        await Appoint(sam, "support");
        using var his = new Visitor(_shop);
        await his.Enter(sam);
        await his.See("/admin/sessions");
        his.Words.ShouldContain("этот браузер");
        his.Words.ShouldNotContain("Хозяин");

        await _visitor.Enter(_owner);
        await _visitor.See("/admin/sessions");
        _visitor.Words.ShouldContain("Сэм");
        var key = KeyOf(_visitor.Text);
        await his.Press("/admin/sessions/end", [("key", KeyOf(his.Text)), ("of", Visitor.Said(_owner.Id))]);
        (await _visitor.See("/admin")).Status.ShouldBe(HttpStatusCode.OK);
        await _visitor.Press("/admin/sessions/end", [("key", key), ("of", Visitor.Said(sam.Id))]);
        (await his.See("/admin")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await _visitor.See("/admin/sessions");
        await _visitor.Send("/admin/leave");
        _visitor.Words.ShouldContain("Вы вышли");
        (await _visitor.See("/admin")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Nothing_of_a_page_may_come_from_or_be_shown_elsewhere()
    {
        await _visitor.Enter(_owner);
        await _visitor.See("/admin");
        string.Join("; ", _visitor.Answer.Headers.GetValues("Content-Security-Policy")).ShouldStartWith("default-src 'self';");
        _visitor.Text.ShouldNotContain("style=\"");
        _visitor.Text.ShouldNotContain("blazor", Case.Insensitive);
        _visitor.Text.ShouldNotContain("http://");
        foreach (var name in new[] { "board.css", "board.js", "board.svg" })
        {
            using var first = await _shop.Http.GetAsync($"/admin/{name}");
            first.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/admin/{name}");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var again = await _shop.Http.SendAsync(request);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }

        (await _shop.Http.GetByteArrayAsync("/admin/board.js")).Length.ShouldBeLessThan(2048);
    }

    /// <summary>Strangers are served from memory and stand in a queue of their own.</summary>
    [Test]
    public async Task Ten_thousand_strangers_at_once_neither_reach_the_database_nor_keep_an_operator_out()
    {
        await using var shop = await RunningShop.OpenByWire(settings: ("ADMIN_IDS", "77"));
        var owner = await Arrives(77, "Босс", shop);
        using var visitor = new Visitor(shop);
        await visitor.Enter(owner);
        var link = $"/admin/enter/{new string('B', 48)}";
        using var strangers = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 500 }) { BaseAddress = shop.Http.BaseAddress };
        strangers.DefaultRequestHeaders.Add("Cookie", $"trt_dashboard={new string('C', 48)}");
        var storm = Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 500 }, async (number, token) =>
        {
            using var answer = number % 3 == 0
                ? await strangers.PostAsync(link, null, token)
                : await strangers.GetAsync(number % 3 == 1 ? "/admin/orders" : link, token);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Gone, HttpStatusCode.ServiceUnavailable);
        });
        while (!storm.IsCompleted)
        {
            // On a machine that has nothing left, the shop may take its database for silent for a moment: whoever asks again is let in.
            await Eventually.Holds("the operator is let in", async () =>
                (await visitor.See("/admin/sessions")).Status == HttpStatusCode.OK);
        }

        await storm;
    }

    private static async Task<HttpResponseMessage> Post(string link)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        return await http.PostAsync(link, null);
    }

    private async Task Appoint(Customer who, string role)
    {
        await _owner.Say("/start");
        await _owner.Click((await _owner.FromBot())[^1].Id, $"admin_role:{who.Id}:{role}:1");
        await Eventually.Holds($"{who.Id} is {role}", async () => await _shop.Books.Roles(who, role) == 1);
    }

    private Task<Customer> Arrives(long id, string name) => Arrives(id, name, _shop);

    private static async Task<Customer> Arrives(long id, string name, RunningShop shop)
    {
        var customer = new Customer(shop, id, name, "ru");
        await customer.Say("/start");
        await customer.Reads("добро пожаловать");
        return customer;
    }

    private static string KeyOf(string page)
    {
        const string Before = "name=\"key\" value=\"";
        var at = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return page[at..page.IndexOf('"', at)];
    }
}
