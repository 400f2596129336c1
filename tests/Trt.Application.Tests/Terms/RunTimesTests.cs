using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Terms;

/// <summary>What is said of waiting follows from the shop's own latest orders.</summary>
public sealed class RunTimesTests : ShopTest
{
    private const string Model = "nano-banana-pro";

    private static readonly RunTime OfPictures = RunTime.Of(OutputKind.Image);

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(1000);

    [TearDown]
    public Task Forget() => Shop.Execute("DELETE FROM generations WHERE user_id = 1");

    [Test]
    public async Task Until_there_is_experience_it_is_what_is_said_of_its_kind()
    {
        await Orders("resolution=1K", 4, seconds: 300);
        await Refresh();

        (await Card()).Takes.ShouldBe(OfPictures);
        (await Shop.PaidDraft(_user)).Takes.ShouldBe(OfPictures);
    }

    [Test]
    public async Task The_price_card_tells_of_the_chosen_setting_and_the_card_of_the_model()
    {
        var (small, large) = (await Sku("1K"), await Sku("4K"));
        small.ShouldNotBe(large);
        await Orders(small, 9, seconds: 20);
        await Orders(small, 1, seconds: 90);
        await Orders(large, 10, seconds: 100);
        await Refresh();

        var chosen = (await Shop.PaidDraft(_user, "4K")).Takes!;
        chosen.ShouldBe(new RunTime(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(100)));
        var other = (await Shop.PaidDraft(_user, "1K")).Takes!;
        other.Half.ShouldBe(TimeSpan.FromSeconds(20));
        other.Most.ShouldBeInRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(90));
        (await Card()).Takes.Most.ShouldBe(TimeSpan.FromSeconds(100));
    }

    [Test]
    public async Task The_progress_is_measured_by_the_same()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        await Orders(await Sku("1K"), 10, seconds: 70);
        await Refresh();
        var id = await Shop.Order(_user);

        (await Shop.Send(new ShowGeneration(_user, id)))!.Takes.ShouldBe(new RunTime(TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(70)));
    }

    [Test]
    public async Task What_failed_and_what_is_long_ago_says_nothing()
    {
        var sku = await Sku("1K");
        await Orders(sku, 10, seconds: 500, status: "Failed");
        await Orders(sku, 10, seconds: 500, daysAgo: 5);
        await Refresh();

        (await Card()).Takes.ShouldBe(OfPictures);
    }

    private async Task<string> Sku(string resolution) => (await Shop.PaidDraft(_user, resolution)).Quote.Sku;

    private async Task<ModelView.Card> Card() => (await Shop.Send(new ShowModel(_user, new ModelId(Model)))).ShouldBeOfType<ModelView.Card>();

    private async Task Refresh()
    {
        await using var scope = Shop.Scope();
        await scope.ServiceProvider.GetRequiredService<RunTimes>().Refresh(
            scope.ServiceProvider.GetRequiredService<IOrderHistory>(), Shop.Clock.GetUtcNow(), CancellationToken.None);
    }

    private Task Orders(string sku, int count, int seconds, string status = "Delivered", int daysAgo = 0) => Shop.Execute(
        $"""
        INSERT INTO generations (id, user_id, model, sku, inputs, price, status, cid, attempt, result, is_late, is_undeliverable, created_at, submitted_at, finished_at)
        SELECT gen_random_uuid(), 1, '{Model}', '{sku}', '[]', 100, '{status}', 'test', 1, '[]', false, false, at, at, at + interval '{seconds} seconds'
        FROM (SELECT '{Shop.Clock.GetUtcNow().AddDays(-daysAgo).AddHours(-1):O}'::timestamptz AS at FROM generate_series(1, {count})) orders
        """);
}
