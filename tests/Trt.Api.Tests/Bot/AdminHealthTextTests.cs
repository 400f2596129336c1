using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Contracts;
using Trt.Application.BackOffice.Health;
using Trt.Application.Contracts;
using Trt.Application.Health;
using Trt.Application.Mapping;
using Trt.Domain.Health;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Bot;

/// <summary>What is read on a phone, in a hurry: the trouble first, whole, and what happens next without anybody.</summary>
public sealed class AdminHealthTextTests
{
    private static readonly ModelTitles Titles = new(new FixedCatalog(LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current));

    private static readonly DateTimeOffset Noon = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    private static readonly HealthLine Well = new(
        new ModelId("z-image"), HealthState.Well, OffSale: null, IsSold: true, Since: null, Why: null, Hand: null, Who: null,
        Probe: null, ProbedAt: null, ProbeAt: null, Hour: null, Day: null, ProviderPercent: null, Lines: [], Hours: []);

    private static readonly HealthLine Slow = Well with { State = HealthState.Slow, Since = Noon, Why = "it takes 90 s, usually 20 s" };

    private static readonly HealthLine Paused = Well with
    {
        State = HealthState.Paused,
        IsSold = false,
        Since = Noon,
        ProbeAt = Noon.AddMinutes(10),
        Why = "5 of 6 orders failed within the hour; the last: <error> (501)",
        Hour = new OrdersOfHour(1, 5, 3, TimeSpan.FromSeconds(20), "<error> (501)"),
        Day = null,
    };

    [Test]
    public void When_all_are_well_one_line_says_so()
    {
        var screen = AdminHealthScreens.List(Language.Russian, Titles, Sheet(0, 0, 175, Well));
        screen.Text.Value.ShouldBe("<b>Здоровье моделей</b>\n\n✅ Все в порядке: 175.");
        screen.Keyboard.Rows[0][0].Text.ShouldBe("🟢 Z-Image");
        AdminHealthScreens.List(Language.English, Titles, Sheet(0, 0, 175, Well)).Text.Value.ShouldBe("<b>Health of models</b>\n\n✅ All well: 175.");
    }

    [Test]
    public void Those_in_trouble_are_told_with_since_when_why_and_what_comes_next()
    {
        AdminHealthScreens.List(Language.Russian, Titles, Sheet(1, 1, 173, Paused, Slow, Well)).Text.Value.ShouldBe(
            """
            <b>Здоровье моделей</b>

            🔴 не продаются: 1 · 🟡 медленно: 1 · 🟢 в порядке: 173

            🔴 <b>Z-Image</b>
            приостановлена с 29.11.2026 12:00
            Подробности: <i>5 of 6 orders failed within the hour; the last: &lt;error&gt; (501)</i>
            Вернётся сама: следующая проверка 29.11.2026 12:10 (МСК).

            🟡 <b>Z-Image</b>
            работает медленно с 29.11.2026 12:00
            Подробности: <i>it takes 90 s, usually 20 s</i>
            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void A_paused_model_tells_what_customers_are_offered()
    {
        var card = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current.Find(new ModelId("nano-banana-pro"))!;
        AdminHealthScreens.Model(Language.English, Titles, new HealthCase(Paused, [card])).Text.Value.ShouldBe(
            """
            🔴 <b>Z-Image</b>
            paused since 29.11.2026 12:00
            Details: <i>5 of 6 orders failed within the hour; the last: &lt;error&gt; (501)</i>

            Last hour: 1 good, 5 failed, usually 20 s

            It comes back by itself: looked at next 29.11.2026 12:10 (Moscow time).

            Customers are offered: Nano Banana Pro
            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void A_model_that_is_off_sale_for_another_reason_is_not_called_well()
    {
        var screen = AdminHealthScreens.Model(Language.Russian, Titles, new HealthCase(Well with { OffSale = "the provider has changed it: mood" }, []));
        screen.Text.Value.ShouldStartWith("⚪️ <b>Z-Image</b>\nне продаётся по другой причине\nПодробности: <i>the provider has changed it: mood</i>");
    }

    [Test]
    public void What_a_person_has_said_comes_back_by_a_person_only()
    {
        var screen = AdminHealthScreens.Model(Language.Russian, Titles, new HealthCase(Well with { IsSold = false, Hand = HandWord.Pause, Who = "operator:77" }, []));
        screen.Text.Value.ShouldContain("снята с продажи, оператор 77");
        screen.Text.Value.ShouldContain("Вернётся только по вашему решению.");
        screen.Keyboard.Rows.SelectMany(row => row).Select(button => button.Text).ShouldNotContain("⏸ Снять с продажи");
    }

    [Test]
    public void A_long_page_of_trouble_fits_into_a_message()
    {
        var worst = Paused with { Model = new ModelId(new string('m', 41)), Why = new string('x', ModelHealth.ReasonLengthMax) };
        AdminHealthScreens.List(Language.Russian, Titles, Sheet(8, 0, 0, [.. Enumerable.Repeat(worst, WatchHealth.PageSize)])).Text.Value.Length.ShouldBeLessThan(4_096);
        var report = new ContractView(
            Well.Model, "x", [.. Enumerable.Repeat(new string('a', 400), 40)], [.. Enumerable.Repeat(new string('b', 400), 40)], null, Noon, "0a1b2c");
        var told = AdminContractScreens.Model(Language.Russian, Titles, Well.Model, report).Text.Value;
        told.Length.ShouldBeLessThan(4_096);
        told.ShouldContain("… и ещё 30");
    }

    [Test]
    public void Nothing_changed_is_said_with_how_many_were_looked_at() =>
        AdminContractScreens.List(Language.English, Titles, new ContractSheet(new Page<ContractView>([], 1, false), 175)).Text.Value
            .ShouldBe("<b>Changes at the supplier</b>\n\n✅ No changes. Models looked at: 175.");

    private static HealthSheet Sheet(int stopped, int slow, int well, params HealthLine[] lines) =>
        new(new Page<HealthLine>(lines, 1, HasMore: false), stopped, slow, well);
}
