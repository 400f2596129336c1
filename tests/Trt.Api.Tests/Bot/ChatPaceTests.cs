using Trt.Api.Bot.Sending;
using Trt.Testing;

namespace Trt.Api.Tests.Bot;

public sealed class ChatPaceTests
{
    private const long Group = -500;

    [Test]
    public async Task A_group_is_told_eighteen_things_at_once_and_then_one_in_three_seconds()
    {
        var clock = new TestClock();
        var pace = new ChatPace(clock);
        for (var told = 0; told < 18; told++)
        {
            (await pace.Wait(Group, CancellationToken.None)).ShouldBeNull();
            clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        // What would have to stand here for long comes back instead, and has taken nobody's place.
        pace.Hold(Group, TimeSpan.FromSeconds(30));
        (await pace.Wait(Group, CancellationToken.None)).ShouldNotBeNull().TotalSeconds.ShouldBeInRange(30, 34);
        (await pace.Wait(Group, CancellationToken.None)).ShouldNotBeNull().TotalSeconds.ShouldBeInRange(30, 34);
        (await pace.Wait(42, CancellationToken.None)).ShouldBeNull("a person waits for no group");
        clock.Advance(TimeSpan.FromSeconds(90));
        (await pace.Wait(Group, CancellationToken.None)).ShouldBeNull();
    }
}
