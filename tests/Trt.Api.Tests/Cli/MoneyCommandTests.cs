using Trt.Api.Cli;

namespace Trt.Api.Tests.Cli;

public sealed class MoneyCommandTests
{
    /// <summary>Refused before the database is looked for.</summary>
    [TestCase("1e308")]
    [TestCase("1E3")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("1.005")]
    [TestCase("0x10")]
    [TestCase("1_000")]
    [TestCase("1,000.50")]
    [TestCase("١٢٣")]
    [TestCase("１２")]
    [TestCase("9223372036854775808")]
    [TestCase("79228162514264337593543950336")]
    public async Task An_amount_that_is_none_is_refused(string rubles) =>
        (await TrtCommands.Run(["money", "add", "42", rubles, "--reason", "test"])).ShouldBe(2);
}
