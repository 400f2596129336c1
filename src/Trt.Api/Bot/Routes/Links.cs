using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>
/// Words that open the bot at a place, beside invitations and sources: what was asked in a group, what was typed after its name elsewhere,
/// a finished work. None shows anything to somebody it does not belong to.
/// </summary>
internal static class Links
{
    /// <summary>The order that waits in the chat.</summary>
    public const string ToOrder = "order";

    /// <summary>The shop from inside another chat.</summary>
    public const string ToShop = "src_inline";

    private const string Ask = "ask_";
    private const string Idea = "i_";
    private const string Work = "work_";

    /// <summary>A wish of whoever opens it, by its number.</summary>
    public static string ToAsk(int number) => Ask + number.ToString(CultureInfo.InvariantCulture);

    public static string ToIdea(string code) => Idea + code;

    public static string ToWork(GenerationId id) => Work + new StatusRoute(id).Arguments[0];

    public static int? AskIn(string link) =>
        link.StartsWith(Ask, StringComparison.Ordinal) ? FindRoute.NumberIn(link[Ask.Length..]) : null;

    public static string? IdeaIn(string link) =>
        link.StartsWith(Idea, StringComparison.Ordinal) && link.Length > Idea.Length ? link[Idea.Length..] : null;

    public static GenerationId? WorkIn(string link) =>
        link.StartsWith(Work, StringComparison.Ordinal) ? Route.Id(link[Work.Length..]) : null;
}
