using System.Globalization;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using static Trt.Infrastructure.Tests.Catalog.SomeInputs;

namespace Trt.Infrastructure.Tests.Catalog;

/// <summary>The contract of every model that is delivered, one case each.</summary>
[TestFixtureSource(typeof(ShippedCards), nameof(ShippedCards.Ids))]
public sealed class CardContractTests(string id)
{
    private readonly ModelCard _card = ShippedCards.Catalog.Find(new ModelId(id))!;

    [Test]
    public void The_least_that_is_asked_is_accepted_and_priced()
    {
        var check = _card.Inputs.Check(Minimal(_card));

        check.Problems.ShouldBeEmpty();
        if (_card.Prices.Skus.Count > 0)
        {
            _card.Prices.Quote(check.Values, PriceTerms.Default).ShouldNotBeNull().Price.ShouldBeGreaterThan(Money.Zero);
        }
    }

    [Test]
    public void The_most_that_is_allowed_is_accepted_and_priced()
    {
        var given = Maximal(_card);
        var check = _card.Inputs.Check(given);

        check.Problems.ShouldBeEmpty();
        var expected = _card.Inputs.Fields.Where(field => given.ContainsKey(field.Name) || field.Default is not null);
        check.Values.Keys.ShouldBe(expected.Select(field => field.Name), ignoreOrder: true);
        if (_card.Prices.Skus.Count > 0)
        {
            _card.Prices.Quote(check.Values, PriceTerms.Default).ShouldNotBeNull();
        }
    }

    [Test]
    public void Each_required_field_is_missed_when_it_is_missing()
    {
        foreach (var field in _card.Inputs.Fields.Where(field => field is { IsRequired: true, Default: null }))
        {
            var given = Minimal(_card);
            given.Remove(field.Name);

            _card.Inputs.Check(given).Problems.ShouldContain(new InputProblem(field.Name, ProblemCode.Required));
        }
    }

    [Test]
    public void Each_limit_exceeded_by_one_is_refused_by_its_name()
    {
        foreach (var field in _card.Inputs.Fields.Where(field => !field.IsHidden))
        {
            foreach (var (value, code) in Beyond(field))
            {
                var problems = _card.Inputs.Check(new Dictionary<string, InputValue>(Minimal(_card)) { [field.Name] = value }).Problems;
                problems.ShouldContain(problem => problem.Field == field.Name && problem.Code == code, $"{field.Name} should be {code}");
            }
        }
    }

    [Test]
    public void Each_choice_is_found_by_its_value_and_by_both_labels()
    {
        foreach (var field in _card.Inputs.Fields.OfType<ChoiceField>().Where(field => !field.IsHidden))
        {
            foreach (var choice in field.Choices)
            {
                foreach (var typed in new[] { choice.Value, choice.Label.Ru, choice.Label.En })
                {
                    _card.Inputs.CheckField(field, new TextValue(typed)).Values[field.Name].ShouldBe(new TextValue(choice.Value));
                }
            }
        }
    }

    [Test]
    public void From_is_never_more_than_the_least_order_costs()
    {
        if (_card.Prices.From(PriceTerms.Default) is not { } from)
        {
            return;
        }

        from.ShouldBeGreaterThan(Money.Zero);
        from.ShouldBeLessThanOrEqualTo(_card.Prices.Quote(_card.Inputs.Check(Minimal(_card)).Values, PriceTerms.Default)!.Price);
    }

    /// <summary>A shelf promises only what an order can really cost: the settings of its cheapest line lead to that line.</summary>
    [Test]
    public void The_price_on_the_shelf_can_be_had()
    {
        if (_card.Prices.Each(PriceTerms.Default) is not { } each)
        {
            return;
        }

        var cheapest = _card.Prices.Skus.Where(sku => !sku.IsOver && sku.PriceOf(1, PriceTerms.Default, SurchargeOfOne).Equals(each.Price)).ToList();
        cheapest.ShouldContain(sku => CanBeHad(sku), string.Join(", ", cheapest.Select(sku => sku.Key)));
    }

    private decimal SurchargeOfOne => _card.Prices.Unit == PriceUnit.Generation ? _card.Prices.SurchargeMin : 0;

    private bool CanBeHad(Sku sku)
    {
        var inputs = new Dictionary<string, InputValue>(Minimal(_card));
        foreach (var (subject, expected) in sku.When.Where(condition => Condition.Split(condition.Key) is null))
        {
            if (expected == Condition.Absent)
            {
                inputs.Remove(subject);
            }
            else if (_card.Inputs.Find(subject) is { } field)
            {
                inputs[subject] = Fitting(field, expected);
            }
        }

        var check = _card.Inputs.Check(inputs);
        return check.IsValid && _card.Prices.Quote(check.Values, PriceTerms.Default)?.Sku == sku.Key;
    }

    private static InputValue Fitting(Field field, string expected) => (field, expected) switch
    {
        (_, Condition.Present) => Most(field),
        (NumberField, _) => new NumberValue(Numbers.Parse(expected)!.Value),
        (FlagField, _) => new FlagValue(expected == "true"),
        (EarlierField, _) => Least(field),
        _ => new TextValue(expected),
    };

    [Test]
    public void More_of_what_is_counted_never_costs_less()
    {
        var prices = Amounts().Select(amount => Price(amount.Field, amount.Value)).ToArray();

        prices.ShouldBe(prices.Order());
    }

    [Test]
    public void What_is_sent_and_priced_makes_the_order_dearer_by_the_second()
    {
        foreach (var field in _card.Inputs.Fields.OfType<MediaField>().Where(field => IsSent(_card.Prices.Quantity, field.Name)))
        {
            var films = (MediaValue)Least(field);
            var quote = Quote(field.Name, films);

            quote.Sent.ShouldBe(Math.Ceiling(films.Items.Sum(item => item.DurationSeconds!.Value)), field.Name);
            quote.Cost.ShouldBe(quote.Credits * quote.Quantity + quote.Surcharge);
        }
    }

    [Test]
    public void Each_file_beyond_the_free_ones_adds_its_surcharge()
    {
        foreach (var surcharge in _card.Prices.Surcharges)
        {
            var field = (MediaField)_card.Inputs.Find(surcharge.Field)!;

            for (var count = Math.Max(1, field.ItemsMin); count <= field.ItemsMax; count++)
            {
                Quote(field.Name, Files(field, count)).Surcharge.ShouldBe(Math.Max(0, count - surcharge.Free) * surcharge.Credits, $"{count} files");
            }
        }
    }

    [Test]
    public void After_its_promotion_a_line_has_its_regular_price_or_none()
    {
        foreach (var sku in _card.Prices.Skus.Where(sku => sku.Until is not null))
        {
            var later = _card.At(sku.Until!.Value).Prices.Skus.Single(line => line.Key == sku.Key);

            (later.Credits, later.IsOver).ShouldBe((sku.Afterwards ?? sku.Credits, sku.Afterwards is null), sku.Key);
        }
    }

    private static bool IsSent(QuantitySource? quantity, string field) => quantity is SumOf sum && sum.Sources.Contains(new DurationOf(field));

    private Quote Quote(string field, InputValue value)
    {
        var check = _card.Inputs.Check(new Dictionary<string, InputValue>(Minimal(_card)) { [field] = value });
        check.Problems.ShouldBeEmpty();
        return _card.Prices.Quote(check.Values, PriceTerms.Default).ShouldNotBeNull();
    }

    /// <summary>The counted field from little to much; nothing where an order is one piece.</summary>
    private IEnumerable<(string Field, InputValue Value)> Amounts() => Amounts(_card.Prices.Quantity);

    private IEnumerable<(string Field, InputValue Value)> Amounts(QuantitySource? quantity) => quantity switch
    {
        SumOf(var parts) => parts.SelectMany(Amounts),
        ValueOf(var name) when _card.Inputs.Find(name) is NumberField number =>
            [(name, new NumberValue(number.Min)), (name, new NumberValue(number.Max))],
        ValueOf(var name) when _card.Inputs.Find(name) is ChoiceField choice =>
            choice.Choices.OrderBy(option => decimal.Parse(option.Value, CultureInfo.InvariantCulture))
                .Select(option => (name, (InputValue)new TextValue(option.Value))),
        CharactersOf(var name) when _card.Inputs.Find(name) is DialogueField dialogue => new[] { 1, 1000, dialogue.LengthMax }.Select(length =>
            (name, (InputValue)new DialogueValue([new DialogueLine(new string('x', length), dialogue.Voices[0].Value)]))),
        CharactersOf(var name) when _card.Inputs.Find(name) is TextField text =>
            new[] { 1, text.LengthMax / 2, text.LengthMax }.Select(length => (name, (InputValue)new TextValue(new string('x', length)))),
        _ => [],
    };

    private Money Price(string field, InputValue value)
    {
        var check = _card.Inputs.Check(new Dictionary<string, InputValue>(WithoutTighterLimits()) { [field] = value });
        check.Problems.ShouldBeEmpty();
        return _card.Prices.Quote(check.Values, PriceTerms.Default)!.Price;
    }

    /// <summary>The least order, with the conditions of a tighter limit switched off.</summary>
    private Dictionary<string, InputValue> WithoutTighterLimits()
    {
        var given = Minimal(_card);
        foreach (var (name, value) in _card.Inputs.Rules.OfType<MaxWhen>().SelectMany(rule => rule.When))
        {
            given[name] = new FlagValue(value == "false");
        }

        return given;
    }
}
