using Trt.Domain.Shared;

namespace Trt.Infrastructure.Http;

/// <summary>Foreign text for the operator's eyes.</summary>
internal static class OneLine
{
    private const int LengthMax = 300;

    /// <summary>The beginning of it, on one line. Secrets are taken out before: a cut secret would not be found any more.</summary>
    public static string Of(string text) => PlainText.Of(text, LengthMax, ' ').Trim();
}
