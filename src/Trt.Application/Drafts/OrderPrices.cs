using System.Globalization;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>What an order costs as it stands, and what each option of a question would make of that.</summary>
internal sealed class OrderPrices(
    FundsReader funds, WaitOffers waits, ICatalog catalog, IShopTerms terms, ShopOptions options, TimeProvider time)
{
    /// <summary>Here the price is agreed: what is shown is the most that will be taken.</summary>
    public async Task<WizardView> Offer(Wizard wizard, IReadOnlyDictionary<string, InputValue> inputs, CancellationToken token)
    {
        var (card, draft) = (wizard.Card, wizard.Draft);
        if (card.Prices.Quote(inputs, terms.Current.Prices) is not { } listed)
        {
            return new WizardView.Unpriced(card, draft);
        }

        var money = await funds.Read(draft.UserId, token);
        var free = card.FreeFrom(listed.Sku, money.Free, draft.Copies);
        var quote = new DraftQuote(
            free is null ? listed.Price * draft.Copies : Money.Zero,
            listed.Sku,
            catalog.Current.Version,
            time.GetUtcNow() + options.QuoteLifetime,
            IsFromBank: free == FreeSource.Bank);
        draft.Offer(quote);
        return new WizardView.Confirm(card, draft, quote, listed.Price, money, terms.Current.Free.PerDay)
        {
            Surcharge = quote.Price.IsZero ? Money.Zero : terms.Current.Prices.Price(listed.Surcharge),
            Units = card.Prices.Unit == PriceUnit.Generation ? null : (listed.Quantity, Each(card, listed)),
            Wait = await waits.For(draft.UserId, card, token),
        };
    }

    private Money Each(ModelCard card, Quote listed) =>
        card.Prices.Skus.First(sku => sku.Key == listed.Sku).PriceOf(1, terms.Current.Prices);

    /// <summary>What each option would lead to on the confirm screen, where it makes a difference.</summary>
    public async Task<IReadOnlyDictionary<string, Money>> ByOption(Wizard wizard, Field field, CancellationToken token)
    {
        var (card, draft) = (wizard.Card, wizard.Draft);
        var prices = new Dictionary<string, Money>(StringComparer.Ordinal);
        if (!card.Prices.DependsOn(field.Name))
        {
            return prices;
        }

        var room = card.IsFree ? (await funds.Read(draft.UserId, token)).Free : FreeRoom.None;
        var known = card.Inputs.Known(draft.Values).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in Options(field))
        {
            known[field.Name] = value;
            if (card.Prices.Quote(known, terms.Current.Prices) is { } listed)
            {
                prices[key] = card.FreeFrom(listed.Sku, room, draft.Copies) is null ? listed.Price * draft.Copies : Money.Zero;
            }
        }

        return prices;
    }

    private static IEnumerable<(string Key, InputValue Value)> Options(Field field) => field switch
    {
        ChoiceField choice => choice.Choices.Select(option => (option.Value, (InputValue)new TextValue(option.Value))),
        FlagField => [("true", new FlagValue(true)), ("false", new FlagValue(false))],
        NumberField few => FewNumbers.Of(few)
            .Select(number => (number.ToString(CultureInfo.InvariantCulture), (InputValue)new NumberValue(number))),
        _ => [],
    };
}
