using Trt.Domain.Groups;

namespace Trt.Domain.Tests.Groups;

public sealed class GroupChatTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void It_is_greeted_when_the_bot_comes_and_not_when_it_becomes_an_admin()
    {
        var group = GroupChat.Of(-1, "Друзья", Now);
        group.Enter("Друзья", Now).ShouldBeTrue();
        group.Enter("Друзья", Now.AddMinutes(1)).ShouldBeFalse();
        group.IsOpen.ShouldBeTrue();
    }

    [Test]
    public void Whoever_is_let_in_again_at_once_does_not_repeat_itself_and_a_day_later_it_does()
    {
        var group = GroupChat.Of(-1, "Друзья", Now);
        group.Enter("Друзья", Now);
        group.Leave(Now.AddMinutes(1));
        group.Enter("Друзья", Now.AddMinutes(2)).ShouldBeFalse();
        group.Leave(Now.AddMinutes(3));
        group.IsOpen.ShouldBeFalse();
        group.Enter("Друзья", Now.AddDays(1).AddMinutes(1)).ShouldBeTrue();
    }

    [Test]
    public void A_supergroup_has_been_greeted_with_the_group_it_was()
    {
        var group = GroupChat.Of(-1, "Друзья", Now);
        group.Enter("Друзья", Now);
        var next = GroupChat.Of(-1001, "", Now);
        group.MoveTo(next, Now.AddHours(1));
        group.IsOpen.ShouldBeFalse();
        group.MovedTo.ShouldBe(-1001);
        next.IsOpen.ShouldBeTrue();
        next.Title.ShouldBe("Друзья");
        next.Enter("Друзья", Now.AddDays(9)).ShouldBeFalse();
    }
}
