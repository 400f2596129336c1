using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Orders;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Privacy;
using Trt.Application.Tests.BackOffice;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Privacy;

/// <summary>What was asked for and what came are forgotten; that it was ordered, how it ended and what its money did stays provable.</summary>
public sealed class VanishTests : ShopTest
{
    private UserId _anna;

    protected override Task<TestShop> OpenShop() => BackOffice.BackOffice.Open();

    [SetUp]
    public async Task Come() => _anna = await Shop.NewCustomer(rubles: 100);

    [Test]
    public async Task An_order_vanishes_after_its_delivery_and_its_money_stays_provable()
    {
        await Vanishes();
        var id = await Delivered();
        (await Shop.Generation(id)).Inputs.ShouldNotBeEmpty();
        await Tended(TendPrivacy.VanishesAfter + TimeSpan.FromMinutes(2));

        var order = await Shop.Generation(id);
        (order.Inputs.Count, order.Result.Count, order.Detail, order.Status).ShouldBe((0, 0, null, GenerationStatus.Delivered));
        (await Shop.Ask(db => db.Deliveries.CountAsync(part => part.FileId != null || part.MessageId != null))).ShouldBe(0);
        (await Shop.Send(new ShowReceipt(_anna, id)))!.Taken.ShouldBe(Money.Rubles(14.14m));
        (await Shop.Given(new ShowOrder(BackOffice.BackOffice.ByOwner, id)))!.Taken.ShouldBe(Money.Rubles(14.14m));
        var work = (await Shop.Send(new BrowseHistory(_anna, 1, HistoryFilter.Everything))).Works.Items.ShouldHaveSingleItem();
        (work.Words, work.Generation.ForgottenAt is not null).ShouldBe((null, true));
        (await Shop.Send(new RequestOriginals(_anna, id, new Cid("test")))).ShouldBe(RequestOriginalsOutcome.NothingToSend);
        (await Shop.Given(new GiveBack(BackOffice.BackOffice.ByOwner, id, "sorry", new Cid("test")))).ShouldBeOfType<GiveBackResult.Given>();
    }

    [Test]
    public async Task What_was_ordered_before_or_after_is_kept()
    {
        var before = await Delivered();
        await Vanishes();
        await Vanishes(isOn: false);
        var after = await Delivered();
        await Tended(TimeSpan.FromHours(1));
        (await Shop.Generation(before)).ForgottenAt.ShouldBeNull();
        (await Shop.Generation(after)).ForgottenAt.ShouldBeNull();
    }

    [Test]
    public async Task A_failed_one_vanishes_too_and_one_without_a_result_is_watched_as_long_as_one_may_come()
    {
        await Vanishes();
        Shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Moderation, "no"));
        var failed = await Shop.Order(_anna);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        Shop.Provider.UsualReading = new TaskReading.Running();
        var expired = await Shop.Order(_anna);
        await Tended(TimeSpan.FromMinutes(30));
        (await Shop.Generation(failed)).ForgottenAt.ShouldNotBeNull();
        (await Shop.Generation(expired)).ForgottenAt.ShouldBeNull();
        Shop.Provider.UsualReading = FakeProvider.Done();
        await Tended(TimeSpan.FromHours(1));
        (await Shop.Generation(expired)).IsLate.ShouldBeTrue();
        await Tended(TimeSpan.FromHours(25));
        (await Shop.Generation(expired)).ForgottenAt.ShouldNotBeNull();
    }

    [Test]
    public async Task What_may_not_have_arrived_waits_for_its_customer()
    {
        await Vanishes();
        Shop.Chat.NextResult(new SendOutcome.Unknown("lost"));
        var id = await Shop.Order(_anna);
        await Tended(TimeSpan.FromHours(1));
        (await Shop.Generation(id)).ForgottenAt.ShouldBeNull();
        (await Shop.Send(new ResendResult(_anna, id))).ShouldBe(ResendOutcome.OnTheWay);
        await Tended(TimeSpan.FromMinutes(3));
        (await Shop.Generation(id)).ForgottenAt.ShouldNotBeNull();
    }

    [Test]
    public async Task A_year_is_the_age_of_all_but_the_favourites()
    {
        var (plain, favourite) = (await Delivered(), await Delivered());
        await Shop.Send(new FavourGeneration(_anna, favourite, true));
        Shop.Clock.Advance(TendPrivacy.KeptFor + TimeSpan.FromHours(1));
        await Shop.Send(new TendPrivacy());
        (await Shop.Generation(plain)).ForgottenAt.ShouldNotBeNull();
        (await Shop.Generation(favourite)).ForgottenAt.ShouldBeNull();
    }

    [Test]
    public async Task A_result_is_deleted_everywhere_while_the_messenger_lets_us()
    {
        var (young, old) = (await Delivered(), await Delivered());
        var message = await Shop.Ask(db => db.Deliveries.Where(part => part.GenerationId == young && part.MessageId > 0).Select(part => part.MessageId!.Value).FirstAsync());
        (await Shop.Send(new ForgetWork(_anna, young, new Cid("test")))).ShouldBe(ForgetOutcome.Forgotten);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Privacy.Wiped.ShouldHaveSingleItem().ShouldBe((_anna, message));
        (await Shop.Send(new BrowseHistory(_anna, 1, HistoryFilter.Everything))).Works.Items.ShouldHaveSingleItem().Generation.Id.ShouldBe(old);

        Shop.Clock.Advance(WipeMessages.PossibleFor);
        (await Shop.Send(new ForgetWork(_anna, old, new Cid("test")))).ShouldBe(ForgetOutcome.ForgottenButForTheChat);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Privacy.Wiped.Count.ShouldBe(1);
        (await Shop.Send(new ForgetWork(await Shop.NewCustomer(), old, new Cid("test")))).ShouldBe(ForgetOutcome.NotFound);
    }

    /// <summary>The numbers of its messages are those of another chat.</summary>
    [Test]
    public async Task Nothing_is_taken_out_of_the_private_chat_for_a_result_that_a_group_got()
    {
        var id = await Delivered();
        await Shop.Execute("UPDATE generations SET asked_chat_id = -100, asked_message_id = 1");
        (await Shop.Send(new ForgetWork(_anna, id, new Cid("test")))).ShouldBe(ForgetOutcome.ForgottenButForTheGroup);
        await Shop.Pass(TimeSpan.FromSeconds(5));
        Shop.Privacy.Wiped.ShouldBeEmpty();
        (await Shop.Generation(id)).Inputs.ShouldBeEmpty();
    }

    [Test]
    public async Task What_is_under_way_is_not_deleted()
    {
        var id = await Shop.Order(_anna);
        (await Shop.Send(new ForgetWork(_anna, id, new Cid("test")))).ShouldBe(ForgetOutcome.UnderWay);
        await Shop.Pass(TimeSpan.FromMinutes(1));
    }

    private async Task<GenerationId> Delivered()
    {
        var id = await Shop.Order(_anna);
        await Shop.Pass(TimeSpan.FromMinutes(1));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        return id;
    }

    private async Task Tended(TimeSpan after)
    {
        await Shop.Pass(after);
        await Shop.Send(new TendPrivacy());
    }

    private Task Vanishes(bool isOn = true) => Shop.Tell(new ChooseVanishing(_anna, isOn));
}
