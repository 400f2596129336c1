namespace Trt.Api.Dashboard;

/// <summary>What a request of the dashboard ends in.</summary>
internal abstract record DeskAnswer
{
    public sealed record Page(string Title, Type Component, object Model, int Status = StatusCodes.Status200OK) : DeskAnswer;

    /// <summary>A press is answered by a way, so that a reload repeats nothing.</summary>
    /// <param name="To">Below the dashboard.</param>
    public sealed record GoTo(string To, string? Notice = null) : DeskAnswer;

    public sealed record Picture(Stream Content) : DeskAnswer;

    /// <summary>They are known and may not.</summary>
    public sealed record Forbidden : DeskAnswer;

    public sealed record NotFound : DeskAnswer;

    /// <summary>What was typed cannot be used.</summary>
    public sealed record Unusable(string Why) : DeskAnswer;

    /// <summary>Signed out: the browser forgets its key.</summary>
    public sealed record Gone : DeskAnswer;
}
