using Microsoft.EntityFrameworkCore;
using Trt.Application.Growth;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Growth;

/// <summary>Who has brought whom, and what it brings: the yes, and every no.</summary>
public sealed class InvitationTests : ShopTest
{
    [Test]
    public async Task A_newcomer_has_ten_at_once_and_the_inviter_with_the_first_result()
    {
        var inviter = await Shop.NewCustomer();
        var friend = Visitors.Nobody();

        var facts = await Shop.ComesInvitedBy(inviter, friend);

        (facts.IsNew, facts.GivenFree).ShouldBe((true, 10));
        (await Shop.Bank(friend), await Shop.Bank(inviter)).ShouldBe((10, 0));
        await Shop.Pass(TimeSpan.FromSeconds(1));
        Shop.Chat.InviterNews.ShouldHaveSingleItem().News.ShouldBe(InviterNews.FriendCame);

        await Shop.FirstPicture(friend);
        await Shop.FirstPicture(friend);

        (await Shop.Bank(friend), await Shop.Bank(inviter)).ShouldBe((10, 10));
        Shop.Chat.InviterNews.Select(notice => notice.News).ShouldBe([InviterNews.FriendCame, InviterNews.FreeEarned]);
        Shop.Chat.InviterNews.ShouldAllBe(notice => notice.Inviter == inviter);
    }

    [Test]
    [Property("Case", 29)]
    public async Task What_a_friend_brings_is_really_spent()
    {
        await using var shop = await TestShop.Open(Visitors.With(new GrowthTerms { InviterRewardAt = RewardMoment.Arrival }));
        var inviter = await shop.NewCustomer();
        await shop.Friend(inviter);
        await shop.Pass(TimeSpan.FromSeconds(1));
        for (var picture = 0; picture < 6; picture++)
        {
            await shop.FirstPicture(inviter);
        }

        (await shop.Bank(inviter)).ShouldBe(9);
    }

    [Test]
    public async Task Through_twenty_links_at_once_a_newcomer_is_invited_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var inviters = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Shop.NewCustomer()));
            var friend = Visitors.Nobody();

            var all = await Task.WhenAll(inviters.Select(inviter => Shop.ComesInvitedBy(inviter, friend)));

            all.Count(facts => facts.IsNew && facts.GivenFree == 10).ShouldBe(1);
            all.Count(facts => !facts.IsNew && facts.GivenFree == 0).ShouldBe(19);
            (await Shop.Bank(friend)).ShouldBe(10);
            (await Shop.Ask(db => db.Invitations.CountAsync(invitation => invitation.InviteeId == friend))).ShouldBe(1);
        }
    }

    [Test]
    public async Task One_link_pressed_twenty_times_at_once_is_one_invitation()
    {
        var inviter = await Shop.NewCustomer();
        var friend = Visitors.Nobody();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Shop.ComesInvitedBy(inviter, friend)));
        await Shop.FirstPicture(friend);
        (await Shop.Bank(friend), await Shop.Bank(inviter)).ShouldBe((10, 10));
    }

    [Test]
    public async Task Nobody_invites_themselves()
    {
        var alone = Visitors.Nobody();
        (await Shop.ComesInvitedBy(alone, alone)).ShouldBe(new(alone, Language.Russian, IsNew: true) { FreeLeft = 5 });
        await Shop.ComesInvitedBy(alone, alone);
        await NothingWasGiven(alone);
    }

    [Test]
    public async Task Whoever_was_here_before_is_nobodys_newcomer()
    {
        var (inviter, old) = (await Shop.NewCustomer(), await Shop.NewCustomer());
        (await Shop.ComesInvitedBy(inviter, old)).GivenFree.ShouldBe(0);
        await Shop.FirstPicture(old);
        await NothingWasGiven(inviter, old);
    }

    [Test]
    public async Task A_link_to_nobody_is_an_ordinary_welcome()
    {
        var friend = Visitors.Nobody();
        var facts = await Shop.ComesInvitedBy(new UserId(999_999_999_999), friend);
        (facts.IsNew, facts.GivenFree).ShouldBe((true, 0));
        await NothingWasGiven(friend);
    }

    [Test]
    public async Task Whoever_is_blocked_brings_nobody_and_earns_nothing_until_they_are_welcome_again()
    {
        var inviter = await Shop.NewCustomer();
        var early = await Shop.Friend(inviter);
        await Block(inviter, isBlocked: true);

        (await Shop.ComesInvitedBy(inviter, Visitors.Nobody())).GivenFree.ShouldBe(0);
        await Shop.FirstPicture(early);
        (await Shop.Bank(inviter)).ShouldBe(0);

        await Block(inviter, isBlocked: false);
        await Shop.FirstPicture(early);
        (await Shop.Bank(inviter)).ShouldBe(10);
        (await Shop.Ask(db => db.Invitations.CountAsync())).ShouldBe(1);
    }

    [Test]
    [Property("Case", 35)]
    public async Task A_ring_of_three_cannot_be_closed()
    {
        var first = await Shop.NewCustomer();
        var second = await Shop.Friend(first);
        var third = await Shop.Friend(second);
        await Shop.ComesInvitedBy(third, first);
        await Shop.ComesInvitedBy(second, first);
        foreach (var one in new[] { first, second, third })
        {
            await Shop.FirstPicture(one);
        }

        (await Shop.Bank(first), await Shop.Bank(second), await Shop.Bank(third)).ShouldBe((10, 20, 10));
        (await Shop.Ask(db => db.Invitations.CountAsync())).ShouldBe(2);
    }

    [Test]
    public async Task Three_who_invite_each_other_at_the_same_moment_close_no_ring()
    {
        for (var round = 0; round < 20; round++)
        {
            UserId[] ring = [Visitors.Nobody(), Visitors.Nobody(), Visitors.Nobody()];
            await Task.WhenAll(
                Shop.ComesInvitedBy(ring[2], ring[0]), Shop.ComesInvitedBy(ring[0], ring[1]), Shop.ComesInvitedBy(ring[1], ring[2]));
            (await Shop.Ask(db => db.Invitations.CountAsync(invitation => ring.Contains(invitation.InviteeId)))).ShouldBeLessThan(3);
        }
    }

    [Test]
    public async Task A_reward_that_is_delivered_twice_is_given_once()
    {
        var inviter = await Shop.NewCustomer();
        var friend = await Shop.Friend(inviter);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Shop.Send(new RewardInviter(inviter, friend))));

        (await Shop.Bank(inviter)).ShouldBe(10);
    }

    [Test]
    public async Task A_ring_of_false_friends_who_make_nothing_brings_its_leader_nothing()
    {
        var leader = await Shop.NewCustomer();
        for (var friend = 0; friend < 30; friend++)
        {
            await Shop.Friend(leader);
        }

        await Shop.Pass(TimeSpan.FromSeconds(1));

        (await Shop.Bank(leader)).ShouldBe(0);
        Shop.Chat.InviterNews.Count.ShouldBe(10, "thirty friends on one day are ten messages");
    }

    [Test]
    public async Task However_many_come_at_once_a_day_rewards_ten()
    {
        var inviter = await Shop.NewCustomer();
        var friends = new List<UserId>();
        for (var friend = 0; friend < 24; friend++)
        {
            friends.Add(await Shop.Friend(inviter));
        }

        await Task.WhenAll(friends.Select(friend => Shop.Send(new RewardInviter(inviter, friend))));

        (await Shop.Bank(inviter)).ShouldBe(100);
        var view = await Shop.Send(new ShowInvitations(inviter));
        (view.Invited, view.Rewarded, view.FreeEarned).ShouldBe((24, 10, 100));

        Shop.Clock.Advance(TimeSpan.FromDays(1));
        await Shop.Send(new RewardInviter(inviter, await Shop.Friend(inviter)));
        (await Shop.Bank(inviter)).ShouldBe(110, "tomorrow counts anew");
    }

    [Test]
    public async Task The_house_stops_giving_when_its_day_is_used_up()
    {
        await using var shop = await TestShop.Open(Visitors.With(new GrowthTerms { InvitationsPerDay = 3 }));
        var inviter = await shop.NewCustomer();
        var given = new List<int>();
        for (var friend = 0; friend < 5; friend++)
        {
            given.Add((await shop.ComesInvitedBy(inviter, Visitors.Nobody())).GivenFree);
        }

        given.ShouldBe([10, 10, 10, 0, 0]);
        shop.Clock.Advance(TimeSpan.FromDays(1));
        (await shop.ComesInvitedBy(inviter, Visitors.Nobody())).GivenFree.ShouldBe(10);
    }

    [Test]
    public async Task What_was_promised_then_is_kept_when_the_terms_change()
    {
        var inviter = await Shop.NewCustomer();
        var friend = await Shop.Friend(inviter);
        await Sql($"UPDATE invitations SET free = 25 WHERE invitee_id = {friend}");
        await Shop.FirstPicture(friend);
        (await Shop.Bank(inviter)).ShouldBe(25);
    }

    [Test]
    public async Task A_failed_picture_is_no_first_result()
    {
        var inviter = await Shop.NewCustomer();
        var friend = await Shop.Friend(inviter);
        Shop.Provider.NextReading(new Ports.TaskReading.Failed(Ports.ProviderRefusal.Other, "no"));
        await Shop.FirstPicture(friend);
        (await Shop.Bank(inviter)).ShouldBe(0);
    }

    [Test]
    public async Task Where_a_payment_is_asked_for_only_a_payment_counts_and_the_first_is_shared_once()
    {
        await using var shop = await TestShop.Open(Visitors.With(new GrowthTerms
        {
            InviterRewardAt = RewardMoment.FirstPayment,
            SharePercent = 10,
            ShareMax = Money.Rubles(30),
        }));
        var inviter = await shop.NewCustomer();
        var friend = await shop.Friend(inviter);
        await shop.FirstPicture(friend);
        (await shop.Bank(inviter)).ShouldBe(0);

        await shop.Pays(friend, 150);
        await shop.Pays(friend, 50_000);
        await shop.Pass(TimeSpan.FromSeconds(2));
        await shop.Send(new ShareFirstPayment(inviter, friend));

        (await shop.Bank(inviter)).ShouldBe(10);
        (await shop.Balance(inviter)).Available.ShouldBe(Money.Rubles(15));
        var bonus = await shop.Ask(db => db.Ledger.SingleAsync(entry => entry.UserId == inviter));
        (bonus.Kind, bonus.Reference).ShouldBe((EntryKind.Bonus, $"invitation:{friend}"));
        (await shop.Send(new ShowInvitations(inviter))).MoneyEarned.ShouldBe(Money.Rubles(15));
        shop.Chat.InviterNews.Count(notice => notice.News == InviterNews.MoneyEarned && notice.Money == Money.Rubles(15)).ShouldBe(1);
        await shop.MoneyAgrees();
    }

    [Test]
    public async Task Two_first_payments_at_once_are_one_first_payment()
    {
        await using var shop = await TestShop.Open(Visitors.With(new GrowthTerms { SharePercent = 10 }));
        for (var round = 0; round < 20; round++)
        {
            var inviter = await shop.NewCustomer();
            var friend = await shop.Friend(inviter);
            await Task.WhenAll(shop.Pays(friend, 100), shop.Pays(friend, 100));
            await shop.Pass(TimeSpan.Zero);
            (await shop.Balance(inviter)).Available.ShouldBe(Money.Rubles(10));
        }

        await shop.MoneyAgrees();
    }

    [Test]
    public async Task Without_a_percentage_a_payment_brings_the_inviter_no_money()
    {
        var inviter = await Shop.NewCustomer();
        var friend = await Shop.Friend(inviter);
        await Shop.Pays(friend, 1000);
        await Shop.Pass(TimeSpan.FromSeconds(1));
        (await Shop.Balance(inviter)).Available.ShouldBe(Money.Zero);
    }

    private Task Block(UserId user, bool isBlocked) =>
        Sql($"UPDATE users SET blocked_at = {(isBlocked ? "now()" : "NULL")}, block_reason = {(isBlocked ? "'test'" : "NULL")} WHERE id = {user}");

    private async Task NothingWasGiven(params UserId[] users)
    {
        await Shop.Pass(TimeSpan.FromSeconds(1));
        foreach (var user in users)
        {
            (await Shop.Bank(user)).ShouldBe(0);
        }

        (await Shop.Ask(db => db.Invitations.CountAsync())).ShouldBe(0);
        Shop.Chat.InviterNews.ShouldBeEmpty();
    }

    private async Task Sql(string statement)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Shop.ConnectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
