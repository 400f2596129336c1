using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>One person's walk through everything, and what came of it.</summary>
internal sealed class CrawlRun(RunningShop shop, bool isCustomer)
{
    private static readonly ModelCatalog Catalog = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    /// <param name="pressesMin">A walk that has become shorter has missed something.</param>
    /// <param name="about">Whom an operator asks for.</param>
    public async Task Crawl(Customer person, string code, IReadOnlyList<string> commands, int pressesMin, int shapesMin, long about = 0)
    {
        var language = code == "ru" ? Language.Russian : Language.English;
        var reader = new Reader(language, Catalog, isCustomer);
        var crawler = new Crawler(shop, person, Catalog, reader, new Answers(language, about)) { IsThorough = isCustomer };
        await crawler.Crawl(commands);
        var found = reader.Complaints.Concat(crawler.Lost).ToList();
        await TestContext.Out.WriteLineAsync($"{crawler.Presses} presses, {crawler.Shapes} kinds of screen");
        found.ShouldBeEmpty($"{found.Count}:\n{string.Join("\n", found)}\n");
        (await shop.Books.PutAside()).ShouldBe(0, "nothing breaks behind the screens either");
        crawler.Presses.ShouldBeGreaterThanOrEqualTo(pressesMin);
        crawler.Shapes.ShouldBeGreaterThanOrEqualTo(shapesMin);
    }
}
