using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.Orders;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>One order on one page: found by what people quote, and mended by hand without a kopeck too much.</summary>
public sealed class OrderTests : ShopTest
{
    private const string Reference = "87aed2e36a";

    private UserId _customer;

    protected override Task<TestShop> OpenShop() => BackOffice.Open();

    [SetUp]
    public async Task Come()
    {
        _customer = await Shop.NewCustomer(rubles: 100);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    [TestCase("87aed2e36a")]
    [TestCase(" №87AED2E36A. ")]
    [TestCase("task-1")]
    public async Task An_order_is_found_by_what_people_quote(string name)
    {
        var id = await Order();
        await Shop.Pass(TimeSpan.FromMinutes(1));
        var found = await Shop.Given(new FindOrders(BackOffice.ByOwner, name));
        (found.Found.Items.ShouldHaveSingleItem().Id, found.Found.Items[0].UserId).ShouldBe((id, _customer));
        (await Shop.Given(new FindOrders(BackOffice.ByOwner, $"{id}"))).Found.Items.ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [TestCase("87aed2e36b", true)]
    [TestCase("no such thing", false)]
    [TestCase("%", false)]
    public async Task A_name_of_no_order_finds_none(string name, bool isReference)
    {
        await Order();
        var found = await Shop.Given(new FindOrders(BackOffice.ByOwner, name));
        (found.Found.Items.Count, found.IsReference).ShouldBe((0, isReference));
    }

    [Test]
    public async Task What_came_to_nothing_is_found_however_long_ago()
    {
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.Moderation, "no"));
        var id = await Order();
        await Shop.Pass(TimeSpan.FromMinutes(1));
        Shop.Clock.Advance(TimeSpan.FromDays(100));
        (await Shop.Given(new LeafOrders(BackOffice.ByOwner, OrderKind.Failed))).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await Shop.Given(new LeafOrders(BackOffice.ByOwner, OrderKind.Cancelled))).Items.ShouldBeEmpty();
    }

    [Test]
    public async Task The_page_tells_the_money_the_cost_and_the_margin_of_a_delivered_order()
    {
        var id = await Delivered();
        var order = await Shop.Given(new ShowOrder(BackOffice.ByOwner, id));
        (order!.Taken, order.CameBack, order.CanGiveBack, order.CanSendAgain).ShouldBe((Money.Rubles(14.14m), Money.Zero, Money.Rubles(14.14m), true));
        order.Margin.ShouldBe(order.Taken - order.Order.TrueCost!.Value);
        order.Entries.Select(entry => entry.Kind).ShouldBe([EntryKind.Reserve, EntryKind.Commit]);
        (await Shop.Given(new ShowOrder(BackOffice.ByOwner, GenerationId.New(Shop.Clock.GetUtcNow())))).ShouldBeNull();
    }

    [Test]
    public async Task What_was_paid_for_a_result_goes_back_once_and_is_told_and_written_down()
    {
        var id = await Delivered();
        (await Give(id)).ShouldBe(new GiveBackResult.Given(Money.Rubles(14.14m)));
        (await Give(id)).ShouldBe(new GiveBackResult.NothingLeft());
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(100));
        await Shop.RunDue(Lane.Chat);
        var told = Shop.Mail.Adjustments.ShouldHaveSingleItem();
        (told.Kopecks, told.Reason, told.Balance).ShouldBe((1414, "bad picture", Money.Rubles(100)));
        (await Shop.Send(new ShowReceipt(_customer, id)))!.Back.ShouldHaveSingleItem().Reason.ShouldBe(BackReason.GivenBack);
        var audit = await Shop.Ask(db => db.Audit.SingleAsync(entry => entry.Action == "order.given_back"));
        (audit.Actor, audit.Subject, audit.Before, audit.Reason).ShouldBe(("operator:700", $"order:{id}", "Delivered", "bad picture"));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task Under_way_it_is_closed_and_a_result_that_still_comes_is_a_present()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Order();
        await Shop.Pass(TimeSpan.FromSeconds(10));
        (await Give(id)).ShouldBe(new GiveBackResult.Given(Money.Rubles(14.14m)));
        (await Shop.Generation(id)).Failure.ShouldBe(FailureReason.GivenBack);
        (await Balance()).ShouldBe((Money.Rubles(100), Money.Zero));

        Shop.Provider.UsualReading = FakeProvider.Done();
        await Shop.Pass(TimeSpan.FromMinutes(2));
        Shop.Chat.Failures.ShouldHaveSingleItem().Generation.Failure.ShouldBe(FailureReason.GivenBack);
        Shop.Chat.Results.ShouldHaveSingleItem();
        (await Shop.Generation(id)).IsLate.ShouldBeTrue();
        (await Give(id)).ShouldBe(new GiveBackResult.NothingLeft());
        (await Balance()).ShouldBe((Money.Rubles(100), Money.Zero));
    }

    [Test]
    public async Task A_waiting_order_never_leaves_any_more_and_a_free_one_is_free_again()
    {
        var view = await Shop.FreeDraft(_customer);
        await Shop.Confirm(_customer, view.Draft.Id);
        (await Give(view.Draft.Id)).ShouldBe(new GiveBackResult.Given(Money.Zero));
        await Shop.Pass(TimeSpan.FromMinutes(5));
        Shop.Provider.Orders.ShouldBeEmpty();
        (await Shop.Balance(_customer)).FreeLeft.ShouldBe(5);
        (await Give(view.Draft.Id)).ShouldBe(new GiveBackResult.NothingLeft());
    }

    [Test]
    public async Task A_free_result_cost_its_customer_nothing_so_nothing_goes_back()
    {
        var view = await Shop.FreeDraft(_customer);
        await Shop.Confirm(_customer, view.Draft.Id);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        (await Give(view.Draft.Id)).ShouldBe(new GiveBackResult.NothingLeft());
        (await Shop.Balance(_customer)).FreeLeft.ShouldBe(4);
    }

    [Test]
    public async Task While_it_leaves_nobody_touches_it()
    {
        Shop.Provider.During(
            async () => (await Give(await Only())).ShouldBe(new GiveBackResult.OnItsWay()), new SubmitOutcome.Accepted("task-x"));
        await Order();
        await Shop.Pass(TimeSpan.FromMinutes(1));
        (await Balance()).ShouldBe((Money.Rubles(85.86m), Money.Zero));
    }

    /// <summary>Two admins, sixteen presses.</summary>
    [Test]
    public async Task Two_admins_who_give_back_at_once_give_it_once()
    {
        var id = await Delivered();
        var admins = new[] { await Shop.NewAdmin(), await Shop.NewAdmin() };
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            press => Shop.Given(new GiveBack(new Actor.InChat(admins[press % 2]), id, "bad picture", new Cid("test")))));
        results.OfType<GiveBackResult.Given>().Count().ShouldBe(1);
        results.OfType<GiveBackResult.NothingLeft>().Count().ShouldBe(15);
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(100));
        var left = (await Shop.Send(new ShowRights(admins[0]))).Spending!.Left + (await Shop.Send(new ShowRights(admins[1]))).Spending!.Left;
        left.ShouldBe(Money.Rubles(200 - 14.14m));
    }

    [Test]
    public async Task Giving_back_races_with_the_result_and_the_money_is_right_whoever_is_first()
    {
        for (var round = 0; round < 10; round++)
        {
            Shop.Provider.UsualReading = new TaskReading.Running();
            var id = await Order();
            await Shop.Pass(TimeSpan.FromSeconds(3));
            Shop.Provider.UsualReading = FakeProvider.Done();
            Shop.Clock.Advance(TimeSpan.FromSeconds(10));
            var (result, _) = (await Give(id), 0);
            await Task.WhenAll(Shop.RunDue(Lane.Check), Task.Run(() => Give(id)));
            result.ShouldBeOfType<GiveBackResult.Given>();
            await Shop.Pass(TimeSpan.FromMinutes(1));
            (await Balance()).ShouldBe((Money.Rubles(100), Money.Zero));
        }
    }

    [Test]
    public async Task A_limited_admin_gives_back_within_the_limit_of_the_day_and_no_further()
    {
        var admin = await Shop.NewAdmin(rublesPerDay: 20);
        var (first, second) = (await Delivered(), await Delivered());
        (await Give(first, admin)).ShouldBe(new GiveBackResult.Given(Money.Rubles(14.14m)));
        (await Give(second, admin)).ShouldBe(new GiveBackResult.OverLimit(Money.Rubles(14.14m), Money.Rubles(20), Money.Rubles(5.86m)));
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(85.86m));
        (await Shop.Ask(db => db.Audit.CountAsync(entry => entry.Action == "order.given_back"))).ShouldBe(1);
        Shop.Clock.Advance(TimeSpan.FromDays(1));
        (await Give(second, admin)).ShouldBeOfType<GiveBackResult.Given>();
    }

    [Test]
    public async Task What_came_back_for_a_lost_part_is_not_given_twice()
    {
        var three = Enumerable.Range(1, 2)
            .Select(each => new ResultItem(OutputKind.Audio, new Uri($"https://results.example/{each}.mp3"), null));
        Shop.Provider.UsualReading = new TaskReading.Done([.. three], 18);
        Shop.Chat.NextResult(new SendOutcome.Sent(1, "file")).NextResult(new SendOutcome.ResultGone("404")).NextResult(new SendOutcome.ResultGone("404"));
        var id = await Order();
        await Shop.Pass(TimeSpan.FromMinutes(1));
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(92.93m));
        (await Give(id)).ShouldBe(new GiveBackResult.Given(Money.Rubles(7.07m)));
        (await Give(id)).ShouldBe(new GiveBackResult.NothingLeft());
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(100));
    }

    /// <summary>The money is back before the result is found to be gone.</summary>
    [Test]
    public async Task A_result_that_is_lost_afterwards_brings_nothing_more()
    {
        Shop.Chat.NextResult(new SendOutcome.TryLater(TimeSpan.FromMinutes(1), "busy"));
        Enumerable.Range(0, 4).ToList().ForEach(_ => Shop.Chat.NextResult(new SendOutcome.ResultGone("404")));
        var id = await Order();
        await Shop.Pass(TimeSpan.FromSeconds(20));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Succeeded);
        (await Give(id)).ShouldBe(new GiveBackResult.Given(Money.Rubles(14.14m)));
        await Shop.Pass(TimeSpan.FromMinutes(5));
        (await Shop.Generation(id)).Failure.ShouldBe(FailureReason.ResultLost);
        (await Shop.Balance(_customer)).Available.ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task A_look_out_of_turn_ends_what_is_done()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Order();
        (await Shop.Given(new LookAtOrder(BackOffice.ByOwner, id))).ShouldBe(LookOutcome.NotThereYet);
        await Shop.Pass(TimeSpan.FromSeconds(70));
        Shop.Provider.UsualReading = FakeProvider.Done();
        (await Shop.Given(new LookAtOrder(BackOffice.ByOwner, id))).ShouldBe(LookOutcome.Asked);
        (await Shop.RunDue(Lane.Check)).ShouldBe(1);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Succeeded);
        await Shop.Pass(TimeSpan.FromSeconds(10));
        (await Shop.Given(new LookAtOrder(BackOffice.ByOwner, id))).ShouldBe(LookOutcome.Ended);
    }

    [Test]
    public async Task A_result_is_brought_once_more_however_often_it_is_asked_for()
    {
        var id = await Delivered();
        (await Again(id)).ShouldBe(SendAgainOutcome.OnTheWay);
        (await Again(id)).ShouldBe(SendAgainOutcome.OnTheWay);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Chat.Copies.Count.ShouldBe(1);

        var failed = await Order();
        await Give(failed);
        (await Again(failed)).ShouldBe(SendAgainOutcome.NothingToSend);
    }

    [Test]
    public async Task Who_reads_what_a_customer_wrote_is_written_down()
    {
        var id = await Delivered();
        var admin = await Shop.NewAdmin();
        var inputs = await Shop.Given(new ReadInputs(new Actor.InChat(admin), id));
        inputs!.Order.Inputs["prompt"].ShouldBe(new TextValue("a lighthouse"));
        var audit = await Shop.Ask(db => db.Audit.SingleAsync(entry => entry.Action == "order.inputs_read"));
        (audit.Actor, audit.Subject, audit.At).ShouldBe(($"operator:{admin}", $"order:{id}", Shop.Clock.GetUtcNow()));
    }

    [Test]
    public async Task The_files_come_to_the_operator_who_asked_and_only_while_they_may()
    {
        var id = await Delivered();
        await Shop.Execute(
            """UPDATE generations SET inputs = inputs || '{"photo": {"media": [{"fileId": "f1", "fileUniqueId": "u1", "kind": "Image", "mimeType": "image/png"}]}}'""");
        var admin = await Shop.NewAdmin();
        (await Shop.Given(new BringInputFiles(admin, id, new Cid("test")))).ShouldBe(1);
        await Shop.RunDue(Lane.Chat);
        Shop.InputFiles.Shown.ShouldHaveSingleItem().ShouldBe((admin, "f1"));
        (await Shop.Ask(db => db.Audit.CountAsync(entry => entry.Action == "order.files_read" && entry.Actor == $"operator:{admin}"))).ShouldBe(1);

        await Shop.Given(new BringInputFiles(admin, id, new Cid("test")));
        await Shop.Given(new DismissAdmin(BackOffice.ByOwner, admin));
        await Shop.RunDue(Lane.Chat);
        Shop.InputFiles.Shown.Count.ShouldBe(1);
        (await Shop.Given(new BringInputFiles(BackOffice.Owner, await Delivered(), new Cid("test")))).ShouldBe(0);
    }

    [Test]
    public async Task A_list_can_be_of_one_customer_one_state_one_model()
    {
        var id = await Delivered();
        var other = await Shop.NewCustomer(rubles: 100);
        await Shop.Order(other);
        Task<int> Count(OrderFilter filter) => Of(filter);
        (await Count(OrderFilter.Everything)).ShouldBe(2);
        (await Count(new OrderFilter(other))).ShouldBe(1);
        (await Count(new OrderFilter(Status: GenerationStatus.Delivered))).ShouldBe(1);
        (await Count(new OrderFilter(Model: new ModelId("nano-banana-pro")))).ShouldBe(2);
        (await Count(new OrderFilter(Model: new ModelId("z-image")))).ShouldBe(0);
        (await Shop.Given(new ListOrders(BackOffice.ByOwner, new OrderFilter(_customer)))).Items.ShouldHaveSingleItem().Id.ShouldBe(id);

        async Task<int> Of(OrderFilter filter) => (await Shop.Given(new ListOrders(BackOffice.ByOwner, filter))).Items.Count;
    }

    private async Task<GenerationId> Order()
    {
        var view = await Shop.PaidDraft(_customer);
        await Shop.Send(new ConfirmGeneration(_customer, view.Draft.Id, 7, new Cid(Reference)));
        return view.Draft.Id;
    }

    private async Task<GenerationId> Delivered()
    {
        var id = await Order();
        await Shop.Pass(TimeSpan.FromMinutes(1));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        return id;
    }

    private Task<GenerationId> Only() => Shop.Ask(db => db.Generations.Select(order => order.Id).SingleAsync());

    private Task<GiveBackResult> Give(GenerationId id, UserId? admin = null) =>
        Shop.Given(new GiveBack(new Actor.InChat(admin ?? BackOffice.Owner), id, "bad picture", new Cid("test")));

    private Task<SendAgainOutcome> Again(GenerationId id) => Shop.Given(new SendOrderAgain(BackOffice.ByOwner, id, new Cid("test")));

    private async Task<(Money, Money)> Balance()
    {
        var balance = await Shop.Balance(_customer);
        return (balance.Available, balance.Reserved);
    }
}
