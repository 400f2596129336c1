using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Generations;

/// <summary>The files as they were made: free, for their owner, once for each asking.</summary>
public sealed class OriginalsTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(5);

    private TestShop _shop = null!;
    private UserId _user;

    [SetUp]
    public async Task Open()
    {
        _shop = await TestShop.Open();
        _user = await _shop.NewCustomer(100);
    }

    [TearDown]
    public async Task Close()
    {
        await _shop.MoneyAgrees();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task Every_output_comes_once_and_costs_nothing()
    {
        Makes(3);
        var id = await Delivered();
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.OnTheWay);
        await _shop.Pass(AMoment);
        _shop.Chat.Originals.Select(item => item.Address!.Segments[^1]).ShouldBe(["1.png", "2.png", "3.png"]);
        (await _shop.Balance(_user)).Available.ShouldBe(Money.Rubles(85.86m));
    }

    [Test]
    public async Task A_second_press_sends_nothing_more_and_a_later_one_does()
    {
        var id = await Delivered();
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.OnTheWay);
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.JustAsked);
        await _shop.Pass(AMoment);
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.JustAsked);
        _shop.Chat.Originals.Count.ShouldBe(1);

        await _shop.Pass(TimeSpan.FromMinutes(4));
        (await Ask(id)).ShouldBe(RequestOriginalsOutcome.OnTheWay);
        await _shop.Pass(AMoment);
        _shop.Chat.Originals.Count.ShouldBe(2);
    }

    [Test]
    public async Task Twenty_presses_at_once_are_one()
    {
        var id = await Delivered();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ask(id)));
        outcomes.Count(outcome => outcome == RequestOriginalsOutcome.OnTheWay).ShouldBe(1);
        await _shop.Pass(AMoment);
        _shop.Chat.Originals.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_strangers_order_an_unknown_one_and_one_without_a_result_bring_nothing()
    {
        var id = await Delivered();
        (await Ask(id, await _shop.NewCustomer())).ShouldBe(RequestOriginalsOutcome.NotFound);
        (await Ask(GenerationId.New(_shop.Clock.GetUtcNow()))).ShouldBe(RequestOriginalsOutcome.NotFound);

        _shop.Provider.UsualReading = new TaskReading.Running();
        (await Ask(await _shop.Order(_user))).ShouldBe(RequestOriginalsOutcome.NothingToSend);

        _shop.Provider.UsualReading = new TaskReading.Done([new ResultItem(OutputKind.Text, null, "words")], 1);
        (await Ask(await Delivered())).ShouldBe(RequestOriginalsOutcome.NothingToSend);
        await _shop.Pass(AMoment);
        _shop.Chat.Originals.ShouldBeEmpty();
    }

    [Test]
    public async Task A_file_that_is_no_longer_kept_is_told_once_for_all()
    {
        Makes(2);
        var gone = new SendOutcome.ResultGone("404");
        var id = await Delivered();
        _shop.Chat.NextOriginal(gone).NextOriginal(gone).NextOriginal(gone).NextOriginal(gone);
        await Ask(id);
        await _shop.Pass(AMoment);
        _shop.Chat.Originals.ShouldBeEmpty();
        _shop.Chat.OriginalsGone.ShouldHaveSingleItem();
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task An_old_address_is_replaced_by_a_fresh_one()
    {
        var fresh = new Uri("https://results.example/fresh.png");
        var id = await Delivered();
        _shop.Provider.NextReading(new TaskReading.Done([new ResultItem(OutputKind.Image, fresh, null)], 18));
        _shop.Chat.NextOriginal(new SendOutcome.ResultGone("404"));
        await Ask(id);
        await _shop.Pass(AMoment);
        _shop.Chat.Originals.ShouldHaveSingleItem().Address.ShouldBe(fresh);
    }

    [Test]
    public async Task What_could_not_be_sent_yet_is_sent_later_and_what_may_have_been_sent_is_not_sent_twice()
    {
        Makes(2);
        var id = await Delivered();
        _shop.Chat.NextOriginal(new SendOutcome.TryLater(TimeSpan.FromSeconds(3), "429")).NextOriginal(new SendOutcome.Unknown("cut"));
        await Ask(id);
        await _shop.Pass(TimeSpan.FromSeconds(10));
        _shop.Chat.Originals.Count.ShouldBe(1);
        _shop.Chat.OriginalsGone.ShouldBeEmpty();
    }

    private Task<RequestOriginalsOutcome> Ask(GenerationId id, UserId? who = null) =>
        _shop.Send(new RequestOriginals(who ?? _user, id, new Cid("press")));

    private async Task<GenerationId> Delivered()
    {
        var id = await _shop.Order(_user);
        await _shop.Pass(AMoment);
        (await _shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        return id;
    }

    private void Makes(int pictures) => _shop.Provider.UsualReading = new TaskReading.Done(
        [.. Enumerable.Range(1, pictures).Select(n => new ResultItem(OutputKind.Image, new Uri($"https://results.example/{n}.png"), null))], 18);
}
