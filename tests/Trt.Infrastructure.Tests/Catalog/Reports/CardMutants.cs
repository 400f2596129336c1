using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Tests.Catalog.Reports;

/// <summary>A card with one fact changed, for every fact it states.</summary>
internal static class CardMutants
{
    private static readonly LocalText Text = new("x", "x");

    public static IEnumerable<(string What, ModelCard Card)> Of(ModelCard card) =>
    [
        ("another kind of output", card with { Output = card.Output == OutputKind.Image ? OutputKind.Video : OutputKind.Image }),
        ("another name in the order", card with { SendAs = $"{card.SendAs}x" }),
        ("another door", card with { Family = card.Family == ProviderFamily.Veo ? ProviderFamily.Luma : ProviderFamily.Veo }),
        ("there or not there", card with { Status = card.Status == ModelStatus.AbsentUpstream ? ModelStatus.Ready : ModelStatus.AbsentUpstream }),
        ("one question more", card with { Inputs = card.Inputs with { Fields = [.. card.Inputs.Fields, new FlagField { Name = "planted", Label = Text }] } }),
        .. card.Inputs.Fields.Select(field => ($"{field.Name} is not asked", card with
        {
            Inputs = card.Inputs with { Fields = [.. card.Inputs.Fields.Where(other => other != field)] },
        })),
        .. card.Inputs.Fields.SelectMany(field => OfField(field).Select(change => ($"{field.Name}: {change.What}", card with
        {
            Inputs = card.Inputs with { Fields = [.. card.Inputs.Fields.Select(other => other == field ? change.Field : other)] },
        }))),
        .. card.Inputs.Rules.OfType<OneOfRequired>().Select(rule => ("none of them is needed any more", card with
        {
            Inputs = card.Inputs with { Rules = [.. card.Inputs.Rules.Where(other => other != rule)] },
        })),
        .. OfPrice(card.Prices).Select(change => ($"price: {change.What}", card with { Prices = change.Prices })),
    ];

    private static IEnumerable<(string What, Field Field)> OfField(Field field) =>
    [
        ("another name", field with { Name = $"{field.Name}_x" }),
        .. field is FlagField
            ? [("another kind", new TextField { Name = field.Name, Label = Text, LengthMax = 10 })]
            : new (string, Field)[] { ("another kind", new FlagField { Name = field.Name, Label = Text }) },
        .. OfDefault(field).Select(given => ("another default", field with { Default = given })),
        // With a default it is always sent, asked or not.
        .. field.Default is null ? [("asked or not", field with { IsRequired = !field.IsRequired })] : Array.Empty<(string, Field)>(),
        .. OfLimits(field),
    ];

    private static IEnumerable<InputValue> OfDefault(Field field) => field switch
    {
        ChoiceField choice => [.. choice.Choices.Select(option => new TextValue(option.Value)).Where(value => value != field.Default).Take(1)],
        FlagField => [new FlagValue(field.Default is FlagValue { Flag: false } or null)],
        NumberField number => [new NumberValue(field.Default is NumberValue { Number: var given } && given == number.Min ? number.Max : number.Min)],
        TextField => [new TextValue("planted")],
        _ => [],
    };

    private static IEnumerable<(string What, Field Field)> OfLimits(Field field) => field switch
    {
        TextField text => [("max", text with { LengthMax = text.LengthMax / 2 }), ("min", text with { LengthMin = text.LengthMin + 1 })],
        TextListField list =>
        [
            ("max", list with { ItemsMax = list.ItemsMax + 1 }), ("min", list with { ItemsMin = list.ItemsMin + 1 }),
            ("length", list with { LengthMax = list.LengthMax + 1 }),
        ],
        DialogueField lines =>
        [
            ("max", lines with { ItemsMax = lines.ItemsMax + 1 }), ("min", lines with { ItemsMin = lines.ItemsMin + 1 }),
            ("length", lines with { LengthMax = lines.LengthMax + 1 }), ("voices", lines with { Voices = [.. lines.Voices.Skip(1)] }),
            ("speakers", lines with { SpeakersAs = $"{lines.SpeakersAs}x" }),
            .. lines.SpeakersAs is null ? Array.Empty<(string, Field)>() : [("accent", lines with { Accent = $"{lines.Accent}x" })],
        ],
        NumberField number =>
        [
            ("max", number with { Max = number.Max + 1 }), ("min", number with { Min = number.Min - 1 }), ("step", number with { Step = 7 }),
            ("whole", number with { IsInteger = !number.IsInteger }),
        ],
        ChoiceField choice =>
        [
            ("a choice less", choice with { Choices = [.. choice.Choices.Skip(1)] }),
            ("a choice more", choice with { Choices = [.. choice.Choices, new Choice("planted", Text)] }),
            ("wire", choice with { Wire = choice.Wire == ChoiceWire.Number ? ChoiceWire.Text : ChoiceWire.Number }),
        ],
        EarlierField earlier when earlier.ModelAs is not null => [("a source less", earlier with { From = [.. earlier.From.Skip(1)] })],
        MediaField media => OfMedia(media),
        _ => [],
    };

    private static IEnumerable<(string What, Field Field)> OfMedia(MediaField media) =>
    [
        ("max", media with { ItemsMax = media.ItemsMax * 10 }), ("min", media with { ItemsMin = media.ItemsMin + 1 }),
        ("megabytes", media with { BytesMax = media.BytesMax + 1 }), ("one or many", media with { IsList = !media.IsList }),
        ("kind", media with { Kind = media.Kind == MediaKind.Image ? MediaKind.Video : MediaKind.Image }),
        ("a type less", media with { MimeTypes = [.. media.MimeTypes.Skip(1)] }), ("a type more", media with { MimeTypes = [.. media.MimeTypes, "image/planted"] }),
        ("seconds from", media with { DurationSecondsMin = (media.DurationSecondsMin ?? 0) + 1 }),
        ("seconds to", media with { DurationSecondsMax = (media.DurationSecondsMax ?? 0) + 1 }),
        ("seconds together", media with { DurationSecondsTotalMax = (media.DurationSecondsTotalMax ?? 0) + 1 }),
        ("side from", media with { SideMin = (media.SideMin ?? 0) + 1 }), ("side to", media with { SideMax = (media.SideMax ?? 0) + 1 }),
    ];

    private static IEnumerable<(string What, PriceList Prices)> OfPrice(PriceList prices) => prices.Skus.Count == 0
        ? [("out of the blue", new PriceList(PriceUnit.Generation, null, [new Sku("default", new Dictionary<string, string>(), 1)]))]
        :
        [
            ("unit", prices with { Unit = prices.Unit == PriceUnit.Second ? PriceUnit.Minute : PriceUnit.Second }),
            ("quantity", prices with { Quantity = new ValueOf("planted") }),
            ("none", PriceList.None),
            ("a surcharge more", prices with { Surcharges = [.. prices.Surcharges, new Surcharge("planted", 0, 1, new Dictionary<string, string>())] }),
            .. prices.Surcharges.Select(extra => ($"{extra.Field} adds less", prices with
            {
                Surcharges = [.. prices.Surcharges.Select(other => other == extra ? extra with { Credits = extra.Credits / 2 } : other)],
            })),
            .. prices.Skus.Take(1).SelectMany(line => new[]
            {
                ("the most or not", prices with { Skus = [line with { IsAtMost = !line.IsAtMost }, .. prices.Skus.Skip(1)] }),
                ("an end", prices with { Skus = [line with { Until = (line.Until ?? DateTimeOffset.UnixEpoch).AddDays(1) }, .. prices.Skus.Skip(1)] }),
                ("afterwards", prices with { Skus = [line with { Afterwards = (line.Afterwards ?? 0) + 1 }, .. prices.Skus.Skip(1)] }),
            }),
            ("a line more", prices with { Skus = [.. prices.Skus, new Sku("planted=1", new Dictionary<string, string> { ["planted"] = "1" }, 1)] }),
            .. prices.Skus.Select(line => ($"{line.Key} is gone", prices with { Skus = [.. prices.Skus.Where(other => other != line)] })),
            .. prices.Skus.Select(line => ($"{line.Key} costs less", prices with
            {
                Skus = [.. prices.Skus.Select(other => other == line ? other with { Credits = line.Credits / 12 } : other)],
            })),
        ];
}
