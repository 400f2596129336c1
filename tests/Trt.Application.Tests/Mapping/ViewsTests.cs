using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.People;
using Trt.Application.Mapping;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Mapping;

public sealed class ViewsTests : ShopTest
{
    [Test]
    public void Every_view_is_filled_to_its_last_member() => Should.NotThrow(() => Views.Maps.Compile());

    [Test]
    public void A_member_that_nothing_fills_is_named_and_not_left_at_zero()
    {
        var maps = Views.Maps.Clone();
        maps.NewConfig<Sold, Told>();
        var told = Should.Throw<Exception>(() => maps.Compile());
        told.ToString().ShouldContain(nameof(Told.Refunded));
    }

    [Test]
    public async Task A_list_reads_the_columns_it_shows_and_no_other()
    {
        var sql = await Shop.Ask(db => Task.FromResult(db.Payments.As<PaymentSummary>().ToQueryString()));
        sql.ShouldContain("p.amount");
        sql.ShouldNotContain("charge_id");
        sql.ShouldNotContain("reason");
    }

    [Test]
    public async Task Leafing_shows_every_row_once_and_ends()
    {
        var expected = new List<UserId>();
        for (var one = 0; one < 5; one++)
        {
            expected.Add(await Shop.NewCustomer());
        }

        var seen = new List<UserId>();
        Page<UserSummary> page;
        var number = 0;
        do
        {
            page = await Shop.Ask(db => db.Users.OrderBy(user => user.Id).As<UserSummary>().PageOf(++number, 2, CancellationToken.None));
            page.Number.ShouldBe(number);
            seen.AddRange(page.Items.Select(user => user.UserId));
        }
        while (page.HasMore);

        number.ShouldBe(3);
        seen.ShouldBe(expected, ignoreOrder: true);
    }

    [TestCase(0, 1)]
    [TestCase(-5, 1)]
    [TestCase(int.MaxValue, 1000)]
    public async Task A_number_from_a_button_may_say_anything(int asked, int shown) =>
        (await Shop.Ask(db => db.Users.OrderBy(user => user.Id).As<UserSummary>().PageOf(asked, 2, CancellationToken.None))).Number.ShouldBe(shown);

    private sealed record Sold(int Count);

    private sealed record Told(int Count, int Refunded);
}
