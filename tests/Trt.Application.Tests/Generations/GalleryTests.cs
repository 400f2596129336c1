using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Generations;

/// <summary>A customer's own works: shown once more, kept, taken away.</summary>
public sealed class GalleryTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(20);

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [Test]
    public async Task What_is_opened_comes_from_the_chats_own_copy_and_once_for_many_presses()
    {
        var id = await Delivered();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Open(id)));
        await Shop.Pass(AMoment);
        Shop.Chat.Copies.ShouldHaveSingleItem().Kind.ShouldBe(OutputKind.Image);
        Shop.Chat.Results.Count.ShouldBe(1, "the delivery, and nothing fetched for looking again");
    }

    [Test]
    public async Task A_copy_that_is_lost_is_fetched_and_what_is_gone_is_said()
    {
        var id = await Delivered();
        Shop.Chat.LostCopies.Add("file");
        await Open(id);
        await Shop.Pass(AMoment);
        Shop.Chat.Results.Count.ShouldBe(2);

        Shop.Provider.UsualReading = new TaskReading.Missing("404");
        Shop.Chat.NextResult(new SendOutcome.ResultGone("404"));
        await Open(id);
        await Shop.Pass(AMoment);
        Shop.Chat.OriginalsGone.ShouldHaveSingleItem();
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
    }

    [Test]
    public async Task A_work_costs_what_was_taken_for_it()
    {
        var id = await Delivered();
        var work = (await Open(id)).ShouldNotBeNull().Work;
        (work.Taken, work.Words).ShouldBe((Money.Rubles(14.14m), "a lighthouse"));

        Shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "500");
        var failed = await Delivered();
        (await Open(failed)).ShouldNotBeNull().Work.Taken.ShouldBe(Money.Zero);
    }

    [Test]
    public async Task What_is_still_to_come_cannot_be_deleted_and_what_is_deleted_keeps_its_receipt()
    {
        Shop.Provider.UsualReading = new TaskReading.Running();
        var running = await Shop.Order(_user);
        (await Shop.Send(new DeleteWork(_user, running))).ShouldBe(DeleteOutcome.UnderWay);

        Shop.Provider.UsualReading = new TaskReading.Done([new ResultItem(OutputKind.Image, new Uri("https://results.example/1.png"), null)], 18);
        await Shop.Pass(TimeSpan.FromMinutes(2));
        (await Shop.Send(new DeleteWork(await Shop.NewCustomer(), running))).ShouldBe(DeleteOutcome.NotFound);
        (await Shop.Send(new DeleteWork(_user, running))).ShouldBe(DeleteOutcome.Deleted);
        (await Shop.Send(new DeleteWork(_user, running))).ShouldBe(DeleteOutcome.Deleted);
        (await Open(running)).ShouldBeNull();
        (await Page(HistoryFilter.Everything)).Works.Items.ShouldBeEmpty();
        (await Shop.Send(new ShowReceipt(_user, running))).ShouldNotBeNull().Taken.ShouldBe(Money.Rubles(14.14m));
        (await Shop.Send(new FavourGeneration(_user, running, IsFavourite: true))).ShouldBeFalse();
    }

    [Test]
    public async Task Nobody_finds_the_works_of_somebody_else()
    {
        var id = await Delivered();
        var stranger = await Shop.NewCustomer();
        await Shop.Tell(new SearchHistory(stranger, "lighthouse"));
        (await Shop.Send(new BrowseHistory(stranger, 1, new HistoryFilter(IsSearch: true)))).Works.Items.ShouldBeEmpty();
        (await Shop.Send(new OpenWork(stranger, id, new Cid("press"), Again: true))).ShouldBeNull();
        await Shop.Tell(new SearchHistory(_user, "LIGHT"));
        (await Page(new HistoryFilter(IsSearch: true))).Works.Items.ShouldHaveSingleItem();
        (await Page(new HistoryFilter(OutputKind.Video))).Works.Items.ShouldBeEmpty();
    }

    private Task<HistoryPage> Page(HistoryFilter filter) => Shop.Send(new BrowseHistory(_user, 1, filter));

    private Task<WorkView?> Open(GenerationId id) => Shop.Send(new OpenWork(_user, id, new Cid("press"), Again: true));

    private async Task<GenerationId> Delivered()
    {
        var id = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        return id;
    }
}
