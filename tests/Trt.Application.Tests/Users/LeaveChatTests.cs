using Microsoft.EntityFrameworkCore;
using Trt.Application.Users;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Users;

/// <summary>The person stopped the bot, and may come back.</summary>
public sealed class LeaveChatTests : ShopTest
{
    [Test]
    public async Task Whoever_left_is_known_as_away_until_the_next_word()
    {
        var anna = await Shop.NewCustomer(rubles: 100);
        await Shop.Send(new LeaveChat(anna));
        (await HasLeft(anna)).ShouldBeTrue();
        (await Shop.Balance(anna)).Available.ShouldBe(Money.Rubles(100), "what is theirs stays theirs");

        await Shop.Send(new EnterChat(anna, "Anna", null, Language.Russian, new Cid("test")));
        (await HasLeft(anna)).ShouldBeFalse();
    }

    [Test]
    public async Task Leaving_twice_is_leaving_once()
    {
        var anna = await Shop.NewCustomer();
        await Shop.Send(new LeaveChat(anna));
        await Shop.Send(new LeaveChat(anna));
        (await HasLeft(anna)).ShouldBeTrue();
    }

    [Test]
    public async Task A_stranger_may_leave_and_stays_a_stranger()
    {
        await Shop.Send(new LeaveChat(new UserId(404)));
        (await Shop.Ask(db => db.Users.CountAsync())).ShouldBe(0);
    }

    private Task<bool> HasLeft(UserId user) => Shop.Ask(db => db.Users.Where(found => found.Id == user).Select(found => found.HasLeft).SingleAsync());
}
