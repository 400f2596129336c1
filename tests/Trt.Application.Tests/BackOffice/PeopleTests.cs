using Trt.Application.BackOffice.People;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Users;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>Finding, looking at and blocking customers.</summary>
public sealed class PeopleTests : ShopTest
{
    protected override Task<TestShop> OpenShop() => BackOffice.Open();

    [TestCase("1001", "Анна Каренина")]
    [TestCase("@anna_k", "Анна Каренина")]
    [TestCase("@ANNA", "Анна Каренина")]
    [TestCase("каренин", "Анна Каренина")]
    [TestCase("АННА", "Анна Каренина")]
    [TestCase("boris_b", "Борис")]
    [TestCase("100%", "Скидка 100%_\\'")]
    [TestCase("%_", "Скидка 100%_\\'")]
    [TestCase("\\'", "Скидка 100%_\\'")]
    public async Task A_person_is_found_by_id_username_or_a_part_of_the_name(string query, string name)
    {
        await Enter(1001, "Анна Каренина", "anna_k");
        await Enter(1002, "Борис", "boris_b");
        await Enter(1003, "Скидка 100%_\\'", null);
        (await Find(query)).Found.Items.ShouldHaveSingleItem().Name.ShouldBe(name);
    }

    [TestCase("%")]
    [TestCase("_")]
    [TestCase("' OR 1=1 --")]
    [TestCase("@%")]
    [TestCase("99999999999999999999999999")]
    public async Task Wildcards_and_quotes_mean_only_themselves(string query)
    {
        await Enter(1001, "Анна", "anna");
        (await Find(query)).Found.Items.ShouldBeEmpty();
    }

    [Test]
    public async Task The_newest_come_first_page_by_page()
    {
        for (var id = 1; id <= 20; id++)
        {
            await Enter(id, $"Гость {id}", null);
            Shop.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var pages = new List<UserListing>();
        do
        {
            pages.Add(await Shop.Given(new FindUsers(BackOffice.ByOwner, "гость", pages.Count + 1)));
        }
        while (pages[^1].Found.HasMore);
        pages.SelectMany(page => page.Found.Items).Select(user => user.UserId.Value).ShouldBe(Enumerable.Range(1, 20).Reverse().Select(id => (long)id));
        (await Find("гость")).Found.Items[0].Name.ShouldBe("Гость 20");
    }

    [Test]
    public async Task The_card_tells_everything_about_a_customer()
    {
        var customer = await Shop.NewCustomer(rubles: 100);
        await Shop.Order(customer);
        var card = (await Shop.Given(new ShowUser(BackOffice.ByOwner, customer)))!;
        (card.Available, card.Reserved, card.FreeLeft, card.Generations, card.Payments).ShouldBe((Money.Rubles(85.86m), Money.Rubles(14.14m), 5, 1, 0));
        card.Latest.Count.ShouldBe(2);
        card.User.SeenOn.ShouldBe(new DateOnly(2026, 11, 21));
        var order = (await Shop.Given(new ListUserGenerations(BackOffice.ByOwner, customer))).Items.ShouldHaveSingleItem();
        (order.Status, order.Price).ShouldBe((GenerationStatus.Queued, Money.Rubles(14.14m)));
        (await Shop.Given(new ShowUser(BackOffice.ByOwner, new UserId(5)))).ShouldBeNull();
    }

    [Test]
    public async Task A_blocked_customer_starts_nothing_new_and_gets_what_is_under_way()
    {
        var customer = await Shop.NewCustomer(rubles: 100);
        var underWay = await Shop.Order(customer);
        var filledIn = await Shop.PaidDraft(customer);

        (await Shop.Given(new BlockUser(BackOffice.ByOwner, customer, "fraud"))).ShouldBe(BlockOutcome.Done);
        (await Shop.Confirm(customer, filledIn.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.DraftGone);
        (await Facts(customer)).IsBlocked.ShouldBeTrue();
        (await Shop.Send(new ListBlocked())).ShouldBe([customer]);

        await Shop.Pass(TimeSpan.FromSeconds(5));
        (await Shop.Generation(underWay)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Chat.Results.ShouldHaveSingleItem();
        (await Shop.Balance(customer)).Available.ShouldBe(Money.Rubles(85.86m));
    }

    [Test]
    public async Task The_money_of_a_blocked_customer_comes_back_when_the_work_fails()
    {
        var customer = await Shop.NewCustomer(rubles: 100);
        await Shop.Order(customer);
        await Shop.Given(new BlockUser(BackOffice.ByOwner, customer, "fraud"));
        Shop.Provider.UsualReading = new Ports.TaskReading.Failed(Ports.ProviderRefusal.Moderation, "no");
        await Shop.Pass(TimeSpan.FromSeconds(5));
        (await Shop.Balance(customer)).Available.ShouldBe(Money.Rubles(100));
        Shop.Chat.Failures.ShouldHaveSingleItem();
    }

    [Test]
    public async Task Blocking_and_unblocking_twice_changes_nothing()
    {
        var customer = await Shop.NewCustomer();
        (await Shop.Given(new UnblockUser(BackOffice.ByOwner, customer))).ShouldBe(BlockOutcome.NoChange);
        await Shop.Given(new BlockUser(BackOffice.ByOwner, customer, "first"));
        (await Shop.Given(new BlockUser(BackOffice.ByOwner, customer, "second"))).ShouldBe(BlockOutcome.NoChange);
        (await Shop.Given(new ShowUser(BackOffice.ByOwner, customer)))!.User.BlockReason.ShouldBe("first");
        (await Shop.Given(new UnblockUser(BackOffice.ByOwner, customer))).ShouldBe(BlockOutcome.Done);
        (await Facts(customer)).IsBlocked.ShouldBeFalse();
        (await Shop.Given(new BlockUser(BackOffice.ByOwner, new UserId(5), "nobody"))).ShouldBe(BlockOutcome.UnknownPerson);
    }

    [Test]
    public async Task Those_behind_the_counter_cannot_be_blocked()
    {
        await Enter(BackOffice.Owner.Value, "Boss", null);
        (await Shop.Given(new BlockUser(BackOffice.ByOwner, await Shop.NewAdmin(), "mutiny"))).ShouldBe(BlockOutcome.IsAdmin);
        (await Shop.Given(new BlockUser(BackOffice.ByOwner, BackOffice.Owner, "mutiny"))).ShouldBe(BlockOutcome.IsAdmin);
    }

    [Test]
    public async Task Blocking_ends_the_order_that_is_being_filled_in()
    {
        var customer = await Shop.NewCustomer();
        await Shop.Send(new BeginDraft(customer, new ModelId("z-image")));
        await Shop.Given(new BlockUser(BackOffice.ByOwner, customer, "spam"));
        (await Shop.Send(new ShowDraft(customer))).ShouldBeOfType<WizardView.Nothing>();
    }

    private Task<CustomerFacts> Enter(long id, string name, string? username) =>
        Shop.Send(new EnterChat(new UserId(id), name, username, Language.Russian, new Cid("test")));

    private Task<CustomerFacts> Facts(UserId user) => Shop.Send(new EnterChat(user, "Test", null, Language.Russian, new Cid("test")));

    private Task<UserListing> Find(string query) => Shop.Given(new FindUsers(BackOffice.ByOwner, query));
}
