namespace Trt.Sandbox.Telegram.Files;

/// <summary>One file_id: the same content has another one in every bot, in every kind and, for photos, in every size.</summary>
internal sealed record StoredFile
{
    public required string FileId { get; init; }
    public required string UniqueId { get; init; }
    public required FileKind Kind { get; init; }
    public required long BotId { get; init; }
    public required ReadOnlyMemory<byte> Content { get; init; }
    public required string Path { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }

    /// <summary>
    /// What messages show for this file (all sizes of a photo, a video with its length), so that sending it again needs only the id.
    /// </summary>
    public object? Shown { get; set; }

    public string ContentType => MimeType ?? ImageHeader.MimeType(Content.Span) ?? MimeTypes.Unknown;

    public long Size => Content.Length;
}
