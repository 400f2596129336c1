using Trt.Domain.Shared;

namespace Trt.Domain.Finding;

/// <summary>
/// What somebody typed after the bot's name in another chat, under a code that fits into a link: whoever opens the link finds it
/// filled in. Its writer has shown it to others themselves by choosing it.
/// </summary>
public sealed class Idea
{
    public const int CodeLengthMax = 32;
    public const int TextLengthMax = 256;

    private Idea()
    {
    }

    public string Code { get; private init; } = "";

    /// <summary>Who wrote it.</summary>
    public UserId UserId { get; private init; }

    public string Text { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public static Idea Of(string code, UserId user, string text, DateTimeOffset now) =>
        new() { Code = code, UserId = user, Text = text.Length > TextLengthMax ? text[..TextLengthMax] : text, At = now };
}
