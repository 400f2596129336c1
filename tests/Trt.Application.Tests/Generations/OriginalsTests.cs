using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Generations;

/// <summary>The files as they were made: free, for their owner, once for each asking.</summary>
public sealed class OriginalsTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(5);

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [Test]
    public async Task Every_output_comes_once_and_costs_nothing()
    {
        Makes(3);
        var id = await Delivered();
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.OnTheWay);
        await Shop.Pass(AMoment);
        Shop.Chat.Originals.Select(item => item.Address!.Segments[^1]).ShouldBe(["1.png", "2.png", "3.png"]);
        (await Shop.Balance(_user)).Available.ShouldBe(Money.Rubles(85.86m));
    }

    [Test]
    public async Task A_second_press_sends_nothing_more_and_a_later_one_does()
    {
        var id = await Delivered();
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.OnTheWay);
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.JustAsked);
        await Shop.Pass(AMoment);
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.JustAsked);
        Shop.Chat.Originals.Count.ShouldBe(1);

        await Shop.Pass(TimeSpan.FromMinutes(4));
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.OnTheWay);
        await Shop.Pass(AMoment);
        Shop.Chat.Originals.Count.ShouldBe(2);
    }

    [Test]
    public async Task Twenty_presses_at_once_are_one()
    {
        var id = await Delivered();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ask(id)));
        outcomes.Count(outcome => outcome == RequestOriginalsOutcome.OnTheWay).ShouldBe(1);
        await Shop.Pass(AMoment);
        Shop.Chat.Originals.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_strangers_order_an_unknown_one_and_one_without_a_result_bring_nothing()
    {
        var id = await Delivered();
        (await Ask(id, await Shop.NewCustomer())).ShouldBe(RequestOriginalsOutcome.NotFound);
        (await Ask(GenerationId.New(Shop.Clock.GetUtcNow()))).ShouldBe(RequestOriginalsOutcome.NotFound);

        Shop.Provider.UsualReading = new TaskReading.Running();
        (await Ask(await Shop.Order(_user))).ShouldBe(RequestOriginalsOutcome.NothingToSend);

        Shop.Provider.UsualReading = new TaskReading.Done([new ResultItem(OutputKind.Text, null, "words")], 1);
        (await Ask(await Delivered())).ShouldBe(RequestOriginalsOutcome.NothingToSend);
        await Shop.Pass(AMoment);
        Shop.Chat.Originals.ShouldBeEmpty();
    }

    [Test]
    public async Task A_file_that_is_no_longer_kept_is_told_once_for_all()
    {
        Makes(2);
        var gone = new SendOutcome.ResultGone("404");
        var id = await Delivered();
        Shop.Chat.NextOriginal(gone).NextOriginal(gone).NextOriginal(gone).NextOriginal(gone);
        await Ask(id);
        await Shop.Pass(AMoment);
        Shop.Chat.Originals.ShouldBeEmpty();
        Shop.Chat.OriginalsGone.ShouldHaveSingleItem();
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task An_old_address_is_replaced_by_a_fresh_one()
    {
        var fresh = new Uri("https://results.example/fresh.png");
        var id = await Delivered();
        Shop.Provider.NextReading(new TaskReading.Done([new ResultItem(OutputKind.Image, fresh, null)], 18));
        Shop.Chat.NextOriginal(new SendOutcome.ResultGone("404"));
        await Ask(id);
        await Shop.Pass(AMoment);
        Shop.Chat.Originals.ShouldHaveSingleItem().Address.ShouldBe(fresh);
    }

    [Test]
    public async Task What_could_not_be_sent_yet_is_sent_later_and_what_may_have_been_sent_is_not_sent_twice()
    {
        Makes(2);
        var id = await Delivered();
        Shop.Chat.NextOriginal(new SendOutcome.TryLater(TimeSpan.FromSeconds(3), "429")).NextOriginal(new SendOutcome.Unknown("cut"));
        await Ask(id);
        await Shop.Pass(TimeSpan.FromSeconds(10));
        Shop.Chat.Originals.Count.ShouldBe(1);
        Shop.Chat.OriginalsGone.ShouldBeEmpty();
    }

    private Task<RequestOriginalsOutcome> Ask(GenerationId id, UserId? who = null) =>
        Shop.Send(new RequestOriginals(who ?? _user, id, new Cid("press")));

    private async Task<GenerationId> Delivered()
    {
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        return id;
    }

    private void Makes(int pictures) => Shop.Provider.UsualReading = new TaskReading.Done(
        [.. Enumerable.Range(1, pictures).Select(n => new ResultItem(OutputKind.Image, new Uri($"https://results.example/{n}.png"), null))], 18);
}
