using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Users;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>What operators hear, how often, and that each of them hears it in their own language.</summary>
public sealed class AlertTests : ShopTest
{
    private static readonly Matter Empty = new Matter.StartsRefused(ProviderRefusal.NoCredits, "402");

    [Test]
    public async Task Every_kind_of_matter_comes_back_from_the_database_as_it_went_in()
    {
        Samples.Matters.Count.ShouldBeGreaterThan(25);
        foreach (var matter in Samples.Matters)
        {
            await See(matter);
        }

        await Shop.HearAlerts();
        Shop.Mail.Alerts.Select(heard => heard.GetType()).ShouldBe(
            Samples.Matters.DistinctBy(matter => matter.Subject).Select(matter => matter.GetType()), ignoreOrder: true);
        (await Shop.Ask(db => db.OperatorMatters.AsNoTracking().FirstAsync(standing => standing.Subject == "provider:InvalidInput"))).Matter.ShouldBeOfType<Matter.StartsRefused>().Detail.ShouldBe("text");
    }

    [Test]
    public async Task Each_hears_it_in_their_own_language_and_one_who_cannot_be_reached_holds_up_nobody()
    {
        var (ann, bob) = (await Speaker(Language.English), await Speaker(Language.Russian));
        await Appoint(ann, AdminRole.Admin);
        await Appoint(bob, AdminRole.Owner);
        await Appoint(await Speaker(Language.English), AdminRole.Limited);
        await Appoint(await Speaker(Language.English), AdminRole.Support);
        Shop.Mail.Refuses = who => who == bob ? new SendOutcome.TryLater(TimeSpan.FromMinutes(1), "429") : new SendOutcome.Sent(1, null);

        await See(Empty);
        await Shop.HearAlerts();
        Shop.Mail.Words.Select(word => (word.Operator, word.Language)).ShouldBe(
            [(TestShop.Owner, Language.Russian), (ann, Language.English), (bob, Language.Russian)], ignoreOrder: true);

        Shop.Mail.Refuses = null;
        Shop.Clock.Advance(TimeSpan.FromMinutes(2));
        await Shop.HearAlerts();
        Shop.Mail.Words.Count(word => word.Operator == bob).ShouldBe(2, "the one who was busy hears it later");
        Shop.Mail.Words.Count(word => word.Operator == ann).ShouldBe(1, "and nobody hears it twice");
    }

    [Test]
    public async Task Who_is_dismissed_meanwhile_hears_nothing()
    {
        var ann = await Speaker(Language.English);
        await Appoint(ann, AdminRole.Admin);
        await See(Empty);
        await Shop.Given(new DismissAdmin(BackOffice.ByOwner, ann));
        await Shop.HearAlerts();
        Shop.Mail.Words.ShouldHaveSingleItem().Operator.ShouldBe(TestShop.Owner);
    }

    [Test]
    public async Task What_goes_on_is_told_at_once_once_more_after_an_hour_then_each_day_and_when_it_is_over()
    {
        for (var minute = 0; minute < 50; minute++)
        {
            await See(Empty);
            Shop.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Shop.HearAlerts();
        News().ShouldBe([MatterNews.Begins]);

        await Tend(TimeSpan.FromMinutes(15));
        News().ShouldBe([MatterNews.Begins, MatterNews.GoesOn]);
        Shop.Mail.Words.Last().Word.Times.ShouldBe(49);

        await Tend(TimeSpan.FromHours(22));
        News().Count.ShouldBe(2);
        await Tend(TimeSpan.FromHours(2));
        News().Count.ShouldBe(3);

        await Shop.Order(await Shop.NewCustomer(100));
        await Shop.Pass(TimeSpan.FromMinutes(1));
        await Tend(TimeSpan.Zero);
        News()[^1].ShouldBe(MatterNews.Over);
        await Tend(TimeSpan.FromDays(2));
        News().Count(news => news == MatterNews.Over).ShouldBe(1);
        (await Shop.Ask(db => db.OperatorMatters.CountAsync(standing => standing.OverAt == null))).ShouldBe(0);
    }

    [Test]
    public async Task What_happens_a_hundred_times_is_one_word_in_a_quarter_of_an_hour_with_how_often()
    {
        var lost = new Matter.TasksUnknown(1, ["task"]);
        for (var time = 0; time < 100; time++)
        {
            await See(lost);
        }

        await Shop.HearAlerts();
        Shop.Mail.Words.ShouldHaveSingleItem();
        Shop.Clock.Advance(OperatorMatter.Quiet);
        await See(lost);
        await Shop.HearAlerts();
        Shop.Mail.Words.Select(word => word.Word.Times).ShouldBe([1, 100]);
    }

    [Test]
    public async Task Two_instances_that_see_the_same_tell_it_once()
    {
        await using var other = await Shop.OpenBeside();
        for (var round = 0; round < 20; round++)
        {
            var matter = new Matter.WorkParked($"round.{round}", "cid");
            await Task.WhenAll(Enumerable.Range(0, 6).Select(n => See(matter, n % 2 == 0 ? Shop : other)));
        }

        await Shop.HearAlerts();
        Shop.Mail.Words.Count.ShouldBe(20);
    }

    [Test]
    public async Task An_alert_that_an_earlier_release_has_stored_is_told_in_its_own_words()
    {
        await Shop.Execute(
            """
            INSERT INTO outbox (id, lane, user_id, name, key, payload, cid, due_at, attempts, tellings)
            VALUES (gen_random_uuid(), 'Operators', 0, 'operator.alert.v1', 'money:2026', '{"subject": "money:2026", "text": "The books"}', 'cid', '2020-01-01', 0, 0)
            """);
        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBe(new Matter.OldWords("money:2026", "The books"));
    }

    [Test]
    public async Task Starts_are_opened_by_who_runs_the_shop_and_that_is_written_down()
    {
        await Pause();
        var admin = await Shop.NewAdmin();
        (await Shop.Send(new OpenStarts(new Actor.InChat(admin)))).ShouldBe(Application.BackOffice.Guarded<bool>.No);
        (await Shop.Given(new OpenStarts(BackOffice.ByOwner))).ShouldBeTrue();
        (await Shop.Given(new OpenStarts(BackOffice.ByOwner))).ShouldBeFalse();
        (await Shop.Ask(db => db.Audit.CountAsync(entry => entry.Action == "starts.opened"))).ShouldBe(1);
    }

    [Test]
    public async Task A_digest_comes_each_morning_by_the_operators_clock_once()
    {
        // 02:00 UTC: five in the morning in Moscow, noon in Vladivostok is far.
        Shop.Clock.Set(new DateTimeOffset(2027, 3, 1, 2, 0, 0, TimeSpan.Zero));
        var east = await Speaker(Language.English);
        await Shop.Tell(new ChooseZone(east, TimeSpan.FromHours(7)));
        await Appoint(east, AdminRole.Admin);

        await Digests();
        Shop.Mail.Digests.ShouldHaveSingleItem().Operator.ShouldBe(east);
        Shop.Clock.Set(new DateTimeOffset(2027, 3, 1, 6, 0, 0, TimeSpan.Zero));
        await Digests();
        await Digests();
        Shop.Mail.Digests.Select(digest => digest.Operator).ShouldBe([east, TestShop.Owner]);
        Shop.Mail.Digests.ShouldAllBe(digest => digest.Day == new DateOnly(2027, 2, 28));
    }

    [Test]
    public async Task A_digest_tells_of_yesterdays_money_and_orders_and_of_what_waits()
    {
        Shop.Clock.Set(new DateTimeOffset(2027, 3, 1, 10, 0, 0, TimeSpan.Zero));
        var user = await Shop.NewCustomer(100);
        await Shop.Order(user);
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.ModelUnavailable, "422"));
        await Shop.Order(user);
        await Shop.Pass(TimeSpan.FromMinutes(2));
        await See(new Matter.InvoicesRefused(Domain.Payments.PaymentMethod.Invoice));

        Shop.Clock.Set(new DateTimeOffset(2027, 3, 2, 6, 30, 0, TimeSpan.Zero));
        await Digests();
        var digest = Shop.Mail.Digests.ShouldHaveSingleItem();
        (digest.Figures.Orders, digest.Figures.Failed, digest.Figures.NewCustomers).ShouldBe((2, 1, 1));
        digest.Spent.ShouldBe(new Money(1414));
        digest.Cost.ShouldBe(new Money(708));
        digest.Waiting.Matters.ShouldBe(1);
        digest.IsQuiet.ShouldBeFalse();

        Shop.Clock.Set(new DateTimeOffset(2027, 3, 5, 6, 30, 0, TimeSpan.Zero));
        await Shop.Execute("UPDATE operator_matters SET over_at = now()");
        await Digests();
        Shop.Mail.Digests.Last().IsQuiet.ShouldBeTrue();
    }

    private IReadOnlyList<MatterNews> News() => [.. Shop.Mail.Words.Select(word => word.Word.News)];

    private async Task Tend(TimeSpan later)
    {
        Shop.Clock.Advance(later);
        await Shop.Send(new TendMatters());
        await Shop.HearAlerts();
    }

    private async Task Digests()
    {
        await Shop.Send(new MorningDigest());
        await Shop.HearAlerts();
    }

    private async Task<UserId> Speaker(Language language)
    {
        var user = await Shop.NewCustomer();
        await Shop.Tell(new ChooseLanguage(user, language));
        return user;
    }

    private Task<AppointResult> Appoint(UserId user, AdminRole role) => Shop.Given(new AppointAdmin(BackOffice.ByOwner, user, Role: role));

    private Task<LaterOutcome> See(Matter matter) => See(matter, Shop);

    private static Task<LaterOutcome> See(Matter matter, TestShop shop) => shop.Send(new TellOperators(matter));

    private async Task Pause()
    {
        await using var scope = Shop.Scope();
        await scope.ServiceProvider.GetRequiredService<IPace>().Pause(Pauses.Provider, TimeSpan.FromMinutes(5), "test", CancellationToken.None);
    }
}
