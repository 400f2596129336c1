namespace Trt.Domain.Catalog;

/// <summary>Where the quantity is measured, in characters, seconds, pixels or pieces; the price list makes units of it.</summary>
public abstract record QuantitySource
{
    /// <summary>Null when it cannot be known from these inputs.</summary>
    internal abstract decimal? Measure(IReadOnlyDictionary<string, InputValue> values);

    internal abstract bool Reads(string field);
}

public sealed record CharactersOf(string Field) : QuantitySource
{
    internal override decimal? Measure(IReadOnlyDictionary<string, InputValue> values) => values.GetValueOrDefault(Field) switch
    {
        TextValue text => TextLength.Of(text.Text),
        TextListValue list => list.Items.Sum(TextLength.Of),
        DialogueValue dialogue => dialogue.Lines.Sum(line => TextLength.Of(line.Text)),
        _ => null,
    };

    internal override bool Reads(string field) => field == Field;
}

public sealed record ValueOf(string Field) : QuantitySource
{
    internal override decimal? Measure(IReadOnlyDictionary<string, InputValue> values) => values.GetValueOrDefault(Field) switch
    {
        NumberValue number => number.Number,
        TextValue text => Numbers.Parse(text.Text),
        _ => null,
    };

    internal override bool Reads(string field) => field == Field;
}

/// <summary>The length of the recordings, measured from the files; one unknown length makes the whole unknown.</summary>
public sealed record DurationOf(string Field) : QuantitySource
{
    internal override decimal? Measure(IReadOnlyDictionary<string, InputValue> values) =>
        values.GetValueOrDefault(Field) is MediaValue { IsEmpty: false } media && media.Items.All(item => item.DurationSeconds is not null)
            ? media.Items.Sum(item => item.DurationSeconds)
            : null;

    internal override bool Reads(string field) => field == Field;
}

public sealed record PixelsOf(string Field) : QuantitySource
{
    internal override decimal? Measure(IReadOnlyDictionary<string, InputValue> values) =>
        values.GetValueOrDefault(Field) is MediaValue { IsEmpty: false } media
        && media.Items.All(item => item is { Width: not null, Height: not null })
            ? media.Items.Sum(item => (decimal?)item.Width * item.Height)
            : null;

    internal override bool Reads(string field) => field == Field;
}

/// <summary>Frames by frames per second.</summary>
public sealed record QuotientOf(string Dividend, string Divisor) : QuantitySource
{
    internal override decimal? Measure(IReadOnlyDictionary<string, InputValue> values) =>
        new ValueOf(Divisor).Measure(values) is { } divisor and > 0 ? new ValueOf(Dividend).Measure(values) / divisor : null;

    internal override bool Reads(string field) => field == Dividend || field == Divisor;
}

/// <summary>The chosen length and the length of the films that are sent as well; where none is sent, that part is nothing.</summary>
public sealed record SumOf(IReadOnlyList<QuantitySource> Sources) : QuantitySource
{
    internal override decimal? Measure(IReadOnlyDictionary<string, InputValue> values) =>
        Sources.Aggregate((decimal?)0, (sum, source) => sum + Part(source, values));

    internal override bool Reads(string field) => Sources.Any(source => source.Reads(field));

    /// <summary>What of it comes from the customer's own recordings, and not from the result.</summary>
    internal decimal Sent(IReadOnlyDictionary<string, InputValue> values) =>
        Sources.OfType<DurationOf>().Sum(source => Part(source, values) ?? 0);

    private static decimal? Part(QuantitySource source, IReadOnlyDictionary<string, InputValue> values) =>
        source is DurationOf(var field) && values.GetValueOrDefault(field) is null or { IsEmpty: true } ? 0 : source.Measure(values);
}

/// <summary>The first of several that is known: the chosen length, otherwise the length of the film that was sent.</summary>
public sealed record FirstKnown(IReadOnlyList<QuantitySource> Sources) : QuantitySource
{
    internal override decimal? Measure(IReadOnlyDictionary<string, InputValue> values) =>
        Sources.Select(source => source.Measure(values)).FirstOrDefault(measured => measured is not null);

    internal override bool Reads(string field) => Sources.Any(source => source.Reads(field));
}
