using Trt.Domain.Shared;

namespace Trt.Domain.Payments;

/// <summary>How many Stars stand for one ruble. Rounded so that the house never gives more than it got.</summary>
public readonly record struct StarsRate(decimal PerRuble)
{
    /// <summary>The messenger takes no more in one invoice.</summary>
    public const long InvoiceMax = 25_000;

    public bool IsSet => PerRuble > 0;

    public long For(Money amount) => (long)decimal.Ceiling(amount.Kopecks * PerRuble / 100);

    public Money Of(long stars) => new((long)decimal.Floor(stars * 100m / PerRuble));
}
