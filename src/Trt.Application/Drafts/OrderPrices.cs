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
    FundsReader funds, WaitOffers waits, RunTimes times, ICatalog catalog, IShopTerms terms, ShopOptions options, TimeProvider time)
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
            Takes = times.Of(card, listed.Sku),
            IsDryRun = options.IsDryRun,
            Wait = await waits.For(draft.UserId, card, token),
            HasRivals = card.IsOffered && draft is { Copies: 1, Place: null, AskedChatId: null }
                && DuelOffers.HasRivals(catalog.Current, wizard),
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

    /// <summary>What each unit of a typed number costs with the answers so far; null where it changes no price by its size.</summary>
    public UnitPrice? PerUnit(Wizard wizard, Field field)
    {
        var prices = wizard.Card.Prices;
        if (field is not NumberField number || prices.Unit == PriceUnit.Generation || !prices.Measures(field.Name))
        {
            return null;
        }

        var known = wizard.Card.Inputs.Known(wizard.Draft.Values).ToDictionary(StringComparer.Ordinal);
        known[field.Name] = new NumberValue(number.Max);
        return prices.Quote(known, terms.Current.Prices) is { } listed
            ? new UnitPrice(Each(wizard.Card, listed), prices.Unit, IsLeast: false)
            : prices.Each(terms.Current.Prices);
    }

    private static IEnumerable<(string Key, InputValue Value)> Options(Field field) => field switch
    {
        ChoiceField choice => choice.Choices.Select(option => (option.Value, (InputValue)new TextValue(option.Value))),
        FlagField => [("true", new FlagValue(true)), ("false", new FlagValue(false))],
        NumberField few => FewNumbers.Of(few)
            .Concat(few.Default is NumberValue { Number: var usual } ? [usual] : [])
            .Distinct()
            .Select(number => (number.ToString(CultureInfo.InvariantCulture), (InputValue)new NumberValue(number))),
        _ => [],
    };
}
