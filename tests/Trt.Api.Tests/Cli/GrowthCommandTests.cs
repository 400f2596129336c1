using Trt.Api.Cli;
using Trt.Application.Growth;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Cli;

public sealed class GrowthCommandTests
{
    [Test]
    public async Task A_code_is_issued_shown_withdrawn_and_reported_from_the_console()
    {
        await using var shop = await RunningShop.Open();
        (await Trt(shop, "promo create summer --amount 99.50 --uses 3 --expires 2030-01-31 --operator boss")).ShouldBe(
            (0, "Issued: SUMMER: 99.50 ₽; 3 uses, 1 per customer, until 2030-01-31 21:00:00Z"));
        (await Trt(shop, "promo create SUMMER --free 5 --uses 3")).ExitCode.ShouldBe(1);
        (await Trt(shop, "promo show Summer")).Output.ShouldEndWith("used 0 times by 0 customer(s); can be used");
        (await Trt(shop, "promo disable summer --reason mistake")).ShouldBe((0, "summer is withdrawn."));
        (await Trt(shop, "promo list")).Output.ShouldContain("withdrawn; used 0 times by 0 customer(s); cannot be used any more");
        (await Trt(shop, "growth report")).Output.ShouldContain("Promo code SUMMER: used 0 of 3 times");
        (await shop.Books.ActsOn("promo:SUMMER")).ShouldBe(2);
    }

    [TestCase("promo create CODE --uses 3")]
    [TestCase("promo create CODE --uses 3 --amount 5 --free 5")]
    [TestCase("promo create CODE --uses 3 --amount -5")]
    [TestCase("promo create CODE --uses 3 --amount 0.001")]
    [TestCase("promo create CODE --uses 3 --percent 20")]
    [TestCase("promo create CODE --uses 3 --free 5 --expires tomorrow")]
    [TestCase("promo create CODE --free 5")]
    public async Task What_contradicts_itself_is_wrong_usage(string words) => (await TrtCommands.Run(words.Split(' '))).ShouldBe(2);

    [Test]
    public async Task No_cell_of_the_table_is_a_formula()
    {
        var report = new GrowthReport(
            [new SourceFigures("=cmd|' /C calc'!A0", 1, 0, Money.Rubles(-5)), new SourceFigures("a,\"b\"", 2, 1, Money.Rubles(10))],
            new InvitationFigures(0, 0, 0, 0, Money.Zero), [], new GiftFigures(0, Money.Zero));

        using var file = new MemoryStream();
        await GrowthCommand.WriteTable(report, file, CancellationToken.None);

        System.Text.Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').ShouldBe(
            "source,customers,payers,revenue_rub\r\n'=cmd|' /C calc'!A0,1,0,-5.00\r\n\"a,\"\"b\"\"\",2,1,10.00\r\n");
    }

    private static async Task<(int ExitCode, string Output)> Trt(RunningShop shop, string words)
    {
        var (exitCode, output, errors) = await new Shell(shop).Run(words.Split(' '));
        return (exitCode, (output + errors).Trim());
    }
}
