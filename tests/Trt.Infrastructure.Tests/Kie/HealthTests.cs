using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Health;

namespace Trt.Infrastructure.Tests.Kie;

/// <summary>The look that costs nothing, and the provider's own rates, over real HTTP.</summary>
internal sealed class HealthTests : ProviderTests
{
    [TestCase("{}", AliveCheck.Alive)]
    [TestCase("""{"models": {"z-image": {"paused": true}}}""", AliveCheck.Paused)]
    [TestCase("""{"models": {"z-image": {"gone": true}}}""", AliveCheck.Gone)]
    [TestCase("""{"models": {"kling-2.6/text-to-video": {"gone": true}}}""", AliveCheck.Alive)]
    [TestCase("""{"create": {"code": 500, "msg": "This field is required"}}""", AliveCheck.Alive)]
    [TestCase("""{"create": {"code": 422, "msg": "This field is required"}}""", AliveCheck.Alive)]
    [TestCase("""{"create": {"code": 500, "msg": "Server exception"}}""", AliveCheck.Unclear)]
    [TestCase("""{"create": {"code": 429}}""", AliveCheck.Unclear)]
    [TestCase("""{"create": {"code": 401, "msg": "Unauthorized"}}""", AliveCheck.Unclear)]
    [TestCase("""{"create": {"html": 502}}""", AliveCheck.Unclear)]
    [TestCase("""{"create": {"drop_before": true}}""", AliveCheck.Unclear)]
    [TestCase("""{"create": {"code": 200, "msg": "success"}}""", AliveCheck.Started)]
    public async Task An_order_without_inputs_tells_how_a_model_is_and_starts_nothing(string dial, AliveCheck expected)
    {
        await Host.Dial(dial);
        (await Host.Get<IProviderHealth>().Probe(Cards.ZImage, CancellationToken.None)).Check.ShouldBe(expected);
        (await Host.Tasks()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_model_that_fails_on_the_dial_fails_alone()
    {
        await Host.Dial("""{"duration_ms": 0, "rate_limit": false, "models": {"z-image": {"fails": true}}}""");
        await Host.Accepted(Cards.ZImage, ("prompt", new TextValue("x")), ("aspect_ratio", new TextValue("1:1")));
        await Host.Accepted(Cards.Kling, ("prompt", new TextValue("x")), ("sound", new FlagValue(true)), ("duration", new TextValue("10")));
        var readings = new List<TaskReading>();
        foreach (var (card, task) in new[] { Cards.ZImage, Cards.Kling }.Zip((await Host.Tasks()).Select(task => task!["id"]!.GetValue<string>())))
        {
            readings.Add(await Host.Provider.Read(card, task, CancellationToken.None));
        }

        readings[0].ShouldBeOfType<TaskReading.Failed>().Reason.ShouldBe(ProviderRefusal.Other);
        readings[1].ShouldBeOfType<TaskReading.Done>();
    }

    [Test]
    public async Task Rates_are_read_without_the_quiet_steps()
    {
        var rates = (await Host.Get<IProviderHealth>().SuccessRates(Cards.Kling, CancellationToken.None)).ShouldNotBeNull();
        rates.Count.ShouldBeInRange(100, 143);
        rates.ShouldAllBe(rate => rate == 0.98m);
    }
}
