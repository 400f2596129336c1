using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Generations;

public sealed class DeliveryPartTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private static readonly Generation Order = Generation.Start(
        GenerationId.New(Now), new UserId(1), new ModelId("m"), new Dictionary<string, InputValue>(), new Money(1414), null, new Cid("c"), Now);

    private static DeliveryPart Planned(int outputs = 1) => DeliveryPart.Plan(Order, 3, 2, outputs);

    private static readonly Dictionary<DeliveryState, Action<DeliveryPart>> Ways = new()
    {
        [DeliveryState.Planned] = _ => { },
        [DeliveryState.Attempted] = part => part.Attempt(),
        [DeliveryState.Sent] = part => part.Sent(77, "file"),
        [DeliveryState.TakenApart] = part => part.TakeApart(),
        [DeliveryState.Doubted] = part => part.Doubt(),
        [DeliveryState.Lost] = part => part.Lose(),
    };

    private static DeliveryPart In(DeliveryState state)
    {
        var part = Planned();
        Ways[state](part);
        part.State.ShouldBe(state);
        return part;
    }

    [Test]
    public void A_part_knows_what_travels_in_it()
    {
        var part = Planned(outputs: 4);
        (part.UserId, part.GenerationId, part.Number, part.FirstOutput, part.OutputCount).ShouldBe((Order.UserId, Order.Id, 3, 2, 4));
        (part.IsClosing, Planned(outputs: 0).IsClosing).ShouldBe((false, true));
    }

    [Test]
    public void A_second_attempt_may_be_a_duplicate_unless_the_first_is_proven_not_sent()
    {
        var part = Planned();
        part.Attempt().ShouldBeFalse();
        part.Attempt().ShouldBeTrue();
        part.NotSent();
        part.Attempt().ShouldBeFalse();
        part.Attempts.ShouldBe(3);
    }

    [Test]
    public void What_was_sent_is_found_again()
    {
        var part = In(DeliveryState.Sent);
        (part.MessageId, part.FileId).ShouldBe((77, "file"));
    }

    [TestCase(DeliveryState.Planned, false)]
    [TestCase(DeliveryState.Attempted, false)]
    [TestCase(DeliveryState.Sent, true)]
    [TestCase(DeliveryState.TakenApart, true)]
    [TestCase(DeliveryState.Doubted, true)]
    [TestCase(DeliveryState.Lost, true)]
    public void Nothing_more_is_done_by_itself_about_what_is_settled(DeliveryState state, bool isSettled) => In(state).IsSettled.ShouldBe(isSettled);

    [Test]
    public void Only_what_is_in_doubt_is_sent_again([Values] DeliveryState state)
    {
        var part = In(state);
        if (state == DeliveryState.Doubted)
        {
            part.SendAgain();
            part.State.ShouldBe(DeliveryState.Planned);
        }
        else
        {
            Should.Throw<InvalidOperationException>(part.SendAgain);
            part.State.ShouldBe(state);
        }
    }
}
