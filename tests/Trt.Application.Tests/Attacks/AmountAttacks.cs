using FluentValidation;
using Trt.Application.BackOffice.Adjustments;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Attacks;

/// <summary>Numbers that are too large, too small, of another alphabet, or no numbers: none of them becomes money.</summary>
public sealed class AmountAttacks
{
    private static readonly string[] Hostile =
    [
        "1e308", "1E3", "-1", "−1", "--1", "+-1", "NaN", "Infinity", "∞", "0x10", "1_000", "1 000", "2147483648", "9223372036854775808", "79228162514264337593543950336",
        "١٢٣", "１２", "५", "½", "²", "10%", "1.2.3", "1,000.50", ".", ",", "-", "", " ", "\u200b5", "5\u0000", "null", "true", "5; DROP TABLE wallets",
        new string('9', 400), $"0.{new string('0', 200)}1",
    ];

    private TestShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await TestShop.Open();

    [OneTimeTearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    [Property("Case", 16)]
    public void No_hostile_number_gets_past_any_number_field_unless_it_is_within_its_bounds()
    {
        var fields = _shop.Catalog.Current.Cards.SelectMany(card => card.Inputs.Fields.OfType<NumberField>().Select(field => (Card: card, Field: field))).ToList();
        fields.ShouldNotBeEmpty();
        foreach (var (card, field) in fields)
        {
            foreach (var text in Hostile)
            {
                var check = card.Inputs.CheckField(field, new TextValue(text));
                if (check.IsValid)
                {
                    ((NumberValue)check.Values[field.Name]).Number.ShouldBeInRange(field.Min, field.Max, $"{card.Id} {field.Name}: {text}");
                    text.ShouldAllBe(letter => char.IsAscii(letter) || char.IsDigit(letter) || letter == '−', $"{card.Id} {field.Name}: {text}");
                }
            }
        }
    }

    [Test]
    public void The_dearest_order_that_any_card_allows_is_a_price_and_no_overflow()
    {
        foreach (var card in _shop.Catalog.Current.Cards.Where(card => card.Prices.Skus.Count > 0))
        {
            var extremes = card.Inputs.Fields.OfType<NumberField>().ToDictionary(field => field.Name, InputValue (field) => new NumberValue(field.Max));
            foreach (var sku in card.Prices.Skus)
            {
                foreach (var (name, value) in sku.When)
                {
                    extremes[name] = new TextValue(value);
                }

                if (card.Prices.Quote(extremes, _shop.Settings.Terms.Prices) is { } quote)
                {
                    quote.Price.Kopecks.ShouldBeInRange(1, 100_000_00, $"{card.Id} {sku.Key}");
                }
            }
        }
    }

    [Test]
    public void A_quantity_beyond_all_bounds_is_loud_and_never_a_small_price()
    {
        var terms = new PriceTerms(10_000, 1000, 100);
        var prices = new PriceList(PriceUnit.Second, new ValueOf("seconds"), [new Sku("", new Dictionary<string, string>(), 1_000_000_000_000)]);
        foreach (var quantity in (decimal[])[2_147_483_648m, long.MaxValue, decimal.MaxValue])
        {
            Should.Throw<OverflowException>(() => prices.Quote(new Dictionary<string, InputValue> { ["seconds"] = new NumberValue(quantity) }, terms));
        }

        foreach (var quantity in (decimal[])[0, -1, decimal.MinValue])
        {
            prices.Quote(new Dictionary<string, InputValue> { ["seconds"] = new NumberValue(quantity) }, terms).ShouldBeNull();
        }
    }

    [TestCase(0)]
    [TestCase(100_000_001)]
    [TestCase(-100_000_001)]
    [TestCase(long.MaxValue)]
    [TestCase(long.MinValue)]
    public async Task An_operators_amount_out_of_bounds_books_nothing(long kopecks)
    {
        var user = await _shop.NewCustomer(10);
        await Should.ThrowAsync<ValidationException>(() => _shop.Send(new AddMoney(user, kopecks, $"attack-{kopecks}", "test", "test")));
        (await _shop.Balance(user)).Available.ShouldBe(Money.Rubles(10));
    }

    [TestCase(0, "r", "o", "why")]
    [TestCase(-5, "r", "o", "why")]
    [TestCase(5, "", "o", "why")]
    [TestCase(5, "r", "", "why")]
    [TestCase(5, "r", "o", "")]
    public async Task A_booking_without_a_customer_a_reference_an_operator_or_a_reason_is_refused(long customer, string reference, string actor, string reason) =>
        await Should.ThrowAsync<ValidationException>(() => _shop.Send(new AddMoney(new UserId(customer), 100, reference, actor, reason)));
}
