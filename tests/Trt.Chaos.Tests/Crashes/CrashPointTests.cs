using Trt.Domain.Generations;
using Trt.Domain.Payments;
using Trt.Testing;
using Trt.Testing.Shop;

[assembly: LevelOfParallelism(2)]

namespace Trt.Chaos.Tests.Crashes;

/// <summary>
/// A real shop is killed at a named point of an order or a payment and opened again; nobody waits in vain and no kopeck is missing.
/// The points are listed in docs/reliability.md.
/// </summary>
[Category("Process")]
[Parallelizable(ParallelScope.Children)]
public sealed class CrashPointTests
{
    /// <summary>Time passes when nobody has anything to do, so the start has come to its end before its callback comes.</summary>
    private static readonly object Provider = new { duration_ms = 90_000, rate_limit = false };

    [TestCase("C01:4", TestName = "C01 before an update is read")]
    [TestCase("C02:1", TestName = "C02 an update is saved and not answered")]
    [TestCase("C03:3", TestName = "C03 an update is answered")]
    [TestCase("C04", TestName = "C04 the order is written and not committed")]
    [TestCase("C05", TestName = "C05 the order is committed and not answered")]
    [TestCase("C06", TestName = "C06 the start is leased")]
    [TestCase("C10", TestName = "C10 before a callback is read")]
    [TestCase("C11", TestName = "C11 a callback is saved and not answered")]
    [TestCase("C12", TestName = "C12 the money is taken and not committed")]
    [TestCase("C13", TestName = "C13 the money is taken")]
    [TestCase("C14:2", TestName = "C14 the sending is noted and not begun")]
    [TestCase("C15", TestName = "C15 before the result is sent")]
    [TestCase("C18", TestName = "C18 the result is marked delivered")]
    [TestCase("C22", TestName = "C22 the record is read and not heeded")]
    [Property("Case", 47)]
    public async Task An_order_outlives_the_shop(string crash)
    {
        await using var street = await Street.Open(crash, Provider);
        await IsDelivered(street, resultsMax: 1);
    }

    /// <summary>Three orders of one press: all of them or none are there, and they come together.</summary>
    [TestCase("C04", 1, TestName = "C04 of a duel that is written and not committed")]
    [TestCase("C05", 1, TestName = "C05 of a duel that is committed and not answered")]
    [TestCase("C09:2", 1, TestName = "C09 of a duel whose second task is noted")]
    [TestCase("C15", 1, TestName = "C15 of a duel before its album is sent")]
    [TestCase("C17", 2, TestName = "C17 of a duel whose album is answered and not noted")]
    public async Task A_duel_outlives_the_shop(string crash, int albumsMax)
    {
        await using var street = await Street.Open(crash, Provider);
        var anna = await street.Arrives();
        await anna.OrdersDuel(async () => await street.Books.Orders(anna) > 0);
        (await street.Dies()).ShouldBe(ShopProgram.Killed, street.Output);
        await street.TimePassesUntil("all are delivered", async () => await street.Books.Orders(GenerationStatus.Delivered) == 3);
        (await street.Books.Orders(anna)).ShouldBe(3);
        await street.TimePassesUntil("who won is asked", async () => (await anna.FromBot()).Any(message => message.Text.Contains("Чей результат лучше?", StringComparison.Ordinal)));
        (await anna.Results()).ShouldBeOneOf([.. Enumerable.Range(1, albumsMax).Select(albums => albums * 3)]);
        await Agrees(street, tasksMax: 3);
    }

    [TestCase("C08", TestName = "C08 the provider has answered and nobody has noted it")]
    [TestCase("C09", TestName = "C09 the task is noted")]
    [Property("Case", 45)]
    public async Task What_was_started_is_found_again_by_its_callback(string crash)
    {
        await using var street = await Street.Open(crash, Provider);
        await IsDelivered(street, resultsMax: 1);
    }

    /// <summary>The one window in which a copy is possible: Telegram knows no key against it.</summary>
    [TestCase("C16", TestName = "C16 the result is sent and not answered")]
    [TestCase("C17", TestName = "C17 the answer to the result is read and not noted")]
    public async Task A_result_on_its_way_comes_at_most_once_more(string crash)
    {
        await using var street = await Street.Open(crash, Provider);
        await IsDelivered(street, resultsMax: 2);
    }

    /// <summary>Whether the provider has taken the order that was cut off is its own matter; both are well.</summary>
    [Test]
    public async Task C07_a_start_without_an_answer_ends_with_the_result_or_with_the_money_back()
    {
        await using var street = await Street.Open("C07", Provider);
        var anna = await Orders(street);
        if (await street.TasksAtTheProvider() == 1)
        {
            await Ended(street, anna, GenerationStatus.Delivered);
            (await anna.Results()).ShouldBe(1);
        }
        else
        {
            await IsGivenBack(street, anna);
        }

        await Agrees(street, tasksMax: 1);
    }

    [TestCase("C06b", TestName = "C06b the attempt is noted and nothing is sent")]
    public async Task An_attempt_that_never_left_is_told_early_and_given_back(string crash)
    {
        await using var street = await Street.Open(crash, Provider);
        await IsGivenBack(street, await Orders(street));
        await Agrees(street, tasksMax: 0);
    }

    [TestCase("C23", TestName = "C23 the deadline gives the money back and is not committed")]
    public async Task An_order_that_ends_at_its_deadline_ends_once(string crash)
    {
        await using var street = await Street.Open(crash, new { create = new { drop_before = true, times = 1 }, rate_limit = false });
        await IsGivenBack(street, await Orders(street));
        await Agrees(street, tasksMax: 0);
    }

    [TestCase("C20", TestName = "C20 the payment is written and not committed")]
    [TestCase("C21", TestName = "C21 the payment is committed and not answered")]
    public async Task Money_that_came_in_is_credited_once(string crash)
    {
        await using var street = await Street.Open(crash, Provider);
        var anna = await street.Arrives();
        await anna.PaysIn();
        (await street.DiesSoon()).ShouldBe(ShopProgram.Killed, street.Output);
        await IsTold(street, anna, "Баланс пополнен на 100 ₽");
        (await street.Books.Available(anna)).ShouldBe(Purchases.WelcomeKopecks + 10_000);
        (await street.Books.Payments(PaymentStatus.Credited)).ShouldBe(1);
        (await street.Books.DepositsThatDisagree()).ShouldBe(0);
        await Agrees(street, tasksMax: 0);
    }

    /// <summary>The press was not answered, so it comes again: in time or when the order has left, and never both.</summary>
    [Test]
    public async Task C27_an_order_whose_end_was_not_committed_is_taken_back_or_delivered()
    {
        await using var street = await Street.Open("C27", Provider, graceSeconds: 60);
        var anna = await TakesBack(street);
        await street.TimePassesUntil("the order has ended", async () =>
            await street.Books.Orders(GenerationStatus.Cancelled) + await street.Books.Orders(GenerationStatus.Delivered) == 1);
        var isTakenBack = await street.Books.Orders(GenerationStatus.Cancelled) == 1;
        (await street.Books.Available(anna)).ShouldBe(Purchases.WelcomeKopecks - (isTakenBack ? 0 : Purchases.PictureKopecks));
        (await anna.Results()).ShouldBe(isTakenBack ? 0 : 1);
        await Agrees(street, tasksMax: isTakenBack ? 0 : 1);
    }

    /// <summary>The word is a row of its own.</summary>
    [Test]
    public async Task C28_an_order_that_was_taken_back_before_anybody_was_told_is_told_of()
    {
        await using var street = await Street.Open("C28", Provider, graceSeconds: 60);
        var anna = await TakesBack(street);
        await Ended(street, anna, GenerationStatus.Cancelled);
        await street.TimePassesUntil("it is told", async () =>
            (await anna.FromBot()).Any(message => message.Text.Contains("отменено", StringComparison.Ordinal)));
        (await street.Books.Available(anna)).ShouldBe(Purchases.WelcomeKopecks);
        await Agrees(street, tasksMax: 0);
    }

    [Test]
    [Property("Case", 89)]
    public async Task C26_a_migration_that_was_killed_is_made_by_the_next_shop()
    {
        await using var street = await Street.Open("C26", Provider, DatabaseTemplate.Empty);
        (await street.DiesSoon()).ShouldBe(ShopProgram.Killed, street.Output);
        var anna = await street.Arrives();
        (await street.Books.Available(anna)).ShouldBe(Purchases.WelcomeKopecks);
    }

    private static async Task<Customer> TakesBack(Street street)
    {
        var anna = await street.Arrives();
        await anna.OrdersPicture(async () => await street.Books.Orders(anna) > 0);
        await anna.Press("Отменить");
        (await street.DiesSoon()).ShouldBe(ShopProgram.Killed, street.Output);
        return anna;
    }

    private static async Task<Customer> Orders(Street street)
    {
        var anna = await street.Arrives();
        await anna.OrdersPicture(async () => await street.Books.Orders(anna) > 0);
        (await street.Dies()).ShouldBe(ShopProgram.Killed, street.Output);
        await Eventually.Holds("what the dead shop held has moved", async () => await street.Abandoned() == 0);
        return anna;
    }

    private static async Task IsDelivered(Street street, int resultsMax)
    {
        var anna = await Orders(street);
        await Ended(street, anna, GenerationStatus.Delivered);
        (await street.Books.Available(anna)).ShouldBe(Purchases.WelcomeKopecks - Purchases.PictureKopecks);
        (await anna.Results()).ShouldBeInRange(1, resultsMax);
        await Agrees(street, tasksMax: 1);
    }

    private static async Task IsGivenBack(Street street, Customer anna)
    {
        await IsTold(street, anna, "результат ещё может прийти");
        await Ended(street, anna, GenerationStatus.Expired);
        await IsTold(street, anna, "снова на балансе");
        (await street.Books.Available(anna)).ShouldBe(Purchases.WelcomeKopecks);
        (await anna.Results()).ShouldBe(0);
    }

    private static async Task Ended(Street street, Customer who, GenerationStatus end)
    {
        try
        {
            await street.TimePassesUntil($"the order is {end}", async () => await street.Books.Orders(end) == 1);
            (await street.Books.Orders(who)).ShouldBe(1);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}; it stands: {await street.Books.Standing(who)}; {street.Output}", late);
        }
    }

    /// <summary>The clock that goes ahead may cut off a word on its way; it is said again in its time.</summary>
    private static Task IsTold(Street street, Customer who, string word) => street.TimePassesUntil($"«{word}» in the chat", async () =>
        (await who.FromBot()).Any(message => message.Text.Contains(word, StringComparison.Ordinal)));

    private static async Task Agrees(Street street, int tasksMax)
    {
        (await street.TasksAtTheProvider()).ShouldBeLessThanOrEqualTo(tasksMax);
        (await street.Books.ReservedInAll()).ShouldBe(0);
        (await street.Books.PutAside()).ShouldBe(0);
        (await MoneyProof.Differences(street.ConnectionString)).ShouldBeEmpty();
    }
}
