using Trt.Domain.Free;

namespace Trt.Domain.Tests.Free;

public sealed class FreeRoomTests
{
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 30, Moscow);

    [TestCase(0, 0, null)]
    [TestCase(1, 0, FreeSource.Day)]
    [TestCase(1, 9, FreeSource.Day)]
    [TestCase(0, 9, FreeSource.Bank)]
    public void Todays_go_before_the_earned_ones(int today, int earned, FreeSource? next) => new FreeRoom(today, earned).Next.ShouldBe(next);

    [Test]
    public void While_one_can_be_had_nothing_is_said_about_when_the_next_comes() =>
        Room(perDay: 5, perHour: 0, usedToday: 4).ShouldBe(new FreeRoom(1, 0));

    [Test]
    public void A_used_up_day_comes_back_at_midnight_of_the_shops_zone()
    {
        var room = Room(perDay: 5, perHour: 0, usedToday: 5);
        (room.Next, room.Back).ShouldBe((null, new FreeReturn(new DateTimeOffset(2026, 11, 22, 0, 0, 0, Moscow), IsTomorrow: true)));
        FreeRoom.Of(new FreeLimits(5, 0, Moscow), new FreeUse(5, [], 0), Now.ToUniversalTime()).Back.ShouldBe(room.Back);
    }

    [Test]
    public void A_limit_lowered_below_what_was_used_leaves_nothing_and_owes_nothing() =>
        Room(perDay: 2, perHour: 0, usedToday: 5).Today.ShouldBe(0);

    [Test]
    public void The_hours_limit_names_the_full_minute_after_which_one_can_surely_be_had()
    {
        var room = Room(perDay: 5, perHour: 2, usedToday: 2, minutesAgo: [50, 10]);
        (room.Today, room.Now, room.Next).ShouldBe((3, 0, null));
        room.Back.ShouldBe(new FreeReturn(new DateTimeOffset(2026, 11, 21, 14, 31, 0, Moscow), IsTomorrow: false));
    }

    [Test]
    public void Under_the_hours_limit_only_so_many_can_be_had_now()
    {
        var room = Room(perDay: 5, perHour: 2, usedToday: 1, minutesAgo: [10]);
        (room.Today, room.Now, room.Next, room.Back).ShouldBe((4, 1, FreeSource.Day, null));
    }

    [Test]
    public void A_limit_lowered_in_the_middle_of_the_hour_waits_for_as_many_as_are_too_many() =>
        Room(perDay: 9, perHour: 1, usedToday: 3, minutesAgo: [50, 30, 10]).Back!.At.ShouldBe(new DateTimeOffset(2026, 11, 21, 15, 11, 0, Moscow));

    [Test]
    public void Midnight_does_not_open_an_hour_that_is_still_closed()
    {
        var late = new DateTimeOffset(2026, 11, 21, 23, 50, 0, Moscow);
        var room = FreeRoom.Of(new FreeLimits(2, 2, Moscow), new FreeUse(2, [late.AddMinutes(-20), late.AddMinutes(-10)], 0), late);
        room.Back.ShouldBe(new FreeReturn(new DateTimeOffset(2026, 11, 22, 0, 30, 0, Moscow), IsTomorrow: true));
    }

    [Test]
    public void Earned_ones_pass_the_hours_limit() => Room(perDay: 5, perHour: 1, usedToday: 1, minutesAgo: [1], earned: 3).Next.ShouldBe(FreeSource.Bank);

    [Test]
    public void Where_nothing_is_given_daily_nothing_comes_back() => Room(perDay: 0, perHour: 0, usedToday: 0).ShouldBe(FreeRoom.None);

    private static FreeRoom Room(int perDay, int perHour, int usedToday, int[]? minutesAgo = null, int earned = 0) => FreeRoom.Of(
        new FreeLimits(perDay, perHour, Moscow), new FreeUse(usedToday, [.. (minutesAgo ?? []).Select(minutes => Now.AddMinutes(-minutes))], earned), Now);
}
