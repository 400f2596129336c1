using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>Which ways to pay are open for an amount, and what is paid there. A way that is not set up does not exist.</summary>
internal sealed class PaymentWays(IShopTerms terms, ShopOptions options)
{
    public IReadOnlyList<PaymentMethod> SetUp =>
        [.. options.PaymentMethods.Where(IsOffered).Where(method => method != PaymentMethod.Stars || terms.Current.TopUps.Stars.IsSet)];

    public IReadOnlyList<PaymentWay> For(Money amount) =>
        [.. SetUp.Select(method => new PaymentWay(method, PriceOf(method, amount))).Where(Fits)];

    public PaymentWay? Find(PaymentMethod method, Money amount) => For(amount).FirstOrDefault(way => way.Method == method);

    /// <summary>An operator may keep a way that is set up out of the messenger; what was asked for before is still taken.</summary>
    private bool IsOffered(PaymentMethod method) =>
        terms.Current.TopUps.Ways is { Count: 0 } or null || terms.Current.TopUps.Ways.Contains(method.ToString());

    private PaidTotal PriceOf(PaymentMethod method, Money amount) => method switch
    {
        PaymentMethod.Stars => PaidTotal.InStars(terms.Current.TopUps.Stars.For(amount)),
        PaymentMethod.Invoice or PaymentMethod.Transfer or PaymentMethod.Card => PaidTotal.InRubles(amount),
    };

    private bool Fits(PaymentWay way) => way.Method switch
    {
        PaymentMethod.Stars => way.Price.Units <= StarsRate.InvoiceMax,
        PaymentMethod.Invoice => way.Price.Units >= terms.Current.TopUps.InvoiceMin.Kopecks,
        PaymentMethod.Transfer or PaymentMethod.Card => true,
    };
}

public sealed record PaymentWay(PaymentMethod Method, PaidTotal Price);
