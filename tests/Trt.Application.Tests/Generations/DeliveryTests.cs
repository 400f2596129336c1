using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Generations;

/// <summary>Between the look at a result and the chat: what is lost, what is in doubt, what goes only one by one.</summary>
public sealed class DeliveryTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(5);
    private static readonly SendOutcome Gone = new SendOutcome.ResultGone("404");

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [Test]
    public async Task An_address_that_died_after_the_look_is_replaced_by_the_one_in_the_record()
    {
        var fresh = new Uri("https://results.example/fresh.png");
        Shop.Provider.NextReading(FakeProvider.Done()).NextReading(new TaskReading.Done([new ResultItem(OutputKind.Image, fresh, null)], 18));
        Shop.Chat.NextResult(Gone);
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Chat.Results.ShouldHaveSingleItem().Items.ShouldHaveSingleItem().Address.ShouldBe(fresh);
        await Has(85.86m);
    }

    [Test]
    public async Task A_file_that_outlived_its_address_comes_by_a_direct_one_which_is_not_kept()
    {
        var (listed, direct) = (new Uri("https://results.example/1.png"), new Uri("https://direct.example/1.png"));
        Shop.Provider.DirectAddresses[listed] = direct;
        Shop.Chat.NextResult(Gone);
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        Shop.Chat.Results.ShouldHaveSingleItem().Items.ShouldHaveSingleItem().Address.ShouldBe(direct);
        (await Shop.Generation(id)).Result.ShouldHaveSingleItem().Address.ShouldBe(listed);
    }

    [Test]
    [Property("Case", 48)]
    public async Task A_process_that_died_inside_a_send_repeats_that_message_and_nothing_else()
    {
        Makes(12);
        Shop.Chat.NextResult(new SendOutcome.Sent(1, null)).NextResult(new SendOutcome.TryLater(TimeSpan.FromSeconds(3), "429"));
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(2));
        await Shop.Ask(db => db.Deliveries.Where(part => part.State == DeliveryState.Planned && part.OutputCount > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(part => part.State, DeliveryState.Attempted)));
        await Shop.Pass(AMoment);

        Shop.Chat.Results.Select(result => result.Items.Count).ShouldBe([10, 2]);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_result_that_is_really_gone_ends_as_a_failure_and_the_money_comes_back()
    {
        Shop.Chat.NextResult(Gone).NextResult(Gone);
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        var generation = await Shop.Generation(id);
        (generation.Status, generation.Failure).ShouldBe((GenerationStatus.Failed, FailureReason.ResultLost));
        await Has(100);
        Shop.Provider.Reads.Count.ShouldBe(2);
        Shop.Chat.Failures.ShouldHaveSingleItem().Balance.ShouldBe(Money.Rubles(100));
        Shop.Chat.Receipts.ShouldBeEmpty();
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.ResultLost>().ShouldSatisfyAllConditions(
            lost => (lost.Lost, lost.Outputs).ShouldBe((1, 1)), lost => lost.IsGivenBack.ShouldBeTrue());
        (await Entries(id)).ShouldBe([EntryKind.Reserve, EntryKind.Commit, EntryKind.Reimburse], ignoreOrder: true);
    }

    [Test]
    public async Task Of_three_pictures_the_lost_one_is_given_back_and_said()
    {
        Makes(3);
        Shop.Chat.NextResult(new SendOutcome.OneByOne("no album")).NextResult(new SendOutcome.Sent(1, null)).NextResult(Gone).NextResult(Gone);
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);

        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Chat.Results.Count.ShouldBe(2);
        Shop.Chat.Closings.ShouldHaveSingleItem().ShouldBe(new DeliveryGaps(3, Lost: 1, Doubted: 0));
        // A third of 14.14 ₽, and a kopeck begun is the customer's.
        await Has(90.58m);
    }

    [Test]
    public async Task A_free_result_that_is_gone_gives_the_free_generation_back()
    {
        Shop.Chat.NextResult(Gone).NextResult(Gone);
        var view = await Shop.FreeDraft(_user);
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Pass(AMoment);

        (await Shop.Generation(view.Draft.Id)).Failure.ShouldBe(FailureReason.ResultLost);
        (await Shop.Balance(_user)).FreeLeft.ShouldBe(5);
    }

    [Test]
    public async Task A_place_that_does_not_answer_is_waited_for_but_not_for_ever()
    {
        var away = new SendOutcome.ResultAway(TimeSpan.FromSeconds(10), "503");
        Shop.Chat.NextResult(away).NextResult(away);
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(15));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Succeeded);

        Shop.Chat.NextResult(away);
        Shop.Clock.Advance(Shop.Settings.LateWatch);
        await Shop.Pass(TimeSpan.FromSeconds(15));
        (await Shop.Generation(id)).Failure.ShouldBe(FailureReason.ResultLost);
        await Has(100);
    }

    [Test]
    public async Task When_the_record_cannot_be_read_nothing_is_given_up_yet()
    {
        Shop.Provider.NextReading(FakeProvider.Done()).NextReading(new TaskReading.Unreadable(TimeSpan.FromSeconds(3), "502"));
        Shop.Chat.NextResult(Gone);
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(10));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        Shop.Chat.Results.ShouldHaveSingleItem();
    }

    [Test]
    public async Task A_lost_answer_repeats_nothing_and_asks_the_customer()
    {
        Shop.Chat.NextResult(new SendOutcome.Unknown("connection cut"));
        var id = await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(30));

        Shop.Chat.Results.ShouldBeEmpty();
        Shop.Chat.Closings.ShouldHaveSingleItem().Doubted.ShouldBe(1);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);

        (await Shop.Send(new ResendResult(await Shop.NewCustomer(), id))).ShouldBe(ResendOutcome.NotFound);
        (await Shop.Send(new ResendResult(_user, GenerationId.New(Shop.Clock.GetUtcNow())))).ShouldBe(ResendOutcome.NotFound);
        (await Shop.Send(new ResendResult(_user, id))).ShouldBe(ResendOutcome.OnTheWay);
        (await Shop.Send(new ResendResult(_user, id))).ShouldBe(ResendOutcome.NothingInDoubt);
        await Shop.Pass(AMoment);

        Shop.Chat.Results.ShouldHaveSingleItem();
        Shop.Chat.Closings.ShouldHaveSingleItem();
        await Has(85.86m);
    }

    [Test]
    public async Task What_is_gone_when_it_should_be_sent_again_is_told_and_the_operator_decides()
    {
        Shop.Chat.NextResult(new SendOutcome.Unknown("connection cut")).NextResult(Gone).NextResult(Gone);
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        await Shop.Send(new ResendResult(_user, id));
        await Shop.Pass(AMoment);

        Shop.Chat.Closings.Last().ShouldBe(new DeliveryGaps(1, Lost: 1, Doubted: 0));
        Shop.Mail.Alerts.ShouldHaveSingleItem();
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        await Has(85.86m);
    }

    [Test]
    public async Task Trouble_at_the_messenger_is_no_lost_answer_and_the_result_is_sent_again()
    {
        Shop.Chat.NextResult(new SendOutcome.Unknown("500", IsTrouble: true));
        await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(10));
        Shop.Chat.Results.ShouldHaveSingleItem();
        Shop.Chat.Closings.ShouldBeEmpty();
    }

    [Test]
    public async Task An_album_that_is_taken_apart_half_way_repeats_nothing()
    {
        Makes(4);
        Shop.Chat.NextResult(new SendOutcome.OneByOne("no album"))
            .NextResult(new SendOutcome.Sent(1, null))
            .NextResult(new SendOutcome.TryLater(TimeSpan.FromSeconds(3), "429"));
        await Shop.Order(_user);
        await Shop.Pass(TimeSpan.FromSeconds(10));
        Shop.Chat.Results.SelectMany(result => result.Items).Select(item => item.Address!.Segments[^1]).ShouldBe(["1.png", "2.png", "3.png", "4.png"]);
        Shop.Chat.Closings.ShouldHaveSingleItem().ShouldBe(new DeliveryGaps(4, 0, 0));
    }

    [Test]
    public async Task A_late_result_that_is_gone_costs_nothing_and_needs_no_word()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var id = await Shop.Order(_user);
        await Shop.Pass(Shop.Settings.ImageDeadline + TimeSpan.FromMinutes(1));
        Shop.Provider.UsualReading = FakeProvider.Done();
        Shop.Chat.NextResult(Gone).NextResult(Gone);
        await Shop.Pass(TimeSpan.FromMinutes(11));

        var generation = await Shop.Generation(id);
        (generation.Status, generation.IsLate).ShouldBe((GenerationStatus.Expired, true));
        Shop.Chat.Failures.ShouldHaveSingleItem();
        await Has(100);
    }

    private void Makes(int pictures) => Shop.Provider.UsualReading = new TaskReading.Done(
        [.. Enumerable.Range(1, pictures).Select(n => new ResultItem(OutputKind.Image, new Uri($"https://results.example/{n}.png"), null))], 18);

    private async Task<IReadOnlyList<EntryKind>> Entries(GenerationId id) =>
        await Shop.Ask(db => db.Ledger.Where(entry => entry.Reference == id.ToString()).Select(entry => entry.Kind).ToListAsync());

    private async Task Has(decimal available)
    {
        var balance = await Shop.Balance(_user);
        (balance.Available, balance.Reserved).ShouldBe((Money.Rubles(available), Money.Zero));
    }
}
