using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Finding;
using Trt.Application.Generations;
using Trt.Application.Groups;
using Trt.Domain.Catalog;
using Trt.Domain.Groups;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Groups;

/// <summary>An order that was asked for in a group: whose it is, and where its result goes.</summary>
public sealed class GroupOrderTests : ShopTest
{
    private static readonly GroupPlace Place = new(-500, 17);

    [Test]
    public async Task The_place_travels_from_the_wish_to_the_order()
    {
        var (anna, order) = await Ordered();
        (await Shop.Ask(db => db.Generations.SingleAsync(made => made.Id == order))).ShouldSatisfyAllConditions(
            made => made.AskedIn.ShouldBe(Place),
            made => made.ScreenChatId.ShouldBe(Place.ChatId),
            made => made.UserId.ShouldBe(anna));
    }

    [Test]
    public async Task An_order_of_the_private_chat_answers_nowhere_else()
    {
        var (anna, _) = await Ordered();
        await Shop.Send(new HearWish(anna, "дом у озера"));
        var view = (WizardView.Confirm)await Shop.Send(new TakeWish(anna, 2, new ModelId("nano-banana-pro")));
        view.Draft.AskedIn.ShouldBeNull();
    }

    [Test]
    public async Task Nobody_becomes_a_customer_by_speaking_in_a_group()
    {
        var stranger = new MemberFacts(new UserId(404), Language.Russian, CanBeReached: false, IsBlocked: false);
        var heard = await Shop.Send(new HearInGroup(stranger, Place, "кот в очках", []));
        heard.View.ShouldBeNull();
        heard.Number.ShouldBe(1);
        (await Shop.Ask(db => db.Users.CountAsync())).ShouldBe(0);
        (await Shop.Send(new FindMember(new UserId(404), Language.English))).ShouldBe(
            new MemberFacts(new UserId(404), Language.English, CanBeReached: false, IsBlocked: false));
    }

    [Test]
    public async Task What_is_owed_follows_the_group_and_answers_no_message_of_the_old_one()
    {
        var (_, order) = await Ordered();
        await Shop.Send(new MoveGroup(Place.ChatId, -1001, "Друзья"));
        await Shop.Send(new MoveGroup(Place.ChatId, -1001, "Друзья"));
        var made = await Shop.Ask(db => db.Generations.SingleAsync(found => found.Id == order));
        made.AskedIn.ShouldBe(new GroupPlace(-1001, 0));
        made.ScreenMessageId.ShouldBeNull("the card stays behind");
        (await Shop.Ask(db => db.LockGroup(-1001, "", CancellationToken.None))).IsOpen.ShouldBeTrue();
    }

    [Test]
    public async Task Who_leaves_takes_only_what_is_theirs_along()
    {
        var (anna, hers) = await Ordered();
        var (_, his) = await Ordered();
        await Shop.Send(new PartFromGroup(anna, Place.ChatId));
        (await PlaceOf(hers)).ShouldBeNull();
        (await PlaceOf(his)).ShouldBe(Place);
    }

    [Test]
    public async Task A_card_that_is_dropped_takes_no_other_order_with_it()
    {
        var anna = await Shop.NewCustomer();
        await Shop.Send(new BeginDraft(anna, new ModelId("nano-banana-pro")));
        (await Shop.Send(new CancelDraft(anna, GenerationId.New(Shop.Clock.GetUtcNow())))).ShouldBeFalse();
        (await Shop.Ask(db => db.Drafts.CountAsync())).ShouldBe(1);
    }

    [Test]
    public async Task Sixteen_presses_at_once_are_one_order()
    {
        var (anna, view) = await Ready();
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Shop.Send(Confirm(anna, view))));
        results.OfType<ConfirmResult.Started>().Count().ShouldBe(1);
        results.OfType<ConfirmResult.AlreadyStarted>().Count().ShouldBe(15);
    }

    private Task<GroupPlace?> PlaceOf(GenerationId id) =>
        Shop.Ask(async db => (await db.Generations.SingleAsync(found => found.Id == id)).AskedIn);

    private async Task<(UserId Who, GenerationId Order)> Ordered()
    {
        var (who, view) = await Ready();
        (await Shop.Send(Confirm(who, view))).ShouldBeOfType<ConfirmResult.Started>();
        return (who, view.Draft.Id);
    }

    private async Task<(UserId Who, WizardView.Confirm View)> Ready()
    {
        var who = await Shop.NewCustomer(100);
        var heard = await Shop.Send(new HearInGroup(
            new MemberFacts(who, Language.Russian, CanBeReached: true, IsBlocked: false), Place, "маяк ночью nano banana pro", []));
        heard.View.ShouldBeOfType<HeardView.Proposed>();
        return (who, (WizardView.Confirm)await Shop.Send(new TakeWish(who, heard.Number, new ModelId("nano-banana-pro"))));
    }

    private static ConfirmGeneration Confirm(UserId who, WizardView.Confirm view) => new(
        who, view.Draft.Id, ScreenMessageId: 18, Cid.New(view.Quote.ExpiresAt), view.Quote.Price, ScreenGroup: Place.ChatId);
}
