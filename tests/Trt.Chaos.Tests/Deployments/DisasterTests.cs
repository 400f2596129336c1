using System.Diagnostics;
using Npgsql;
using Trt.Api;
using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Deployments;

/// <summary>The database is gone. A copy, an empty server and the two verbs of the handbook bring the shop back, with the orders under way.</summary>
[Category("Process")]
public sealed class DisasterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("trt-disaster-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_shop_comes_back_from_its_copy_and_finishes_the_orders_under_way()
    {
        await using var neighbours = await Neighbours.Open();
        await neighbours.Levers.Post("settings", new { webhook_retry_scale = 0.01 });
        await neighbours.Levers.Post("kie", new { duration_ms = 100, rate_limit = false });
        var port = ShopProgram.FreePort();
        var door = new Uri($"http://127.0.0.1:{port}");
        var anna = new Customer(neighbours.Levers, 1, "Анна", "ru");
        string copy;
        await using (var lost = await DatabaseTemplate.Empty.Create())
        {
            await using var source = NpgsqlDataSource.Create($"{lost.ConnectionString};Pooling=false");
            await using var shop = Open(neighbours, door, lost);
            await Eventually.Holds("the shop is open", shop.IsReady, Patience);
            await anna.Arrives();
            await anna.OrdersPicture(async () => await new Books(source).Orders(anna) > 0);
            await Eventually.Holds("the first is delivered", async () => await new Books(source).Orders(GenerationStatus.Delivered) == 1, Patience);
            // The provider takes its time with the second one: it ends when the test says so.
            await neighbours.Levers.Post("kie", new { duration_ms = 3_600_000, rate_limit = false });
            await anna.Arrives();
            await anna.OrdersPicture(async () => await new Books(source).Orders(anna) > 1);
            await Eventually.Holds("the second one runs", async () => await new Books(source).Orders(GenerationStatus.Running) == 1, Patience);

            var (made, said, problem) = await Trt(lost.ConnectionString, "backup", "--to", _folder);
            made.ShouldBe(0, problem);
            copy = said.Split(':')[0];
            problem.ShouldBeEmpty("progress is for a terminal");
            shop.Kill();
        }

        await using var empty = await DatabaseTemplate.Empty.Create();
        await using var books = NpgsqlDataSource.Create($"{empty.ConnectionString};Pooling=false");
        var (restored, words, why) = await Trt(empty.ConnectionString, "restore", copy, "--verify");
        restored.ShouldBe(0, why);
        words.ShouldContain("Proven: schema, rows and money.");
        (await Trt(empty.ConnectionString, "check", "money")).Code.ShouldBe(0);
        (await new Books(books).Reserved(anna)).ShouldBe(Purchases.PictureKopecks);

        await using (var again = Open(neighbours, door, empty))
        {
            await Eventually.Holds("the shop is open again", again.IsReady, Patience);
            neighbours.Clock.Advance(TimeSpan.FromHours(1));
            await Eventually.Holds("the order under way is delivered", async () => await new Books(books).Orders(GenerationStatus.Delivered) == 2, Patience);
            (await anna.Results()).ShouldBe(2);
            (await new Books(books).Available(anna)).ShouldBe(Purchases.WelcomeKopecks - (2 * Purchases.PictureKopecks));
            (await neighbours.Tasks()).Count.ShouldBe(2, "nothing is ordered twice");
        }

        (await MoneyProof.Differences(empty.ConnectionString)).ShouldBeEmpty();
    }

    [Test]
    public async Task A_verb_says_what_is_wrong_and_what_to_do()
    {
        await using var empty = await DatabaseTemplate.Empty.Create();
        var letter = Path.Combine(_folder, "letter.txt");
        await File.WriteAllTextAsync(letter, "Dear customer");

        var (code, _, foreign) = await Trt(empty.ConnectionString, "restore", letter);
        (code, foreign.Contains("is no backup of TRT", StringComparison.Ordinal)).ShouldBe((1, true), foreign);
        (code, _, var nowhere) = await Trt(empty.ConnectionString, "backup");
        (code, nowhere.Contains("--to", StringComparison.Ordinal)).ShouldBe((2, true), nowhere);
        (code, _, var away) = await Trt("Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2", "restore", letter);
        (code, away.Contains("is no backup of TRT", StringComparison.Ordinal)).ShouldBe((1, true), away);
        (code, _, var nobody) = await Trt(empty.ConnectionString, "healthy");
        (code, nobody.Contains("Nobody answers on port 1", StringComparison.Ordinal)).ShouldBe((1, true), nobody);
        new[] { foreign, nowhere, away, nobody }.ShouldAllBe(text => !text.Contains("Exception", StringComparison.Ordinal));
    }

    private static ShopProgram Open(Neighbours neighbours, Uri door, TestDatabase database)
    {
        var settings = neighbours.Settings(door, database.ConnectionString);
        // However long the programs of this test take to start.
        settings["IMAGE_DEADLINE_SECONDS"] = "3600";
        return ShopProgram.Start([typeof(TrtApp).Assembly.Location], door.Port, settings);
    }

    private static async Task<(int Code, string Output, string Errors)> Trt(string connectionString, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TrtApp).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        (start.Environment["DATABASE_URL"], start.Environment["PORT"]) = (connectionString, "1");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
