namespace Trt.Infrastructure.Http;

/// <summary>Foreign text for the operator's eyes.</summary>
internal static class OneLine
{
    private const int LengthMax = 300;

    /// <summary>The beginning of it, on one line. Secrets are taken out before: a cut secret would not be found any more.</summary>
    public static string Of(string text) =>
        new string([.. text.Take(LengthMax).Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
}
