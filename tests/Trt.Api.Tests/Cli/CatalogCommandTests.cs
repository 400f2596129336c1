using System.CommandLine;
using Trt.Api.Cli;
using Trt.Infrastructure.Catalog;

namespace Trt.Api.Tests.Cli;

public sealed class CatalogCommandTests
{
    [TestCase("validate", "cards are sound.")]
    [TestCase("list", "nano-banana-pro")]
    [TestCase("list --json", "\"fromKopecks\": 1414")]
    [TestCase("show nano-banana-pro", "resolution=4K: 24 credits = 18.86 ₽")]
    [TestCase("price nano-banana-pro resolution=4K", "18.86 ₽ = 24 credits × 1 Generation (resolution=4K)")]
    [TestCase("audit", "BLOCKED_NO_PRICE")]
    public void A_question_about_the_cards_is_answered(string question, string answer)
    {
        var (exitCode, output, errors) = Ask(question);

        output.ShouldContain(answer);
        errors.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [TestCase("show nothing", "There is no model \"nothing\"; catalog list shows them all.")]
    [TestCase("price nano-banana-pro resolution=8K", "resolution: NotAChoice 1K, 2K, 4K")]
    [TestCase("sync --check nowhere.json", "nowhere.json")]
    [TestCase("sync --check --model nothing", "Neither a card nor a contract is called \"nothing\".")]
    [TestCase("validate --folder nowhere", "the folder cannot be read")]
    public void What_cannot_be_answered_is_said_with_exit_code_1(string question, string complaint)
    {
        var (exitCode, _, errors) = Ask(question);

        errors.ShouldContain(complaint);
        exitCode.ShouldBe(1);
    }

    [Test]
    public void Every_error_of_a_broken_folder_is_listed()
    {
        var folder = Directory.CreateTempSubdirectory("trt-cards-");
        try
        {
            foreach (var name in new[] { "one", "two" })
            {
                File.WriteAllText(Path.Combine(folder.CreateSubdirectory("maker").FullName, $"{name}.json"), "{");
            }

            var (exitCode, _, errors) = Ask($"validate --folder {folder.FullName}");

            errors.ShouldContain("maker/one.json(1)");
            errors.ShouldContain("maker/two.json(1)");
            exitCode.ShouldBe(1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void A_card_that_differs_from_its_contract_is_reported_and_not_touched()
    {
        var contract = Path.GetTempFileName();
        var card = Path.Combine(CatalogLoader.DefaultFolder, "google", "nano-banana-pro.json");
        var before = File.ReadAllText(card);
        try
        {
            File.WriteAllText(contract, """
                { "model": "nano-banana-pro", "gives": "image", "status": "sold", "asks": [{ "name": "prompt", "type": "text", "required": true, "max": 20000 }],
                  "price": { "unit": "generation", "lines": [{ "credits": 20 }] } }
                """);

            var (exitCode, output, _) = Ask($"sync --check {contract} --model nano-banana-pro");

            output.ShouldContain("| 1 | 0 |");
            output.ShouldContain("- image_input: images, not nothing");
            output.ShouldContain("- price line default: nothing, not 20");
            exitCode.ShouldBe(1);
            File.ReadAllText(card).ShouldBe(before);
        }
        finally
        {
            File.Delete(contract);
        }
    }

    [Test]
    public void The_delivered_contracts_are_what_a_plain_check_compares_with()
    {
        var (exitCode, output, errors) = Ask("sync --check --model nano-banana-pro");

        output.ShouldContain("| 1 | 1 | 0 | 0 | 0 |");
        errors.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    private static (int ExitCode, string Output, string Errors) Ask(string question)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = CatalogCommand.Create().Parse(question.Split(' '))
            .Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (exitCode, output.ToString(), errors.ToString());
    }
}
