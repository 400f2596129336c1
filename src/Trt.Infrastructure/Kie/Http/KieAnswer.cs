using System.Text.Json;

namespace Trt.Infrastructure.Kie.Http;

/// <summary>What came of one call. Which end it was decides whether the call may be made again, so the ends are kept apart.</summary>
internal abstract record KieAnswer
{
    /// <summary>The provider's own envelope. Its code is the status, whatever HTTP says.</summary>
    public sealed record Reply(int Code, string Message, JsonElement Data, TimeSpan? RetryAfter) : KieAnswer;

    /// <summary>Something that is not the provider's envelope: a gateway's page, a cut-off text.</summary>
    public sealed record Page(int HttpStatus, TimeSpan? RetryAfter) : KieAnswer;

    /// <summary>Proven: the request never left.</summary>
    public sealed record NotSent(string Detail) : KieAnswer;

    /// <summary>The request left, or may have left, and no whole answer came.</summary>
    public sealed record Silence(string Detail) : KieAnswer;
}
