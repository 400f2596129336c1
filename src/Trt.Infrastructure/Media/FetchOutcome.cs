namespace Trt.Infrastructure.Media;

public abstract record FetchOutcome
{
    public sealed record Fetched(FetchedFile File) : FetchOutcome;

    /// <summary>The link is dead; a fresh one may be asked for.</summary>
    public sealed record Gone(string Detail) : FetchOutcome;

    /// <summary>It will not get better by trying again.</summary>
    public sealed record Refused(FetchRefusal Reason, string Detail) : FetchOutcome;

    public sealed record TryLater(TimeSpan After, string Detail) : FetchOutcome;
}

public enum FetchRefusal
{
    /// <summary>The link does not lead to the internet, or not by http.</summary>
    ForbiddenAddress,

    TooManyRedirects,

    TooLarge,

    Empty,

    /// <summary>A web page or anything else that is no picture, film or sound.</summary>
    NotMedia,

    Other,
}

/// <summary>A file on our own disk for as long as it is held; it is deleted when let go.</summary>
public sealed class FetchedFile(Stream content, MediaType type) : IAsyncDisposable
{
    /// <summary>Stands at the beginning.</summary>
    public Stream Content => content;

    public MediaType Type => type;

    /// <summary>For one reader, from the beginning; the file stays when the reader lets go.</summary>
    public Stream Lend() => new LentStream(content);

    public long Bytes { get; } = content.Length;

    public ValueTask DisposeAsync() => content.DisposeAsync();
}
