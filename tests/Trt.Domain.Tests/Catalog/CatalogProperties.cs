using FsCheck;
using FsCheck.Fluent;
using Trt.Domain.Catalog;
using static Trt.Domain.Tests.Catalog.Some;

namespace Trt.Domain.Tests.Catalog;

public sealed class CatalogProperties
{
    private static readonly PriceList PerSecond = new(
        PriceUnit.Second,
        new ValueOf("duration"),
        [new Sku("default", new Dictionary<string, string>(), 1.6m)]);

    private static readonly InputSchema Anything = new(
        [
            Prompt(max: 20), Choice("resolution", "1K", "2K") with { Default = Text("1K") }, Number("n", 1, 12, step: 0.5m), Flag("sound"),
            Flag("filter") with { IsHidden = true, Default = new FlagValue(true) }, Images("photos"),
            new TextListField { Name = "lines", Label = Label, ItemsMax = 3, LengthMax = 10 },
        ],
        [new NotTogether(new Dictionary<string, string> { ["resolution"] = "2K", ["sound"] = "true" })]);

    private static Gen<InputValue> Values { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => (InputValue)new TextValue(text ?? "")),
        Gen.Elements("да", "2K", " 3 ", "1,5", "a cat", "one\ntwo").Select(text => (InputValue)new TextValue(text)),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => (InputValue)new NumberValue(number)),
        Gen.Choose(-2, 14).Select(number => (InputValue)new NumberValue(number)),
        ArbMap.Default.GeneratorFor<bool>().Select(flag => (InputValue)new FlagValue(flag)),
        Gen.ListOf(Gen.Elements("x", " y ", "")).Select(items => (InputValue)new TextListValue([.. items])),
        Gen.ListOf(Gen.Elements(Photo(), Photo(bytes: 2000), Voice())).Select(items => (InputValue)new MediaValue([.. items])));

    private static Arbitrary<Dictionary<string, InputValue>> Inputs { get; } = Gen.ListOf(
            Gen.Elements("prompt", "resolution", "n", "sound", "filter", "photos", "lines", "foreign")
                .SelectMany(_ => Values, (name, value) => (Name: name, Value: value)))
        .Select(pairs => pairs.Prepend((Name: "prompt", Value: Text("a cat"))).Reverse().DistinctBy(pair => pair.Name).ToDictionary())
        .ToArbitrary();

    [Test]
    public void A_check_gives_values_or_problems_and_never_both() => Prop.ForAll(Inputs, given =>
    {
        var check = Anything.Check(given);
        return check.IsValid ? check.Values.ContainsKey("prompt") && check.Problems.Count == 0 : check.Values.Count == 0;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Nothing_that_was_given_is_dropped_silently() => Prop.ForAll(Inputs, given =>
    {
        var check = Anything.Check(given);
        return !check.IsValid || given.Where(pair => !pair.Value.IsEmpty).All(pair => check.Values.ContainsKey(pair.Key));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Checked_values_stay_as_they_are_when_checked_again() => Prop.ForAll(Inputs, given =>
    {
        var once = Anything.Check(given);
        if (!once.IsValid)
        {
            return true;
        }

        var twice = Anything.Check(once.Values);
        return twice.IsValid && InputValues.ToJson(twice.Values) == InputValues.ToJson(once.Values);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_longer_order_never_costs_less() => Prop.ForAll(Seconds.Two().ToArbitrary(), pair =>
        PriceFor(Math.Min(pair.Item1, pair.Item2)) <= PriceFor(Math.Max(pair.Item1, pair.Item2))).QuickCheckThrowOnFailure();

    [Test]
    public void No_order_of_a_priced_model_is_free_and_the_same_order_costs_the_same() => Prop.ForAll(Seconds.ToArbitrary(), seconds =>
        PriceFor(seconds) > Domain.Shared.Money.Zero && PriceFor(seconds) == PriceFor(seconds)).QuickCheckThrowOnFailure();

    [Test]
    public void Inputs_survive_their_json_form() => Prop.ForAll(Inputs, given =>
    {
        var stored = given.Where(pair => pair.Value is not TextValue text || IsStorable(text.Text)).ToDictionary();
        var read = InputValues.FromJson(InputValues.ToJson(stored));
        return read.Count == stored.Count && stored.All(pair => read[pair.Key].Equals(pair.Value));
    }).QuickCheckThrowOnFailure();

    /// <summary>The check refuses half surrogate pairs, so they never reach the database.</summary>
    private static bool IsStorable(string text) =>
        Schema(Prompt(int.MaxValue)).Check(Given(("prompt", new TextValue($"x{text}x")))).IsValid;

    private static Gen<decimal> Seconds => Gen.Choose(1, 100_000).Select(tenths => tenths / 10m);

    private static Domain.Shared.Money PriceFor(decimal seconds) =>
        PerSecond.Quote(Given(("duration", new NumberValue(seconds))), PriceTerms.Default)!.Price;
}
