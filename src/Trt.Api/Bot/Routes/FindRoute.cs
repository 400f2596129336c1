using System.Globalization;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons under what was found or proposed. The words they are about are kept under a number.</summary>
internal abstract record FindRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    private const int NumberMax = 9_999_999;

    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["seek"] = _ => new SeekRoute(),
        ["found"] = arguments => NumberIn(At(arguments, 0)) is { } number ? new FoundRoute(number, PageIn(At(arguments, 1))) : null,
        ["wish"] = arguments => NumberIn(At(arguments, 0)) is { } number && WishRoute.Read(At(arguments, 1)) is { } lean
            ? new WishRoute(number, lean)
            : null,
        ["heard"] = arguments => WithId(arguments, id => new HeardRoute(id)),
    };

    public static int? NumberIn(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= NumberMax ? number
            : null;
}

/// <summary>Somebody looks for something and is asked for a word.</summary>
internal sealed record SeekRoute() : FindRoute("seek");

/// <summary>A page of what was found.</summary>
internal sealed record FoundRoute(int Number, int Page = 1) : FindRoute("found", Text(Number), Text(Page));

/// <summary>The same wish, chosen another way.</summary>
internal sealed record WishRoute(int Number, Lean Lean) : FindRoute("wish", Text(Number), WordOf(Lean))
{
    public static Lean? Read(string? word) => Enum.GetValues<Lean>().Where(lean => WordOf(lean) == word).Cast<Lean?>().FirstOrDefault();

    public static string WordOf(Lean lean) => lean switch
    {
        Lean.Fitting => "fit",
        Lean.Cheaper => "less",
        Lean.Better => "best",
    };
}

/// <summary>What was spoken and written down is taken for a wish.</summary>
internal sealed record HeardRoute(GenerationId Generation) : FindRoute("heard", Text(Generation));
