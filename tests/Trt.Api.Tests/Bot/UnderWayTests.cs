using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Bot;

/// <summary>What is read while one waits.</summary>
public sealed class UnderWayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [TestCase(Language.Russian, "в очереди, 0:20", "Перед вами: 3", "деньги вернутся сами")]
    [TestCase(Language.English, "queued, 0:20", "Ahead of you: 3", "the money returns by itself")]
    public void A_queued_order_says_its_place_and_does_not_claim_to_be_worked_on(Language l, string state, string place, string back)
    {
        var text = ProgressTexts.UnderWay(
            l, "Test", Order(), new QueuePlace(WaitReason.Turn, 3), TimeSpan.FromSeconds(20), RunTime.Of(OutputKind.Video)).Value;

        text.ShouldContain(state);
        text.ShouldContain(place);
        text.ShouldContain(back);
        text.ShouldNotContain("░");
    }

    [TestCase(0, "░░░░░░░░░░ ещё до 3:00")]
    [TestCase(90, "▓▓▓▓▓░░░░░ ещё до 1:30")]
    [TestCase(180, "▓▓▓▓▓▓▓▓▓▓\nДольше обычного (1–3 минуты).")]
    [TestCase(467, "▓▓▓▓▓▓▓▓▓▓\nДольше обычного (1–3 минуты).")]
    public void A_long_wait_is_told_as_it_is(int seconds, string expected)
    {
        var order = Order();
        order.Submit(Noon);

        ProgressTexts.UnderWay(Language.Russian, "Test", order, null, TimeSpan.FromSeconds(seconds), RunTime.Of(OutputKind.Video))
            .Value.ShouldContain(expected);
    }

    [TestCase(12, 28, "15–30 секунд", "15–30 seconds")]
    [TestCase(30, 30, "около 30 секунд", "about 30 seconds")]
    [TestCase(2, 4, "около 5 секунд", "about 5 seconds")]
    [TestCase(60, 180, "1–3 минуты", "1–3 minutes")]
    [TestCase(140, 290, "2–5 минут", "2–5 minutes")]
    [TestCase(55, 110, "1–2 минуты", "1–2 minutes")]
    [TestCase(100, 118, "около 2 минут", "about 2 minutes")]
    public void How_long_it_takes_is_said_in_round_figures(int half, int most, string russian, string english)
    {
        var time = new RunTime(TimeSpan.FromSeconds(half), TimeSpan.FromSeconds(most));

        ProgressTexts.Usual(Language.Russian, time).ShouldBe(russian);
        ProgressTexts.Usual(Language.English, time).ShouldBe(english);
    }

    [Test]
    public void A_state_has_one_name_wherever_it_is_read()
    {
        foreach (var (language, status) in Enum.GetValues<Language>().SelectMany(l => Enum.GetValues<GenerationStatus>().Select(s => (l, s))))
        {
            GenerationTexts.Status(language, status).ShouldEndWith(ProgressTexts.State(language, status));
        }
    }

    private static Generation Order() => Generation.Start(
        new GenerationId(Guid.CreateVersion7(Noon)), new UserId(1), new ModelId("test"), new Dictionary<string, InputValue>(),
        Money.Rubles(10), null, new Cid("aaaaaaaaaa"), Noon);
}
