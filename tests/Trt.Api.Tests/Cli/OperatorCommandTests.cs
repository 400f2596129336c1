using System.Globalization;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Cli;

/// <summary>The operator's commands beside the running shop.</summary>
public sealed class OperatorCommandTests
{
    private const string Owner = "770500";

    private RunningShop _shop = null!;
    private Shell _operator = null!;
    private Customer _anna = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.Running;
        _operator = new Shell(_shop, ("ADMIN_IDS", Owner));
        _anna = _shop.NewCustomer("Анна =1+1");
        await _anna.Say("/start");
        await _anna.Reads("добро пожаловать");
    }

    [Test]
    public async Task A_customer_is_found_credited_told_blocked_and_unblocked_from_the_console()
    {
        (await Trt("users", "find", $"{_anna.Id}")).ShouldBe(0, "Анна =1+1");
        (await Program("users", "find", "nobody is called like this")).ShouldBe(1, "Nobody was found.");

        string[] credit = ["money", "add", $"{_anna.Id}", "99,50", "--reason", "complaint 17", "--reference", $"complaint:{_anna.Id}", "--operator", "root"];
        (await Trt(credit)).ShouldBe(0, "now has 399.50 ₽");
        (await Trt(credit)).ShouldBe(0, "was booked before");
        await _anna.Reads("На баланс зачислено 99,50 ₽");
        (await Trt("money", "add", $"{_anna.Id}", "1000000.01", "--reason", "typo")).ShouldBe(2, "at most 1 000 000");
        (await Trt("money", "add", "999999999999", "5", "--reason", "typo")).ShouldBe(1, "has ever written to the bot");

        (await Trt("users", "block", $"{_anna.Id}", "--reason", "fraud", "--operator", "root")).ShouldBe(0, "Blocked.");
        (await Trt("users", "show", $"{_anna.Id}")).ShouldBe(0, "BLOCKED since", "fraud", "399.50 ₽ available");
        (await Trt("users", "unblock", $"{_anna.Id}")).ShouldBe(0, "Unblocked.");
        (await Trt("users", "show", "5")).ShouldBe(1, "Nobody has this id.");
        (await Trt("audit", "--subject", $"user:{_anna.Id}")).ShouldBe(0, "operator:root user.blocked", "300.00 ₽ -> 399.50 ₽ (complaint 17)");
    }

    [Test]
    public async Task Admins_are_appointed_limited_listed_and_removed()
    {
        (await Trt("admins", "add", $"{_anna.Id}")).ShouldBe(0, "may credit 100.00 ₽ a day");
        (await Trt("admins", "limit", $"{_anna.Id}", "250")).ShouldBe(0, "may credit 250.00 ₽ a day (before: 100.00 ₽)");
        (await Trt("admins", "limit", $"{_anna.Id}", "many")).ShouldBe(2, "from 0 to 1000000");
        (await Trt("admins", "add", Owner)).ShouldBe(1, "This is an owner");
        (await Trt("admins", "add", "999999999999")).ShouldBe(1, "never written to the bot");
        (await Trt("users", "block", $"{_anna.Id}", "--reason", "mutiny")).ShouldBe(1, "dismiss them first");
        (await Trt("admins", "list")).ShouldBe(0, $"{Owner}       owner", $"{_anna.Id}");
        (await Trt("admins", "remove", $"{_anna.Id}")).ShouldBe(0, "No admin any more.");
        (await Trt("admins", "remove", $"{_anna.Id}")).ShouldBe(1, "This is no admin");
    }

    [Test]
    public async Task A_table_goes_into_a_file_and_never_over_another()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            (await Trt("export", "users", "--out", file)).ShouldBe(0, "rows in");
            var csv = await File.ReadAllBytesAsync(file);
            csv[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
            System.Text.Encoding.UTF8.GetString(csv).ShouldContain($"\r\n{_anna.Id},Анна =1+1,");
            (await Trt("export", "users", "--out", file)).ShouldBe(1, "cannot be written");
        }
        finally
        {
            File.Delete(file);
        }

        (await Program("export", "ledger", "--from", "2026-11-01")).ShouldBe(0, "at,user_id,kind,");
        (await Program("export", "ledger", "--from", "yesterday")).ShouldBe(2, "A day is written as yyyy-MM-dd");
        (await Trt("export", "ledger", "--from", "2026-11-02", "--to", "2026-11-01")).ShouldBe(1, "must not end before it begins");
        (await Trt("export", "wallets")).ExitCode.ShouldBe(2);
    }

    [Test]
    public async Task The_providers_prices_are_read_said_and_forgotten_from_the_console()
    {
        var keyless = new Shell(_shop, ("KIE_API_KEY", ""));
        (await keyless.Run("catalog", "sync", "--live")).ExitCode.ShouldBe(1);
        var provider = new Shell(_shop, ("KIE_API_KEY", "a-key"), ("KIE_API_BASE", new Uri(_shop.Sandbox.Address, "kie").AbsoluteUri));
        (await provider.Does("catalog", "sync", "--live", "--dry-run")).ShouldContain("models listed");
        (await Trt("catalog", "sync")).ShouldBe(1, "--check and --live");

        string[] why = ["--reason", "their invoice", "--operator", "ann"];
        (await Trt(["catalog", "prices", "set", "wan/2-5-text-to-video", "duration=5|resolution=720p", "61", .. why])).ShouldBe(0, "= 61 credits");
        (await Trt("catalog", "prices")).ShouldBe(0, "duration=5|resolution=720p = 61 credits (card 60; hand, operator:ann");
        (await Trt(["catalog", "prices", "forget", "wan/2-5-text-to-video", .. why])).ShouldBe(0, "the card counts");
        (await Trt(["catalog", "prices", "set", "wan/2-5-text-to-video", "resolution=8K", "61", .. why])).ShouldBe(1, "it has:");
        (await Trt(["catalog", "prices", "accept", "no/such-model", .. why])).ShouldBe(1, "There is no model");
    }

    private async Task<Said> Trt(params string[] arguments) => new(await _operator.Run(arguments));

    private async Task<Said> Program(params string[] arguments) => new(await _operator.RunProgram(arguments));

    private sealed record Said(int ExitCode, string Text)
    {
        public Said((int ExitCode, string Output, string Errors) said)
            : this(said.ExitCode, said.Output + said.Errors)
        {
        }

        public void ShouldBe(int exitCode, params string[] words)
        {
            ExitCode.ShouldBe(exitCode, Text);
            foreach (var word in words)
            {
                Text.ShouldContain(word, Case.Sensitive, string.Create(CultureInfo.InvariantCulture, $"exit code {ExitCode}"));
            }
        }
    }
}
