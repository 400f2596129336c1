using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Settings;

/// <summary>
/// Somebody who runs the shop gives a price line a price of its own, or first looks what would come of it. Below what the supplier takes it
/// is refused: who wants to give something away has promo codes for it.
/// </summary>
/// <param name="Price">For one unit; null goes back to the formula.</param>
public sealed record PriceLine(Actor By, SkuId Line, Money? Price, bool IsTrial) : IAdminRequest<PricedLine>;

public abstract record PricedLine
{
    /// <param name="Before">What customers pay for one unit now.</param>
    /// <param name="Cost">What the supplier takes for it.</param>
    public sealed record Priced(Money Before, Money After, Money Cost) : PricedLine;

    public sealed record BelowCost(Money Cost) : PricedLine;

    /// <summary>The model or the line is gone, or the price is outside of all bounds.</summary>
    public sealed record Refused : PricedLine;
}

internal sealed class PriceLineHandler(AdminGate gate, TermsEditor editor, ICatalog catalog, IShopTerms terms)
    : AdminHandler<PriceLine, PricedLine>(gate, AdminAct.RunShop)
{
    protected override async Task<PricedLine> Serve(PriceLine request, AdminRights rights, CancellationToken token)
    {
        var card = catalog.Current.Find(request.Line.Model);
        if (card?.Prices.Skus.FirstOrDefault(found => found.Key == request.Line.Sku) is not { } sku)
        {
            return new PricedLine.Refused();
        }

        var (prices, cost) = (terms.Current.Prices, terms.Current.Prices.Cost(sku.Credits));
        if (request.Price is { } own && own < cost)
        {
            return new PricedLine.BelowCost(cost);
        }

        var value = request.Price is { } price ? SettingRule.Text(price) : null;
        var result = await editor.Put(
            OwnPrices.NameFor(request.Line), value, request.By.Mark, TuneSetting.InTheChat, token, request.IsTrial);
        var after = request.Price ?? (sku with { OwnPrice = null }).PriceOf(1, prices);
        return result is SettingResult.Refused ? new PricedLine.Refused() : new PricedLine.Priced(sku.PriceOf(1, prices), after, cost);
    }
}
