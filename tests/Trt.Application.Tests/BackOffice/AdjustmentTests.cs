using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Admins;
using Trt.Application.Later;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>Admins move customers' money: once, within their limit, never below nothing, and never unseen.</summary>
public sealed class AdjustmentTests : ShopTest
{
    private UserId _customer;

    protected override Task<TestShop> OpenShop() => BackOffice.Open();

    [SetUp]
    public async Task Come()
    {
        _customer = await Shop.NewCustomer(rubles: 50);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task What_is_signed_is_booked_written_down_and_told_to_the_customer()
    {
        var adjustment = await Shop.Write(BackOffice.Owner, _customer, 150);
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(50));

        var booked = (await Shop.Sign(BackOffice.Owner, adjustment)).ShouldBeOfType<AdjustmentView.Booked>();
        (booked.Before, booked.After).ShouldBe((Money.Rubles(50), Money.Rubles(200)));
        var entry = (await Shop.Balance(_customer)).Latest[0];
        (entry.Kind, entry.AvailableDelta, entry.Actor, entry.Reason).ShouldBe((EntryKind.Adjust, 15_000, "operator:700", "complaint 17"));
        var audit = await Shop.Ask(db => db.Audit.SingleAsync(found => found.Actor == "operator:700"));
        (audit.Action, audit.Subject, audit.Before, audit.After, audit.Reason)
            .ShouldBe(("balance.adjusted", $"user:{_customer}", "50.00 ₽", "200.00 ₽", "complaint 17"));

        await Shop.RunDue(Lane.Chat);
        var notice = Shop.Mail.Adjustments.ShouldHaveSingleItem();
        (notice.Customer, notice.Kopecks, notice.Reason, notice.Balance).ShouldBe((_customer, 15_000, "complaint 17", Money.Rubles(200)));
    }

    [Test]
    public async Task A_silent_one_is_not_told()
    {
        await Shop.Sign(BackOffice.Owner, await Shop.Write(BackOffice.Owner, _customer, 10), isSilent: true);
        await Shop.RunDue(Lane.Chat);
        Shop.Mail.Adjustments.ShouldBeEmpty();
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(60));
    }

    [Test]
    public async Task Sixty_four_presses_of_one_button_book_once()
    {
        var adjustment = await Shop.Write(BackOffice.Owner, _customer, 10);
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Shop.Sign(BackOffice.Owner, adjustment)));
        results.OfType<AdjustmentView.Booked>().Count().ShouldBe(1);
        results.OfType<AdjustmentView.BookedBefore>().Count().ShouldBe(63);
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(60));
    }

    [Test]
    public async Task Sixty_four_parallel_presses_of_a_limited_admin_stay_exactly_within_the_limit()
    {
        var admin = await Shop.NewAdmin(rublesPerDay: 100);
        var customers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Shop.NewCustomer()));
        var adjustments = new List<Adjustment>();
        for (var index = 0; index < 64; index++)
        {
            adjustments.Add(await Shop.Write(admin, customers[index % 8], 7));
        }

        var results = await Task.WhenAll(adjustments.Select(adjustment => Shop.Sign(admin, adjustment)));
        results.OfType<AdjustmentView.Booked>().Count().ShouldBe(14);
        results.OfType<AdjustmentView.OverLimit>().Count().ShouldBe(50);
        var balances = await Task.WhenAll(customers.Select(Shop.Balance));
        balances.Sum(balance => balance.Available.Kopecks).ShouldBe(14 * 700);
        (await Shop.Send(new ShowRights(admin))).Spending!.Left.ShouldBe(Money.Rubles(2));
    }

    [Test]
    public async Task Over_the_limit_is_refused_with_what_is_left_and_the_next_day_begins_anew()
    {
        var admin = await Shop.NewAdmin(rublesPerDay: 100);
        await Shop.Sign(admin, await Shop.Write(admin, _customer, 60));
        var over = (await Shop.Given(new WriteAdjustment(admin, _customer, 4001, "more"))).ShouldBeOfType<AdjustmentView.OverLimit>();
        (over.Limit, over.Left).ShouldBe((Money.Rubles(100), Money.Rubles(40)));
        await Shop.Sign(admin, await Shop.Write(admin, _customer, 40));

        // Going and coming back gives no second limit, but the next day does.
        await Shop.Given(new DismissAdmin(BackOffice.ByOwner, admin));
        await Shop.Given(new AppointAdmin(BackOffice.ByOwner, admin, Money.Rubles(100)));
        (await Shop.Given(new WriteAdjustment(admin, _customer, 1, "one more"))).ShouldBeOfType<AdjustmentView.OverLimit>();
        Shop.Clock.Advance(TimeSpan.FromDays(1));
        await Shop.Sign(admin, await Shop.Write(admin, _customer, 100));
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(250));
    }

    [Test]
    public async Task Taking_money_back_needs_no_limit_and_gives_none_back()
    {
        var admin = await Shop.NewAdmin(rublesPerDay: 10);
        await Shop.Sign(admin, await Shop.Write(admin, _customer, 10));
        (await Shop.Sign(admin, await Shop.Write(admin, _customer, -60))).ShouldBeOfType<AdjustmentView.Booked>();
        (await Shop.Given(new WriteAdjustment(admin, _customer, 1, "again"))).ShouldBeOfType<AdjustmentView.OverLimit>();
    }

    [Test]
    public async Task Nobody_is_taken_below_nothing_and_the_admin_reads_how_much_there_is()
    {
        (await Shop.Given(new WriteAdjustment(BackOffice.Owner, _customer, -5001, "too much")))
            .ShouldBeOfType<AdjustmentView.NotEnough>().Available.ShouldBe(Money.Rubles(50));

        // Between writing and signing the customer has spent it.
        var adjustment = await Shop.Write(BackOffice.Owner, _customer, -50);
        await Shop.Order(_customer);
        (await Shop.Sign(BackOffice.Owner, adjustment)).ShouldBeOfType<AdjustmentView.NotEnough>().Available.ShouldBe(Money.Rubles(35.86m));
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(35.86m));
    }

    /// <summary>S30: a zero too many meets a second question, and pressing the first one twice is no answer to it.</summary>
    [Test]
    public async Task A_large_amount_is_asked_twice()
    {
        var adjustment = await Shop.Write(BackOffice.Owner, _customer, 15_000);
        (await Shop.Sign(BackOffice.Owner, adjustment, isSecond: true)).ShouldBeOfType<AdjustmentView.Gone>();
        (await Shop.Sign(BackOffice.Owner, adjustment)).ShouldBeOfType<AdjustmentView.ToSign>().IsSecond.ShouldBeTrue();
        (await Shop.Sign(BackOffice.Owner, adjustment)).ShouldBeOfType<AdjustmentView.ToSign>().IsSecond.ShouldBeTrue();
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(50));

        (await Shop.Sign(BackOffice.Owner, adjustment, isSecond: true)).ShouldBeOfType<AdjustmentView.Booked>();
        (await Shop.Sign(BackOffice.Owner, adjustment, isSecond: true)).ShouldBeOfType<AdjustmentView.BookedBefore>();
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(15_050));
    }

    [Test]
    public async Task The_silence_chosen_at_the_first_question_holds_at_the_second()
    {
        var adjustment = await Shop.Write(BackOffice.Owner, _customer, 15_000);
        await Shop.Sign(BackOffice.Owner, adjustment, isSilent: true);
        await Shop.Sign(BackOffice.Owner, adjustment, isSecond: true, isSilent: false);
        await Shop.RunDue(Lane.Chat);
        Shop.Mail.Adjustments.ShouldBeEmpty();
    }

    [Test]
    public async Task The_second_question_begins_above_the_configured_amount()
    {
        await using var shop = await BackOffice.Open(new AdminTerms { AskTwiceAbove = Money.Rubles(5) });
        var customer = await shop.NewCustomer();
        (await shop.Sign(BackOffice.Owner, await shop.Write(BackOffice.Owner, customer, 5))).ShouldBeOfType<AdjustmentView.Booked>();
        (await shop.Sign(BackOffice.Owner, await shop.Write(BackOffice.Owner, customer, 5.01m))).ShouldBeOfType<AdjustmentView.ToSign>();
    }

    /// <summary>S29: a button with another admin's request id moves nothing, and the try is written down.</summary>
    [Test]
    public async Task What_another_admin_wrote_cannot_be_signed_nor_dropped()
    {
        var thief = await Shop.NewAdmin(rublesPerDay: 1000);
        var adjustment = await Shop.Write(BackOffice.Owner, _customer, 10);
        (await Shop.Sign(thief, adjustment)).ShouldBeOfType<AdjustmentView.Gone>();
        (await Shop.Given(new DropAdjustment(thief, adjustment.Id))).ShouldBeNull();
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(50));
        (await Shop.Ask(db => db.Audit.CountAsync(entry => entry.Action == "admin.refused" && entry.Actor == $"operator:{thief}"))).ShouldBe(1);
        (await Shop.Sign(BackOffice.Owner, adjustment)).ShouldBeOfType<AdjustmentView.Booked>();
    }

    [Test]
    public async Task An_old_screen_and_a_dropped_request_move_nothing()
    {
        var dropped = await Shop.Write(BackOffice.Owner, _customer, 10);
        (await Shop.Given(new DropAdjustment(BackOffice.Owner, dropped.Id))).ShouldBe(_customer);
        (await Shop.Sign(BackOffice.Owner, dropped)).ShouldBeOfType<AdjustmentView.Gone>();

        var old = await Shop.Write(BackOffice.Owner, _customer, 10);
        Shop.Clock.Advance(Adjustment.Lifetime);
        (await Shop.Sign(BackOffice.Owner, old)).ShouldBeOfType<AdjustmentView.Gone>();
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(50));
    }

    [Test]
    public async Task An_admin_dismissed_after_writing_signs_nothing()
    {
        var admin = await Shop.NewAdmin();
        var adjustment = await Shop.Write(admin, _customer, 10);
        await Shop.Given(new DismissAdmin(BackOffice.ByOwner, admin));
        (await Shop.Send(new SignAdjustment(admin, adjustment.Id, false, false, new Cid("test")))).ShouldBe(Application.BackOffice.Guarded<AdjustmentView>.No);
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(50));
    }

    [TestCase(0)]
    [TestCase(100_000_001)]
    [TestCase(-100_000_001)]
    [TestCase(long.MaxValue)]
    [TestCase(long.MinValue + 1)]
    public async Task The_chat_and_the_console_refuse_the_same_amounts(long kopecks)
    {
        await Should.ThrowAsync<FluentValidation.ValidationException>(() => Shop.Send(new WriteAdjustment(BackOffice.Owner, _customer, kopecks, "typo")));
        await Should.ThrowAsync<FluentValidation.ValidationException>(() => Shop.Send(new AddMoney(_customer, kopecks, "typo", "root", "typo")));
    }

    [Test]
    public async Task Money_for_a_mistyped_number_is_refused_everywhere()
    {
        var nobody = new UserId(8_000_000_000);
        (await Shop.Given(new WriteAdjustment(BackOffice.Owner, nobody, 100, "typo"))).ShouldBeOfType<AdjustmentView.UnknownCustomer>();
        (await Shop.Send(new AddMoney(nobody, 100, "typo", "root", "typo"))).ShouldBeOfType<AddMoneyResult.UnknownCustomer>();
    }

    [Test]
    public async Task The_console_books_once_per_reference_tells_the_customer_and_writes_it_down()
    {
        var request = new AddMoney(_customer, 1414, "complaint-17", "root", "complaint 17", IsSilent: false);
        (await Shop.Send(request)).ShouldBeOfType<AddMoneyResult.Booked>();
        (await Shop.Send(request)).ShouldBeOfType<AddMoneyResult.AlreadyBooked>();
        await Shop.RunDue(Lane.Chat);
        Shop.Mail.Adjustments.ShouldHaveSingleItem().Kopecks.ShouldBe(1414);
        (await Shop.Ask(db => db.Audit.SingleAsync(entry => entry.Actor == "operator:root"))).After.ShouldBe("64.14 ₽");
    }
}
