using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Health;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Health;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Storefront;
using Trt.Domain.BackOffice;
using Trt.Domain.Health;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Health;

/// <summary>What really fails is not sold for a while and comes back by itself; what is nobody's failure stops nothing.</summary>
public sealed class HealthTests : ShopTest
{
    private static readonly ModelId Picture = new("nano-banana-pro");
    private static readonly TaskReading Broken = new TaskReading.Failed(ProviderRefusal.Other, "generation failed (501)");

    [Test]
    public async Task Without_any_order_nothing_is_known_and_everything_is_sold()
    {
        await Tend();
        var line = await Line();
        (line.State, line.IsSold, line.Hour, line.Day, line.DayPercent, line.ProviderPercent).ShouldBe((HealthState.Well, true, null, null, null, null));
        (await IsSold()).ShouldBeTrue();
    }

    [Test]
    public async Task Five_real_failures_pause_the_model_and_the_operators_hear_of_it_once()
    {
        await Orders(4, Broken);
        (await IsSold()).ShouldBeTrue("four are not enough");
        await Orders(1, Broken);
        (await IsSold()).ShouldBeFalse();
        (await Line()).Why.ShouldNotBeNull().ShouldStartWith("5 of 5 orders failed within the hour; the last: generation failed (501)");

        await Tend();
        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.ModelsPaused>().Models.ShouldHaveSingleItem().Model.ShouldBe(Picture);
    }

    [Test]
    public async Task What_is_paused_is_not_sold_and_others_are_offered()
    {
        var user = await Shop.NewCustomer(1000);
        var draft = await Shop.PaidDraft(user);
        await Orders(5, Broken);

        (await Shop.Send(new ShowModel(user, Picture))).ShouldBeOfType<ModelView.Unavailable>().Alternatives.ShouldNotBeEmpty();
        (await Shop.Send(new BeginDraft(user, Picture))).ShouldBeOfType<WizardView.Unavailable>().Alternatives.ShouldNotContain(card => card.Id == Picture);
        (await Shop.Confirm(user, draft.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.ModelUnavailable);
        (await Shop.Balance(user)).Available.ShouldBe(Money.Rubles(1000));
    }

    [Test]
    public async Task What_was_typed_for_a_paused_model_is_kept_and_goes_on_with_another()
    {
        var user = await Shop.NewCustomer(1000);
        await Shop.Send(new BeginDraft(user, Picture));
        await Shop.Send(new SkipField(user));
        await Orders(5, Broken);

        var view = (await Shop.Send(new AnswerField(user, Field: null, "Кот"))).ShouldBeOfType<WizardView.Unavailable>();
        view.OrderIsKept.ShouldBeTrue();
        view.Model.ShouldNotBeNull().RestsSince.ShouldNotBeNull();
        (await Shop.Send(new BeginDraft(user, new ModelId("z-image")))).ShouldBeOfType<WizardView.Ask>().Field.Name.ShouldBe("aspect_ratio");
        (await Shop.Send(new BeginDraft(user, new ModelId("z-image")))).ShouldBeOfType<WizardView.Ask>().Field.Name.ShouldBe("prompt", "that one is sold: it starts over");
    }

    [TestCase(ProviderRefusal.Moderation)]
    [TestCase(ProviderRefusal.InvalidInput)]
    [TestCase(ProviderRefusal.NoCredits)]
    [TestCase(ProviderRefusal.Unauthorized)]
    [TestCase(ProviderRefusal.Busy)]
    public async Task What_is_not_the_models_fault_pauses_nothing(ProviderRefusal reason)
    {
        await Orders(8, new TaskReading.Failed(reason, "no"));
        (await IsSold()).ShouldBeTrue();
        (await Line()).Hour.ShouldNotBeNull().Failed.ShouldBe(0);
    }

    [Test]
    public async Task Orders_that_never_reached_the_model_pause_nothing()
    {
        for (var order = 0; order < 6; order++)
        {
            Shop.Provider.NextSubmit(new SubmitOutcome.Unknown("silence"));
        }

        await Orders(6, reading: null, after: Shop.Settings.ImageDeadline + TimeSpan.FromMinutes(20));
        (await Line()).Hour.ShouldNotBeNull().Failed.ShouldBe(0);
        (await IsSold()).ShouldBeTrue();
    }

    [Test]
    public async Task Tasks_that_never_end_do()
    {
        await Orders(5, new TaskReading.Running(), after: Shop.Settings.ImageDeadline + TimeSpan.FromMinutes(11));
        (await IsSold()).ShouldBeFalse();
    }

    [Test]
    public async Task A_few_failures_among_many_results_pause_nothing()
    {
        await Orders(6, FakeProvider.Done());
        await Orders(5, Broken);
        (await IsSold()).ShouldBeTrue();
        (await Line()).DayPercent.ShouldNotBeNull().ShouldBe(54.5m, 0.1m);
    }

    [Test]
    public async Task What_one_customer_alone_runs_into_is_not_the_models_while_others_get_results()
    {
        await Orders(1, FakeProvider.Done());
        var one = await Shop.NewCustomer(1000);
        await Orders(5, Broken, one);
        (await IsSold()).ShouldBeTrue();
        await Orders(1, Broken);
        (await IsSold()).ShouldBeFalse("another one runs into it as well");
    }

    [Test]
    public async Task It_comes_back_after_a_probe_and_its_first_result_makes_it_well()
    {
        await Orders(5, Broken);
        await Pass(TimeSpan.FromMinutes(9));
        Shop.Health.Probes.ShouldBeEmpty();
        await Pass(TimeSpan.FromMinutes(1));
        Shop.Health.Probes.ShouldHaveSingleItem().ShouldBe(Picture);
        Shop.Provider.Orders.Count.ShouldBe(5, "a probe is no order");

        (await Shop.Send(new ShowModel(await Shop.NewCustomer(), Picture))).ShouldBeOfType<ModelView.Card>().Model.IsSlow.ShouldBeTrue();
        await Orders(1, FakeProvider.Done());
        var line = await Line();
        (line.State, line.Why).ShouldBe((HealthState.Well, null));
        await Tend();
        (await IsSold()).ShouldBeTrue("the failures of before are not held against it any more");
        (await Shop.Send(new ShowModel(await Shop.NewCustomer(), Picture))).ShouldBeOfType<ModelView.Card>().Model.IsSlow.ShouldBeFalse();
        await Shop.HearAlerts();
        Shop.Mail.Alerts.Count.ShouldBe(2, "once when it was paused, once when it is well");
    }

    [Test]
    public async Task The_first_failure_after_its_return_pauses_it_for_longer_each_time_without_a_word()
    {
        await Orders(5, Broken);
        foreach (var wait in (int[])[10, 20, 40])
        {
            var line = await Line();
            (line.ProbeAt - line.Since).ShouldBe(TimeSpan.FromMinutes(wait));
            await Pass(TimeSpan.FromMinutes(wait));
            (await Line()).State.ShouldBe(HealthState.Watched);
            await Orders(1, Broken);
            (await Line()).State.ShouldBe(HealthState.Paused);
        }

        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldHaveSingleItem();
    }

    [Test]
    public async Task What_the_provider_pauses_stays_paused_and_is_asked_ever_more_rarely()
    {
        Shop.Health.Answer = new AliveAnswer(AliveCheck.Paused, "This interface is temporarily paused");
        await Orders(5, Broken);
        await Pass(TimeSpan.FromHours(12));
        (await IsSold()).ShouldBeFalse();
        Shop.Health.Probes.Count.ShouldBeInRange(6, 8);

        Shop.Health.Answer = new AliveAnswer(AliveCheck.Alive, "required");
        await Pass(ModelHealth.WaitMax + TimeSpan.FromMinutes(1));
        (await IsSold()).ShouldBeTrue();
    }

    [Test]
    public async Task What_the_provider_knows_no_more_is_gone_until_it_is_known_again()
    {
        Shop.Health.Answer = new AliveAnswer(AliveCheck.Gone, "not supported (422)");
        await Orders(5, Broken);
        await Pass(TimeSpan.FromMinutes(10));
        (await Line()).State.ShouldBe(HealthState.Gone);
        await Shop.HearAlerts();
        Shop.Mail.Alerts[^1].ShouldBeOfType<Matter.ModelsGone>();

        Shop.Health.Answer = new AliveAnswer(AliveCheck.Alive, "required");
        await Pass(TimeSpan.FromMinutes(21));
        (await IsSold()).ShouldBeTrue();
    }

    [Test]
    public async Task Unclear_answers_do_not_keep_it_away_for_ever()
    {
        Shop.Health.Answer = new AliveAnswer(AliveCheck.Unclear, "HTTP 502");
        await Orders(5, Broken);
        await Pass(TimeSpan.FromMinutes(10 + 20));
        (await IsSold()).ShouldBeFalse();
        await Pass(TimeSpan.FromMinutes(40 + 2));
        (await Line()).State.ShouldBe(HealthState.Watched);
    }

    [Test]
    public async Task An_empty_order_that_was_accepted_is_never_sent_again()
    {
        Shop.Health.Answer = new AliveAnswer(AliveCheck.Started, "success (200)");
        await Orders(5, Broken);
        await Pass(TimeSpan.FromMinutes(10));
        await Orders(1, Broken);
        await Pass(TimeSpan.FromMinutes(20));
        (await Line()).State.ShouldBe(HealthState.Watched, "time brings it back");
        Shop.Health.Probes.Count.ShouldBe(1);
    }

    [Test]
    public async Task Two_instances_pause_once_and_probe_once()
    {
        await using var other = await Shop.OpenBeside();
        await Orders(5, Broken, tend: false);
        await Task.WhenAll(Tend(), other.Send(new TendHealth()));
        await Shop.HearAlerts();
        Shop.Mail.Alerts.Count.ShouldBe(1);
        await other.RefreshTerms();
        (await other.Send(new ShowModel(await Shop.NewCustomer(), Picture))).ShouldBeOfType<ModelView.Unavailable>();

        Shop.Clock.Advance(TimeSpan.FromMinutes(10));
        other.Clock.Set(Shop.Clock.GetUtcNow());
        await Task.WhenAll(Tend(), other.Send(new TendHealth()));
        (Shop.Health.Probes.Count + other.Health.Probes.Count).ShouldBe(1);
    }

    [Test]
    public async Task The_limits_are_the_operators()
    {
        await Shop.Send(new ChangeSetting("health.pause_failures", "2", "operator:test", "test"));
        await Shop.RefreshTerms();
        await Orders(2, Broken);
        (await IsSold()).ShouldBeFalse();
    }

    [Test]
    public async Task A_persons_word_wins_until_it_is_taken_back_and_is_written_down()
    {
        var by = new Actor.AtConsole("ann");
        await Shop.Send(new SpeakForModel(by, Picture, HandWord.Pause));
        (await IsSold()).ShouldBeFalse();
        Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Shop.Send(new SpeakForModel(by, Picture, HandWord.Sell));
        await Orders(6, Broken);
        (await IsSold()).ShouldBeTrue("whatever its orders say");

        await Shop.Send(new SpeakForModel(by, Picture, null));
        await Tend();
        (await IsSold()).ShouldBeFalse();
        (await Shop.Ask(db => db.Audit.Where(entry => entry.Action == "model.health").OrderBy(entry => entry.Id).ToListAsync()))
            .Select(entry => (entry.Actor, entry.Before, entry.After))
            .ShouldBe([("operator:ann", null, "Pause"), ("operator:ann", "Pause", "Sell"), ("operator:ann", "Sell", null)]);
        (await Shop.Send(new SpeakForModel(new Actor.InChat(await Shop.NewCustomer()), Picture, HandWord.Pause))).ShouldBeOfType<Guarded<SpokenFor>.Denied>();
    }

    [Test]
    public async Task Twice_as_long_as_usual_is_slow_and_is_said()
    {
        await Shop.Execute($"""
            INSERT INTO generations (id, user_id, model, inputs, price, status, cid, attempt, result, is_late, is_undeliverable, created_at, submitted_at, finished_at)
            SELECT gen_random_uuid(), 1, '{Picture}', '[]', 100, 'Delivered', 'test', 1, '[]', false, false, at, at, at + took
            FROM (SELECT '{Now(-180)}'::timestamptz AS at, interval '1 minute' AS took FROM generate_series(1, 9)
                  UNION ALL SELECT '{Now(-30)}'::timestamptz, interval '6 minutes' FROM generate_series(1, 3)) orders
            """);
        await Tend();
        var line = await Line();
        (line.State, line.Why).ShouldBe((HealthState.Slow, "it takes 360 s, usually 60 s"));
        (await Shop.Send(new ShowModel(await Shop.NewCustomer(), Picture))).ShouldBeOfType<ModelView.Card>().Model.IsSlow.ShouldBeTrue();
        line.Hours.Count.ShouldBe(2);

        await Pass(TimeSpan.FromHours(1));
        (await Line()).State.ShouldBe(HealthState.Well, "nothing says that it still is");
        await Shop.Execute("DELETE FROM generations");
    }

    [Test]
    public async Task The_providers_rates_are_read_one_model_a_turn_and_shown_when_their_unit_is_known()
    {
        Shop.Health.Rates = [0.5m, 0.9m];
        await Tend();
        Shop.Health.Heard.Count.ShouldBe(1);
        await Pass(TimeSpan.FromMinutes(3));
        Shop.Health.Heard.Distinct().Count().ShouldBe(4);
        (await Report()).Unit.ShouldBe(RateUnit.Unknown);
        (await Report()).Models.ShouldAllBe(line => line.ProviderPercent == null);

        Shop.Health.Rates = [97, 99];
        await Pass(TimeSpan.FromMinutes(1));
        (await Report()).Unit.ShouldBe(RateUnit.Percent);
        (await Report()).Models.ShouldContain(line => line.ProviderPercent == 98);
    }

    [Test]
    public async Task The_report_tells_every_price_line()
    {
        await Orders(2, FakeProvider.Done());
        var line = await Line();
        line.Lines.ShouldHaveSingleItem().Sku.ShouldBe("resolution=1K");
        (line.Lines[0].Done, line.Lines[0].Failed).ShouldBe((2, 0));
    }

    private async Task Orders(int count, TaskReading? reading, UserId? by = null, TimeSpan? after = null, bool tend = true)
    {
        if (reading is not null)
        {
            Shop.Provider.UsualReading = reading;
        }

        for (var order = 0; order < count; order++)
        {
            await Shop.Order(by ?? await Shop.NewCustomer(1000));
            await Shop.RunDue(Lane.Submit);
            if (by is not null)
            {
                await Pass(TimeSpan.FromSeconds(10), tends: false);
            }
        }

        await Pass(after ?? TimeSpan.FromSeconds(10), tends: false);
        if (tend)
        {
            await Tend();
        }
    }

    private async Task Pass(TimeSpan time, bool tends = true)
    {
        for (var end = Shop.Clock.GetUtcNow() + time; Shop.Clock.GetUtcNow() < end;)
        {
            var step = end - Shop.Clock.GetUtcNow();
            await Shop.Pass(step < TendHealth.Period ? step : TendHealth.Period);
            if (tends)
            {
                await Tend();
            }
        }
    }

    private async Task Tend()
    {
        await Shop.Send(new TendHealth());
        await Shop.RefreshTerms();
    }

    private string Now(int minutes) => (Shop.Clock.GetUtcNow() + TimeSpan.FromMinutes(minutes)).UtcDateTime.ToString("O");

    private Task<HealthReport> Report() => Shop.Send(new ListHealth());

    private async Task<HealthLine> Line() => (await Report()).Models.Single(line => line.Model == Picture);

    private async Task<bool> IsSold() => await Shop.Send(new ShowModel(await Shop.NewCustomer(), Picture)) is ModelView.Card;
}
