using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons under a card in a group. Each names whose order it is: nobody else may press it.</summary>
internal abstract record GroupRoute(string Name, UserId Asker, params string[] Arguments)
    : Route(Name, [Short(Asker), .. Arguments])
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const long PersonMax = (1L << 52) - 1;

    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["gt"] = arguments => AskerIn(arguments) is { } asker && FindRoute.NumberIn(At(arguments, 1)) is { } number
            && Whole(arguments[2..]) is { } model
                ? new TakeAskRoute(asker, number, new ModelId(model))
                : null,
        ["gc"] = arguments => AskerIn(arguments) is { } asker && At(arguments, 1) is { } text && Id(text) is { } draft
            && long.TryParse(At(arguments, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var price)
                ? new ConfirmAskRoute(asker, draft, new Money(price))
                : null,
        ["gd"] = arguments => AskerIn(arguments) is { } asker
            ? new DropAskRoute(asker, At(arguments, 1) is { } text ? Id(text) : null)
            : null,
    };

    /// <summary>In as few signs as letters and digits allow.</summary>
    private static string Short(UserId asker)
    {
        var text = "";
        for (var rest = asker.Value; rest > 0; rest /= Digits.Length)
        {
            text = Digits[(int)(rest % Digits.Length)] + text;
        }

        return text;
    }

    private static UserId? AskerIn(string[] arguments)
    {
        if (At(arguments, 0) is not { Length: <= 11 } text)
        {
            return null;
        }

        var id = 0L;
        foreach (var sign in text)
        {
            var digit = Digits.IndexOf(sign, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            id = (id * Digits.Length) + digit;
        }

        return id is > 0 and <= PersonMax ? new UserId(id) : null;
    }
}

/// <summary>One of the models that were proposed for what was asked in the group.</summary>
internal sealed record TakeAskRoute(UserId Asker, int Number, ModelId Model) : GroupRoute("gt", Asker, Text(Number), Model.Value);

/// <param name="Shown">The price on the button. It is only compared, never taken.</param>
internal sealed record ConfirmAskRoute(UserId Asker, GenerationId Draft, Money Shown)
    : GroupRoute("gc", Asker, Text(Draft), Text(Shown))
{
    public override Tone Tone => Tone.Agree;
}

/// <param name="Draft">The order that goes with it; null while none was begun.</param>
internal sealed record DropAskRoute(UserId Asker, GenerationId? Draft = null)
    : GroupRoute("gd", Asker, Draft is { } draft ? [Text(draft)] : [])
{
    public override Tone Tone => Tone.Stop;
}
