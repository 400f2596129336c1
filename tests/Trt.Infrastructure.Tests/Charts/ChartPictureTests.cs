using System.Buffers.Binary;
using Trt.Infrastructure.Charts;

namespace Trt.Infrastructure.Tests.Charts;

/// <summary>The charts as pictures: of a size that a phone shows whole, with letters of the shop's own font, whatever the figures are.</summary>
public sealed class ChartPictureTests
{
    private static readonly ChartTick[] Ticks = [new(0, "00:00"), new(2, "02:00")];

    [Test]
    public void It_is_a_picture_of_the_size_that_a_phone_shows_whole()
    {
        var png = ChartPicture.Png(Page(1, 20, 300));
        png.AsSpan(0, 8).ToArray().ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(960);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ShouldBe(1280);
    }

    /// <summary>A letter that the font lacks would be the same empty box whatever it stands for.</summary>
    [TestCase("Деньги", "Заказы")]
    [TestCase("₽", "€")]
    [TestCase("ё", "й")]
    [TestCase("W", "M")]
    public void Letters_of_both_languages_and_the_rouble_are_drawn(string one, string other) =>
        ChartPicture.Png(Page(1, 2, 3) with { Title = one }).ShouldNotBe(ChartPicture.Png(Page(1, 2, 3) with { Title = other }));

    [Test]
    public void What_is_drawn_follows_the_figures()
    {
        ChartPicture.Png(Page(1, 2, 3)).ShouldBe(ChartPicture.Png(Page(1, 2, 3)));
        ChartPicture.Png(Page(1, 2, 3)).ShouldNotBe(ChartPicture.Png(Page(3, 2, 1)));
    }

    [TestCase(0, 0, 0)]
    [TestCase(0.004, 0, 0)]
    [TestCase(1, 1e9, 0)]
    [TestCase(-5, 0, 7)]
    public void Whatever_the_figures_are_there_is_a_picture(double first, double second, double third) =>
        ChartPicture.Png(Page(first, second, third)).Length.ShouldBeGreaterThan(1000);

    [Test]
    public void Nothing_at_all_is_a_sentence()
    {
        var nothing = ChartPicture.Png(Page(0, 0, 0));
        nothing.ShouldNotBe(ChartPicture.Png(Page(0, 0, 0) with { Nothing = "" }));
        nothing.ShouldNotBe(ChartPicture.Png(Page(0, 1, 0)));
    }

    [Test]
    public void Many_may_be_drawn_at_once() =>
        Parallel.ForEach(Enumerable.Range(0, 16), number => ChartPicture.Png(Page(number, 2, 3)).Length.ShouldBeGreaterThan(1000));

    private static ChartPage Page(params double[] values) => new(
        "Деньги",
        [
            .. Enum.GetValues<ChartShape>().Select(shape => new ChartPanel(
                "Заказы", shape,
                [
                    new ChartSeries("раз", ChartColour.Green, [.. values.Select(value => (double?)value)]),
                    new ChartSeries("два", ChartColour.Orange, [.. values.Select(value => value > 0 ? value / 2 : (double?)null)]),
                ],
                Ticks, value => $"{value:0} ₽", "Пусто")),
        ],
        "Ничего нет");
}
