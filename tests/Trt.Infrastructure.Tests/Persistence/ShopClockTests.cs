using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Tests.Persistence;

/// <summary>What the machine's clock says does not change what the shop's says.</summary>
public sealed class ShopClockTests
{
    [Test]
    public void It_goes_by_the_database_and_counts_on_by_itself()
    {
        var machine = new Machine();
        var clock = new ShopClock(machine);
        var database = machine.Now - TimeSpan.FromMinutes(11);
        clock.Set(database).ShouldBe(-TimeSpan.FromMinutes(11));
        machine.Pass(TimeSpan.FromSeconds(30));
        clock.GetUtcNow().ShouldBe(database + TimeSpan.FromSeconds(30));
    }

    [TestCase(1)]
    [TestCase(-1)]
    public void A_machine_whose_clock_is_set_changes_nothing(int hours)
    {
        var machine = new Machine();
        var clock = new ShopClock(machine);
        var before = clock.GetUtcNow();
        machine.Now += TimeSpan.FromHours(hours);
        machine.Pass(TimeSpan.FromSeconds(1));
        clock.GetUtcNow().ShouldBe(before + TimeSpan.FromSeconds(1));
    }

    /// <summary>Its clock can be set; its count only goes on.</summary>
    private sealed class Machine : TimeProvider
    {
        private long _count = 1000;

        public DateTimeOffset Now { get; set; } = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => _count;

        public void Pass(TimeSpan time)
        {
            Now += time;
            _count += time.Ticks;
        }
    }
}
