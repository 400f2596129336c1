using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Generations;

public sealed class OriginalCopyTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private static readonly Generation Order = Generation.Start(
        GenerationId.New(Now), new UserId(1), new ModelId("m"), new Dictionary<string, InputValue>(), new Money(1414), null, new Cid("c"), Now);

    [Test]
    public void A_copy_is_of_one_output_and_asked_for_at_once()
    {
        var copy = OriginalCopy.Of(Order, 2, Now);
        (copy.UserId, copy.GenerationId, copy.Output, copy.State, copy.AskedAt).ShouldBe((Order.UserId, Order.Id, 2, OriginalState.Asked, Now));
    }

    [Test]
    public void Asking_twice_within_three_minutes_is_one_asking()
    {
        var copy = OriginalCopy.Of(Order, 0, Now);
        copy.WasJustAsked(Now.AddMinutes(3).AddTicks(-1)).ShouldBeTrue();
        copy.WasJustAsked(Now.AddMinutes(3)).ShouldBeFalse();
    }

    [Test]
    public void It_tells_where_it_is_and_asking_again_begins_anew()
    {
        var copy = OriginalCopy.Of(Order, 0, Now);
        copy.Attempt();
        copy.State.ShouldBe(OriginalState.Attempted);
        copy.NotSent();
        copy.State.ShouldBe(OriginalState.Asked);
        copy.Sent();
        copy.State.ShouldBe(OriginalState.Sent);
        copy.Lose();
        copy.State.ShouldBe(OriginalState.Lost);
        copy.AskAgain(Now.AddHours(1));
        (copy.State, copy.AskedAt).ShouldBe((OriginalState.Asked, Now.AddHours(1)));
    }
}
