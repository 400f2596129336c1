using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Shared;

public sealed class MoneyTests
{
    [Test]
    public void An_overflow_is_loud()
    {
        Should.Throw<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Should.Throw<OverflowException>(() => new Money(long.MinValue) - new Money(1));
    }

    [TestCase(1, 2)]
    [TestCase(2, 2)]
    [TestCase(3, 2)]
    public void Money_compares_as_its_kopecks(long left, long right)
    {
        var (a, b) = (new Money(left), new Money(right));
        bool[] compared = [a < b, a > b, a <= b, a >= b];
        compared.ShouldBe([left < right, left > right, left <= right, left >= right]);
        a.CompareTo(b).ShouldBe(left.CompareTo(right));
    }

    [Test]
    public void Nothing_is_zero_and_reads_without_a_sign()
    {
        Money.Zero.IsZero.ShouldBeTrue();
        new Money(1).IsZero.ShouldBeFalse();
        Money.Zero.ToString().ShouldBe("0.00 ₽");
    }

    [TestCase(14.14, 1414)]
    [TestCase(-0.01, -1)]
    public void Rubles_are_a_hundred_kopecks(decimal rubles, long kopecks) => Money.Rubles(rubles).ShouldBe(new Money(kopecks));

    [Test]
    public void Half_kopecks_do_not_exist_and_the_message_says_which_amount_it_was() =>
        Should.Throw<ArgumentException>(() => Money.Rubles(1.005m)).Message.ShouldContain("1.005 is not a whole number");

    [TestCase(5, 1, 2, 3)]
    [TestCase(-5, 1, 2, -3)]
    [TestCase(100, 1, 3, 33)]
    [TestCase(200, 1, 3, 67)]
    public void A_share_rounds_half_a_kopeck_away_from_nothing(long kopecks, int parts, int whole, long share) =>
        new Money(kopecks).Share(parts, whole).ShouldBe(new Money(share));

    [TestCase(1414, "14,14 ₽", "₽14.14")]
    [TestCase(5, "0,05 ₽", "₽0.05")]
    [TestCase(30_010, "300,10 ₽", "₽300.10")]
    [TestCase(30_000, "300 ₽", "₽300")]
    [TestCase(0, "0 ₽", "₽0")]
    [TestCase(1_250_000, "12\u00A0500 ₽", "₽12,500")]
    [TestCase(123_456_789, "1\u00A0234\u00A0567,89 ₽", "₽1,234,567.89")]
    [TestCase(-8643, "−86,43 ₽", "−₽86.43")]
    public void People_read_it_as_they_write_it(long kopecks, string russian, string english) =>
        (new Money(kopecks).In(Language.Russian), new Money(kopecks).In(Language.English)).ShouldBe((russian, english));
}
