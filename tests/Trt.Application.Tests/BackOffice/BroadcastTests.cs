using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.Broadcasts;
using Trt.Application.BackOffice.People;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Tests.Payments;
using Trt.Application.Users;
using Trt.Domain.BackOffice;
using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>What the shop writes to many: nobody gets it twice, whatever breaks, and the counts are the rows.</summary>
public sealed class BroadcastTests : ShopTest
{
    private static readonly Actor.InChat Ann = new(TestShop.Owner);

    [SetUp]
    public async Task Enter() => await Shop.Send(new EnterChat(TestShop.Owner, "Ann", null, Language.English, new Cid("test")));

    [Test]
    public async Task Everybody_gets_it_once_in_their_own_language_and_the_author_hears_the_counts()
    {
        var (boris, carl) = (await Shop.NewCustomer(), await Shop.NewCustomer());
        await Shop.Tell(new ChooseLanguage(carl, Language.English));
        await Start(await Composed());
        await Runs();
        Shop.News.Sent.ShouldBe([(TestShop.Owner, Language.English), (boris, Language.Russian), (carl, Language.English)], ignoreOrder: true);
        await Shop.HearAlerts();
        Shop.News.Ends.ShouldHaveSingleItem().ShouldBe(BroadcastCounts.None with { Sent = 3 });
        (await Shop.Ask(db => db.Broadcasts.AsNoTracking().SingleAsync())).State.ShouldBe(BroadcastState.Done);
    }

    [Test]
    public async Task Who_left_is_blocked_or_wants_no_news_is_not_counted_and_not_written_to()
    {
        var (left, blocked, quiet) = (await Shop.NewCustomer(), await Shop.NewCustomer(), await Shop.NewCustomer());
        await Shop.Tell(new LeaveChat(left));
        await Shop.Given(new BlockUser(Ann, blocked, "spam"));
        (await Shop.Send(new ChooseNews(quiet, Wants: false))).ShouldBeFalse();
        var draft = await Composed();
        draft.Reach.ShouldBe(1);
        await Start(draft);
        await Runs();
        Shop.News.Sent.ShouldHaveSingleItem().Customer.ShouldBe(TestShop.Owner);
    }

    [Test]
    public async Task Who_says_no_or_leaves_after_the_start_is_passed_over_and_said_so()
    {
        var (first, second) = (await Shop.NewCustomer(), await Shop.NewCustomer());
        await Start(await Composed());
        await Shop.Send(new ChooseNews(first, Wants: false));
        await Shop.Tell(new LeaveChat(second));
        await Runs();
        (await Counts()).ShouldBe(BroadcastCounts.None with { Sent = 1, Skipped = 1, Left = 1 });
    }

    [TestCase(Audience.Everyone, 4)]
    [TestCase(Audience.ActiveWeek, 2)]
    [TestCase(Audience.ActiveMonth, 3)]
    [TestCase(Audience.ActiveQuarter, 4)]
    [TestCase(Audience.Paid, 1)]
    [TestCase(Audience.NeverPaid, 3)]
    [TestCase(Audience.WithBalance, 2)]
    [TestCase(Audience.Russian, 3)]
    [TestCase(Audience.English, 1)]
    public async Task The_count_before_is_the_number_of_those_who_get_it(Audience audience, int people)
    {
        var (week, month, quarter) = (await Shop.NewCustomer(), await Shop.NewCustomer(), await Shop.NewCustomer());
        await Shop.Execute($"UPDATE users SET seen_on = seen_on - 20 WHERE id = {month}");
        await Shop.Execute($"UPDATE users SET seen_on = seen_on - 80 WHERE id = {quarter}");
        await Shop.Execute($"UPDATE users SET language = 'English' WHERE id = {week}");
        await Shop.Execute($"UPDATE users SET language = 'Russian' WHERE id = {TestShop.Owner}");
        await Shop.Send(new AddMoney(month, 500, "gift", "test", "test"));
        await Shop.PaysIn(quarter, 50, "charge");
        await Composed();
        var draft = await Change(new BroadcastChange.To(audience));
        draft.Reach.ShouldBe(people);
        await Start(draft);
        await Runs();
        Shop.News.Sent.Count.ShouldBe(people);
    }

    [Test]
    public async Task Only_what_was_shown_is_sent_and_only_once_however_often_it_is_pressed()
    {
        await Shop.NewCustomer();
        var shown = await Composed();
        await Change(new BroadcastChange.Words(Language.Russian, "Другое"));
        (await Press(shown)).ShouldBeOfType<StartedBroadcast.Outdated>();
        var now = await Change(null);
        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Press(now)));
        ends.OfType<StartedBroadcast.Started>().Count().ShouldBe(1);
        await Runs();
        Shop.News.Sent.Count.ShouldBe(2);
        (await Shop.Ask(db => db.Audit.CountAsync(entry => entry.Action == "broadcast.started"))).ShouldBe(1);
    }

    [Test]
    public async Task Without_words_or_with_too_many_under_a_picture_it_is_not_sent()
    {
        var empty = await Change(null);
        (await Press(empty)).ShouldBe(new StartedBroadcast.CannotBe(BroadcastProblem.NoText));
        (await Change(new BroadcastChange.Words(Language.Russian, new string('я', 3001)))).Problem.ShouldBe(BroadcastProblem.TextTooLong);
        (await Change(new BroadcastChange.Words(Language.Russian, new string('я', 2000)))).Problem.ShouldBeNull();
        var pictured = await Change(new BroadcastChange.Picture("file"));
        pictured.Problem.ShouldBe(BroadcastProblem.TextTooLong);
        (await Press(pictured)).ShouldBe(new StartedBroadcast.CannotBe(BroadcastProblem.TextTooLong));
        for (var link = 0; link < 3; link++)
        {
            (await Change(new BroadcastChange.Link(new BroadcastLink((BroadcastPlace)link)))).Problem.ShouldBeNull();
        }

        (await Change(new BroadcastChange.Link(new BroadcastLink(BroadcastPlace.Model, "z-image")))).Problem.ShouldBe(BroadcastProblem.TooManyLinks);
    }

    [Test]
    public async Task The_author_sees_it_in_each_language_it_has_words_in()
    {
        await Composed();
        (await Shop.Given(new PreviewBroadcast(Ann, new Cid("test")))).ShouldBeNull();
        await Shop.RunDue(Lane.Chat);
        Shop.News.Previews.ShouldBe([Language.Russian, Language.English]);
        Shop.News.Sent.ShouldBeEmpty();
    }

    [Test]
    public async Task Every_end_is_counted_and_an_unknown_one_is_not_sent_again()
    {
        var people = await Crowd(4);
        Shop.News.Answers = who => Task.FromResult<SendOutcome>(
            who == people[0] ? new SendOutcome.RecipientGone()
            : who == people[1] ? new SendOutcome.Unknown("cut")
            : who == people[2] ? new RefusedOutright()
            : new SendOutcome.Sent(1, null));
        await Start(await Composed());
        await Runs();
        (await Counts()).ShouldBe(new BroadcastCounts(0, 0, Sent: 2, Left: 1, Failed: 1, Unknown: 1, Skipped: 0));
        await Shop.Pass(TimeSpan.FromMinutes(10));
        Shop.News.Sent.Count(sent => sent.Customer == people[1]).ShouldBe(1);
    }

    [Test]
    public async Task When_the_messenger_wants_a_rest_it_goes_on_afterwards_with_the_same_person()
    {
        var people = await Crowd(3);
        var busy = true;
        Shop.News.Answers = who => Task.FromResult<SendOutcome>(
            who == people[0] && busy ? new SendOutcome.TryLater(TimeSpan.FromSeconds(30), "429") : new SendOutcome.Sent(1, null));
        await Start(await Composed());
        await Shop.RunDue(Lane.News);
        busy = false;
        await Runs();
        (await Counts()).Sent.ShouldBe(4);
        Shop.News.Sent.Select(sent => sent.Customer).ShouldBeUnique();
    }

    [Test]
    public async Task Stopped_in_the_middle_nobody_else_gets_it_and_the_counts_are_the_rows()
    {
        await Crowd(6);
        var draft = await Composed();
        var gets = 0;
        Shop.News.Answers = async _ =>
        {
            if (++gets == 3)
            {
                (await Shop.Given(new StopBroadcast(Ann, draft.Broadcast.Id)))!.Broadcast.State.ShouldBe(BroadcastState.Stopped);
            }

            return new SendOutcome.Sent(1, null);
        };
        await Start(draft);
        await Runs();
        (await Counts()).ShouldBe(BroadcastCounts.None with { Sent = 3, Waiting = 4 });
        Shop.News.Sent.Count.ShouldBe(3);
        await Shop.HearAlerts();
        Shop.News.Ends.ShouldHaveSingleItem().Sent.ShouldBe(3);
        (await Shop.Given(new StopBroadcast(Ann, draft.Broadcast.Id)))!.Counts.Waiting.ShouldBe(4);
        (await Shop.Ask(db => db.Audit.CountAsync(entry => entry.Action == "broadcast.stopped"))).ShouldBe(1);
    }

    [Test]
    public async Task After_a_crash_in_the_middle_another_instance_goes_on_and_nobody_gets_it_twice()
    {
        await Crowd(6);
        await using var other = await Shop.OpenBeside();
        var gets = 0;
        Shop.News.Answers = who => ++gets == 3
            ? throw new InvalidOperationException($"the program dies while it writes to {who}")
            : Task.FromResult<SendOutcome>(new SendOutcome.Sent(1, null));
        await Start(await Composed());
        await Shop.RunDue(Lane.News);
        (await Counts()).Claimed.ShouldBe(1, "nobody knows whether it has arrived");

        for (var minute = 0; minute < 8; minute++)
        {
            Shop.Clock.Advance(TimeSpan.FromMinutes(1));
            other.Clock.Set(Shop.Clock.GetUtcNow());
            await Drain(other);
        }

        (await Counts()).ShouldBe(BroadcastCounts.None with { Sent = 6, Unknown = 1 });
        Shop.News.Sent.Concat(other.News.Sent).Select(sent => sent.Customer).ShouldBeUnique();
        await Shop.HearAlerts();
        Shop.News.Ends.Concat(other.News.Ends).ShouldHaveSingleItem().Unknown.ShouldBe(1);
    }

    [Test]
    public async Task Two_instances_that_work_on_the_same_broadcast_write_to_each_once()
    {
        await Crowd(60);
        await using var other = await Shop.OpenBeside();
        await Start(await Composed());
        var id = (await Shop.Ask(db => db.Broadcasts.AsNoTracking().SingleAsync())).Id;
        for (var second = 0; second < 12; second++)
        {
            // More than the shop itself would do: one row is one worker's; here both hold it, as after a lease that ran out too early.
            await Task.WhenAll(Shop.Send(new SendBroadcast(id)), other.Send(new SendBroadcast(id)), Shop.Send(new SendBroadcast(id)));
            Shop.Clock.Advance(TimeSpan.FromSeconds(1));
            other.Clock.Set(Shop.Clock.GetUtcNow());
        }

        var sent = Shop.News.Sent.Concat(other.News.Sent).Select(each => each.Customer).ToList();
        sent.ShouldBeUnique();
        sent.Count.ShouldBe(61);
        (await Counts()).ShouldBe(BroadcastCounts.None with { Sent = 61 });
    }

    [Test]
    public async Task It_leaves_at_ten_a_second_and_lets_customers_own_messages_go_first()
    {
        await Crowd(25);
        await Start(await Composed());
        await Shop.RunDue(Lane.News);
        Shop.News.Sent.Count.ShouldBe(10);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Drain(Shop);
        Shop.News.Sent.Count.ShouldBe(20);
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Drain(Shop);
        Shop.News.Sent.Count.ShouldBe(26);
    }

    [Test]
    public async Task Limited_admins_and_support_cannot_write_to_many_nor_see_anothers_draft()
    {
        var draft = await Composed();
        var limited = await Shop.NewAdmin();
        (await Shop.Send(new ComposeBroadcast(new Actor.InChat(limited)))).ShouldBe(Guarded<BroadcastView>.No);
        var admin = await Shop.NewCustomer();
        await Shop.Given(new AppointAdmin(Ann, admin, Role: AdminRole.Admin));
        (await Shop.Given(new ShowBroadcast(new Actor.InChat(admin), draft.Broadcast.Id))).ShouldBeNull();
        (await Shop.Given(new StartBroadcast(new Actor.InChat(admin), draft.Broadcast.Id, draft.Broadcast.Revision, new Cid("test"))))
            .ShouldBeOfType<StartedBroadcast.Outdated>();
    }

    private async Task<IReadOnlyList<UserId>> Crowd(int people)
    {
        var crowd = new List<UserId>();
        for (var person = 0; person < people; person++)
        {
            crowd.Add(await Shop.NewCustomer());
        }

        return crowd;
    }

    private async Task<BroadcastView> Composed()
    {
        await Change(new BroadcastChange.Words(Language.Russian, "Новая модель <b>!"));
        return await Change(new BroadcastChange.Words(Language.English, "A new model"));
    }

    private Task<BroadcastView> Change(BroadcastChange? change) => Shop.Given(new ComposeBroadcast(Ann, change));

    private Task<StartedBroadcast> Press(BroadcastView shown) =>
        Shop.Given(new StartBroadcast(Ann, shown.Broadcast.Id, shown.Broadcast.Revision, new Cid("test")));

    private async Task Start(BroadcastView shown) => (await Press(shown)).ShouldBeOfType<StartedBroadcast.Started>();

    private async Task<BroadcastCounts> Counts() => (await Shop.Given(new ShowBroadcast(
        Ann, (await Shop.Ask(db => db.Broadcasts.AsNoTracking().OrderByDescending(broadcast => broadcast.StartedAt).FirstAsync())).Id)))!.Counts;

    private Task Runs() => Shop.Pass(TimeSpan.FromMinutes(2));

    private static async Task Drain(TestShop shop)
    {
        while (await shop.RunDue(Lane.News) > 0)
        {
        }
    }

    private sealed record RefusedOutright : SendOutcome;
}
