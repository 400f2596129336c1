using Trt.Sandbox.Control;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class SandboxClockTests
{
    [Test]
    public async Task Who_waits_is_woken_when_the_clock_is_put_ahead()
    {
        var clock = new SandboxClock();
        var hour = Task.Delay(TimeSpan.FromHours(1), clock);
        var day = Task.Delay(TimeSpan.FromDays(1), clock);

        clock.Advance(TimeSpan.FromHours(2));

        await hour.WaitAsync(TimeSpan.FromSeconds(60));
        day.IsCompleted.ShouldBeFalse();
        clock.Ahead.ShouldBe(TimeSpan.FromHours(2));
        clock.Advance(TimeSpan.FromHours(23));
        await day.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Test]
    public async Task A_reset_returns_to_the_real_time_and_leaves_every_wait_as_long_as_it_was()
    {
        var clock = new SandboxClock();
        clock.Advance(TimeSpan.FromDays(365));
        var minute = Task.Delay(TimeSpan.FromMinutes(1), clock);

        clock.Reset();

        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(5));
        minute.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(1));
        await minute.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Test]
    public void Elapsed_time_goes_with_the_clock()
    {
        var clock = new SandboxClock();
        var start = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromHours(1));

        clock.GetElapsedTime(start).ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromHours(1) + TimeSpan.FromSeconds(10));
    }

    [Test]
    public void The_clock_does_not_run_backwards() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SandboxClock().Advance(TimeSpan.FromSeconds(-1)));
}
