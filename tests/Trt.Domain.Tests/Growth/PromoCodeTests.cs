using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Growth;

public sealed class PromoCodeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [TestCase(" summer-26 ", "SUMMER-26")]
    [TestCase("лето2026", "ЛЕТО2026")]
    [TestCase("New_Year", "NEW_YEAR")]
    public void Capitals_and_spaces_around_do_not_matter(string typed, string code) => PromoCode.Normalize(typed).ShouldBe(code);

    [TestCase("")]
    [TestCase("abc")]
    [TestCase("two words")]
    [TestCase("' OR 1=1 --")]
    [TestCase("<b>code</b>")]
    [TestCase("１２３４")]
    [TestCase("CODE\0CODE")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Nothing_else_can_be_a_code(string typed) => PromoCode.Normalize(typed).ShouldBeNull();

    [Test]
    public void It_ends_with_its_uses()
    {
        var promo = Issued(usesMax: 2);
        promo.Use(Now);
        promo.Use(Now);
        promo.CanBeUsed(Now).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => promo.Use(Now));
    }

    [Test]
    public void It_ends_with_its_time_and_with_the_operators_word()
    {
        Issued(expiresAt: Now.AddHours(1)).CanBeUsed(Now.AddHours(1).AddTicks(-1)).ShouldBeTrue();
        Issued(expiresAt: Now.AddHours(1)).CanBeUsed(Now.AddHours(1)).ShouldBeFalse();
        var promo = Issued();
        promo.Disable();
        promo.CanBeUsed(Now).ShouldBeFalse();
    }

    [Test]
    public void What_it_gives_is_kept_in_each_kind()
    {
        foreach (var value in new PromoValue[]
        {
            new PromoValue.MoneyGift(Money.Rubles(50)), new PromoValue.TopUpPercent(20, Money.Rubles(300)), new PromoValue.FreeGenerations(7),
        })
        {
            PromoCode.Create("CODE", value, 1, 1, null, "operator:test", Now).Value.ShouldBe(value);
        }
    }

    private static PromoCode Issued(int usesMax = 10, DateTimeOffset? expiresAt = null) =>
        PromoCode.Create("CODE", new PromoValue.MoneyGift(Money.Rubles(50)), usesMax, 1, expiresAt, "operator:test", Now);
}
