using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <param name="Until">Pieces of one text arrive within seconds of each other.</param>
/// <param name="Refusal">Set when the whole is refused; the remaining pieces share its fate.</param>
public sealed record LongText(string Field, DateTimeOffset Until, InputProblem? Refusal = null)
{
    /// <summary>The messenger cuts at 4096, sometimes a little earlier to spare a word.</summary>
    private const int PieceMin = 3500;

    private static readonly TimeSpan Together = TimeSpan.FromSeconds(4);

    public static LongText? StartOf(string field, string text, DateTimeOffset now) =>
        text.Length >= PieceMin ? new LongText(field, now + Together) : null;

    public LongText Refused(InputProblem problem) => this with { Refusal = problem };

    /// <summary>Only a full piece can have another one after it. Of a refused text the length is still told as a whole.</summary>
    public LongText Extend(string text, DateTimeOffset now) => this with
    {
        Until = text.Length >= PieceMin ? now + Together : DateTimeOffset.MinValue,
        Refusal = Refusal is { Code: ProblemCode.TooLong, Given: { } length }
            ? Refusal with { Given = Numbers.Text((Numbers.Parse(length) ?? 0) + TextLength.Of(text)) }
            : Refusal,
    };
}
