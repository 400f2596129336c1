using System.Text;

namespace Trt.Infrastructure.Kie.Callbacks;

/// <summary>The beginning of a callback for the operator's eyes.</summary>
public static class CallbackExcerpt
{
    private const string Mark = "…(truncated)";

    /// <param name="lengthMax">Letters kept; a longer text gets a mark behind them.</param>
    public static string Of(ReadOnlySpan<byte> body, int lengthMax)
    {
        // Bytes that are no text become question marks, so an excerpt can always be shown.
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, lengthMax * 4 + 4)]);
        var kept = new string([.. text.Take(lengthMax).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return text.Length > lengthMax ? kept + Mark : kept;
    }
}
