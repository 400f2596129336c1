using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Trt.Application.Ports;
using Trt.Domain.Catalog.Prose;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Kie;

namespace Trt.Sandbox.Tests.Kie;

/// <summary>The provider's list of models with its traps, and the shop's own way of reading it.</summary>
internal sealed class CatalogueTests : KieTests
{
    [Test]
    public async Task All_calls_together_have_one_a_second_and_too_fast_is_told_in_a_200()
    {
        (await Models())["total"]!.GetValue<int>().ShouldBeGreaterThan(150);
        var refused = await Kie.Get("/kie/api/v1/models/z-image/price");
        refused["code"]!.GetValue<int>().ShouldBe(429);
        Kie.Clock.Advance(TimeSpan.FromSeconds(1.1));
        (await Kie.Get("/kie/api/v1/models/z-image/price"))["data"]!["pricingDesc"]!.GetValue<string>().ShouldContain("0.8");
    }

    [TestCase("nothing/of-the-kind/price")]
    [TestCase("z-image/colour")]
    public async Task What_it_does_not_know_is_a_404_without_data(string path)
    {
        var answer = await Kie.Get($"/kie/api/v1/models/{path}");
        (answer["code"]!.GetValue<int>(), answer["data"]).ShouldBe((404, null));
    }

    [Test]
    public async Task A_contract_is_a_document_with_names_that_hold_escapes_and_changes_with_the_dial()
    {
        await Put("""{"model": "z-image", "inputs": {"seed": {"type": "integer", "required": true}}}""");
        var document = (await Kie.Get("/kie/api/v1/models/z-image/schema"))["data"]!["openapi"]!.AsObject();
        var post = document["paths"]!["/api/v1/jobs/createTask"]!["post"]!;
        post["responses"]!["200"]!["$ref"]!.GetValue<string>().ShouldBe("#/components/responses/response%20not%20with%20recordId");
        document["components"]!["responses"]!.AsObject().ShouldContainKey("response%20not%20with%20recordId");
        post["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!["input"]!["required"]!.ToJsonString().ShouldContain("seed");
        (await Kie.Create("z-image", """{"prompt":"a lighthouse"}"""))["code"]!.GetValue<int>().ShouldBe(422, "the contract is kept at the door too");
    }

    [Test]
    public async Task Quiet_hours_have_no_success_rate()
    {
        await Put("""{"model": "z-image", "success_rate": 0.2}""");
        var points = (await Kie.Get("/kie/api/v1/models/z-image/success-rate"))["data"]!["points"]!.AsArray();
        points.Count.ShouldBe(144);
        points.Count(point => point!["successRate"] is null).ShouldBeGreaterThan(0);
        points.Last()!["successRate"]!.GetValue<decimal>().ShouldBe(0.2m);
    }

    [Test]
    public async Task A_changed_price_is_shown_and_charged()
    {
        await Put("""{"model": "z-image", "factor": 1.5}""");
        (await Kie.Get("/kie/api/v1/models/z-image/price"))["data"]!["pricingDesc"]!.GetValue<string>().ShouldContain("1.2");
        var record = await Kie.Record(await Kie.CreateTask("z-image", """{"prompt":"a lighthouse"}"""));
        record["creditsConsumed"]!.GetValue<decimal>().ShouldBe(1.2m);
    }

    [Test]
    public async Task A_model_that_is_gone_is_neither_listed_nor_made()
    {
        await Put("""{"model": "z-image", "gone": true}""");
        (await Models())["models"]!.AsArray().ShouldNotContain(model => model!["model"]!.GetValue<string>() == "z-image");
        (await Kie.Create("z-image", """{"prompt":"a lighthouse"}"""))["code"]!.GetValue<int>().ShouldBe(422);
    }

    [TestCase("""{"model": "no-such-model"}""")]
    [TestCase("""{"model": "z-image", "colour": 1}""")]
    public async Task A_change_that_means_nothing_is_refused(string change)
    {
        using var response = await Kie.Client.PostAsync("/control/kie/catalogue", new StringContent(change, Encoding.UTF8, "application/json"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task The_public_price_page_has_pages_texts_for_numbers_and_slips()
    {
        var page = (await Kie.Post("/kie/client/v1/model-pricing/page", """{"pageNum": 1, "pageSize": 500}"""))["data"]!;
        var rows = page["records"]!.AsArray();
        (rows.Count, page["pages"]!.GetValue<int>()).ShouldBe((100, (page["total"]!.GetValue<int>() + 99) / 100));
        rows.ShouldContain(row => row!["creditUnit"]!.GetValue<string>() == "per vedio" || row["creditUnit"]!.GetValue<string>() == "");
        rows.ShouldContain(row => row!["usdPrice"]!.GetValue<string>().Contains(','));
        (await Kie.Get("/kie/client/v1/model-pricing/page"))["code"]!.GetValue<int>().ShouldBe(404);
    }

    [Test]
    public async Task The_shop_reads_the_whole_list_and_understands_most_prices()
    {
        var cards = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;
        var listed = (await ReadByTheShop()).ShouldBeOfType<ProviderList.Complete>().Models;
        var (ours, understood, wrong) = (0, 0, new List<string>());
        foreach (var card in cards.Cards.Where(card => card.IsOffered))
        {
            if (listed.FirstOrDefault(model => model.Model == card.SendAs)?.PriceText is not { } text)
            {
                continue;
            }

            ours++;
            if (PriceProse.Read(text, ProseWords.Of(card, listed.First(model => model.Model == card.SendAs).Title)) is ProseReading.Understood read
                && SkuMatch.Of(card, read.Tiers) is SkuPricing.Priced priced)
            {
                understood++;
                wrong.AddRange(priced.Lines.Where(line => card.Prices.Skus.Single(sku => sku.Key == line.Sku) is var sku && sku.Credits != line.Credits)
                    .Select(line => $"{card.Id} {line.Sku} {line.Credits}: {text}"));
            }
        }

        wrong.ShouldBeEmpty();
        understood.ShouldBeGreaterThan(ours * 3 / 4, $"{understood} of {ours}");
    }

    [TestCase("""{"keep": 20}""")]
    [TestCase("""{"total": 9}""")]
    public async Task A_list_that_is_cut_short_is_no_list(string fault)
    {
        using var response = await Kie.Client.PostAsync("/control/kie/catalogue/list", new StringContent(fault, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        (await ReadByTheShop()).ShouldBeOfType<ProviderList.Unreadable>().Detail.ShouldContain("models");
    }

    [Test]
    public async Task Too_fast_and_away_are_tried_later()
    {
        await Models();
        (await ReadByTheShop("test-key")).ShouldBeOfType<ProviderList.TryLater>();
        await Kie.Dial("""{"catalogue": {"html": 502}}""");
        (await ReadByTheShop()).ShouldBeOfType<ProviderList.TryLater>();
    }

    [Test]
    public async Task The_shop_reads_the_public_page_and_what_it_understands_is_what_the_cards_say()
    {
        var cards = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;
        var rows = (await ReadFeed()).ShouldBeOfType<FeedAnswer.Complete>().Rows;
        rows.Count.ShouldBeGreaterThan(200);
        var byModel = rows.ToLookup(row => row.Model);
        var (compared, wrong) = (0, new List<string>());
        foreach (var card in cards.Cards.Where(card => card is { IsOffered: true, SendAs: not null } && byModel.Contains(card.SendAs)))
        {
            if (RowMatch.Of(card, null, [.. byModel[card.SendAs]]) is SkuPricing.Priced priced)
            {
                compared++;
                wrong.AddRange(priced.Lines.Where(line => card.Prices.Skus.Single(sku => sku.Key == line.Sku).Credits != line.Credits)
                    .Select(line => $"{card.Id} {line.Sku} {line.Credits}"));
            }
        }

        wrong.ShouldBeEmpty();
        compared.ShouldBeGreaterThan(30);
    }

    [TestCase("""{"total": 9}""")]
    [TestCase("""{"total": 90000}""")]
    [TestCase("""{"is_away": true}""")]
    public async Task A_public_page_that_is_cut_or_gone_is_none(string fault)
    {
        using var response = await Kie.Client.PostAsync("/control/kie/catalogue/feed", new StringContent(fault, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        (await ReadFeed()).ShouldBeOfType<FeedAnswer.Unreadable>();
    }

    private async Task<FeedAnswer> ReadFeed()
    {
        var services = new ServiceCollection().AddLogging(logging => logging.Services.AddSingleton(NullLoggerFactory.Instance));
        services.AddSingleton<TimeProvider>(new HastyTime());
        services.AddKie(new KieOptions { ApiKey = "shop-key", ApiBase = new Uri(Kie.Client.BaseAddress!, "/kie") });
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IPriceFeed>().Read(CancellationToken.None);
    }

    /// <summary>Nobody waits between two leaves; a time limit is none of that.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == TimeSpan.FromSeconds(1.1) ? TimeSpan.Zero : dueTime, period);
    }

    private async Task<JsonObject> Models() => (await Kie.Get("/kie/api/v1/models"))["data"]!.AsObject();

    private async Task Put(string change)
    {
        using var response = await Kie.Client.PostAsync("/control/kie/catalogue", new StringContent(change, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
    }

    private async Task<ProviderList> ReadByTheShop(string key = "shop-key")
    {
        var services = new ServiceCollection().AddLogging(logging => logging.Services.AddSingleton(NullLoggerFactory.Instance));
        services.AddKie(new KieOptions { ApiKey = key, ApiBase = new Uri(Kie.Client.BaseAddress!, "/kie") });
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IProviderCatalog>().List(CancellationToken.None);
    }
}
