using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons about a customer's own data.</summary>
internal abstract record PrivacyRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["privacy"] = _ => new MyDataRoute(),
        ["vanish"] = arguments => At(arguments, 0) is "0" or "1" ? new VanishRoute(arguments[0] == "1") : null,
        ["my_archive"] = _ => new ArchiveRoute(),
        ["erase"] = _ => new EraseRoute(),
        ["erase_sure"] = _ => new EraseSureRoute(),
        ["erase_go"] = arguments => long.TryParse(At(arguments, 0), NumberStyles.None, CultureInfo.InvariantCulture, out var kopecks)
            ? new EraseGoRoute(new Money(kopecks))
            : null,
        ["gen_forget"] = arguments => WithId(
            arguments,
            id => new ForgetRoute(id, HistoryPlace.Read(At(arguments, 1), At(arguments, 2)) ?? HistoryPlace.Beginning)),
    };
}

/// <summary>What is kept, and what its owner can do about it.</summary>
internal sealed record MyDataRoute() : PrivacyRoute("privacy");

internal sealed record VanishRoute(bool IsOn) : PrivacyRoute("vanish", IsOn ? "1" : "0");

internal sealed record ArchiveRoute() : PrivacyRoute("my_archive");

/// <summary>What would go and what would stay.</summary>
internal sealed record EraseRoute() : PrivacyRoute("erase")
{
    public override Tone Tone => Tone.Stop;
}

/// <summary>The second question.</summary>
internal sealed record EraseSureRoute() : PrivacyRoute("erase_sure")
{
    public override Tone Tone => Tone.Stop;
}

/// <param name="GivesUp">The money on the screen: when the balance is another one, it is asked anew.</param>
internal sealed record EraseGoRoute(Money GivesUp) : PrivacyRoute("erase_go", Text(GivesUp))
{
    public override Tone Tone => Tone.Stop;
}

/// <summary>A result goes everywhere the shop can reach, not only from the history.</summary>
internal sealed record ForgetRoute(GenerationId Generation, HistoryPlace From)
    : PrivacyRoute("gen_forget", [Text(Generation), .. From.Arguments])
{
    public override Tone Tone => Tone.Stop;
}
