using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Admins;
using Trt.Application.Payments.Transfers;
using Trt.Application.Terms;
using Trt.Application.Tests.Payments;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>Who may decide about a transfer: the gate says, and an admin's approvals count into their limit of the day.</summary>
public sealed class ReviewRightsTests : ShopTest
{
    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions
    {
        CallbackSecret = [1, 2, 3],
        Owners = [BackOffice.Owner],
        PaymentMethods = [PaymentMethod.Stars, PaymentMethod.Transfer],
        Transfer = new TransferDetails { Phone = "+7 900 123-45-67" },
    });

    [Test]
    public async Task An_admin_approves_within_the_limit_and_is_then_told_who_can()
    {
        var admin = await Shop.NewAdmin(rublesPerDay: 250);
        var (first, second) = (await Shown(150), await Shown(150));
        (await Approve(admin, first)).ShouldBeOfType<ReviewOutcome.Decided>();
        var over = (await Approve(admin, second)).ShouldBeOfType<ReviewOutcome.OverLimit>();
        (over.Limit, over.Left).ShouldBe((Money.Rubles(250), Money.Rubles(100)));
        (await Shop.Payment(second.Id)).Status.ShouldBe(PaymentStatus.InReview);

        // What has come may be less than what was asked for.
        (await Approve(admin, second, rubles: 100)).ShouldBeOfType<ReviewOutcome.Decided>();
        (await Shop.Balance(second.UserId)).Available.ShouldBe(Money.Rubles(100));
        (await Shop.Given(new ListAdmins(BackOffice.ByOwner))).Admins.ShouldHaveSingleItem().SpentToday.ShouldBe(Money.Rubles(250));
    }

    [Test]
    public async Task Approvals_and_corrections_share_one_limit()
    {
        var admin = await Shop.NewAdmin(rublesPerDay: 200);
        var customer = await Shop.NewCustomer();
        await Shop.Sign(admin, await Shop.Write(admin, customer, 100));
        (await Approve(admin, await Shown(150))).ShouldBeOfType<ReviewOutcome.OverLimit>().Left.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task Parallel_presses_of_a_limited_admin_stay_exactly_within_the_limit()
    {
        var admin = await Shop.NewAdmin(rublesPerDay: 500);
        var payments = new List<Payment>();
        for (var index = 0; index < 12; index++)
        {
            payments.Add(await Shown(70));
        }

        // Each is pressed twice: the second press neither credits nor counts again.
        var outcomes = await Task.WhenAll(payments.Concat(payments).Select(payment => Approve(admin, payment)));
        outcomes.OfType<ReviewOutcome.Decided>().Count().ShouldBe(7);
        (await Shop.Send(new ShowRights(admin))).Spending!.Left.ShouldBe(Money.Rubles(10));
        var balances = await Task.WhenAll(payments.Select(payment => Shop.Balance(payment.UserId)));
        balances.Sum(balance => balance.Available.Kopecks).ShouldBe(7 * 7000);
    }

    [Test]
    public async Task What_is_decided_already_costs_no_limit_and_a_rejection_costs_none_either()
    {
        var admin = await Shop.NewAdmin(rublesPerDay: 100);
        var payment = await Shown(100);
        (await Approve(BackOffice.Owner, payment)).ShouldBeOfType<ReviewOutcome.Decided>();
        (await Approve(admin, payment)).ShouldBeOfType<ReviewOutcome.DecidedBefore>();
        (await Shop.Given(new RejectTransfer(admin, (await Shown(100)).Id, "not received", new Cid("test")))).ShouldBeOfType<ReviewOutcome.Decided>();
        (await Shop.Send(new ShowRights(admin))).Spending!.Left.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task Owners_are_asked_and_the_admins_whose_limit_is_large_enough()
    {
        var able = await Shop.NewAdmin(rublesPerDay: 150);
        await Shop.NewAdmin(rublesPerDay: 149);
        var gone = await Shop.NewAdmin(rublesPerDay: 1000);
        await Shop.Given(new DismissAdmin(BackOffice.ByOwner, gone));
        var payment = await Shown(150);
        await Shop.Pass(TimeSpan.FromSeconds(2));
        Shop.PaymentChat.Cases.Select(told => told.Reviewer).ShouldBe([BackOffice.Owner, able], ignoreOrder: true);
        (await Approve(gone, payment, rubles: null, mayBe: false)).ShouldBeNull();
    }

    private async Task<ReviewOutcome?> Approve(UserId reviewer, Payment payment, int? rubles, bool mayBe = true)
    {
        var answer = await Shop.Send(new ApproveTransfer(reviewer, payment.Id, rubles is { } amount ? Money.Rubles(amount) : null, new Cid("test")));
        (answer is Guarded<ReviewOutcome>.Given).ShouldBe(mayBe);
        return (answer as Guarded<ReviewOutcome>.Given)?.Value;
    }

    private Task<ReviewOutcome?> Approve(UserId reviewer, Payment payment) => Approve(reviewer, payment, rubles: null);

    /// <summary>Asked for, and a screenshot sent.</summary>
    private async Task<Payment> Shown(int rubles)
    {
        var payment = await Shop.Asks(await Shop.NewCustomer(), rubles, PaymentMethod.Transfer);
        var item = new MediaItem { FileId = $"file-{payment.Id}", FileUniqueId = $"unique-{payment.Id}", Kind = MediaKind.Image, MimeType = "image/jpeg" };
        (await Shop.Send(new ShowTransfer(payment.UserId, payment.Id, item, IsPhoto: true, new Cid("test")))).ShouldBe(ShowTransferOutcome.Received);
        return payment;
    }
}
