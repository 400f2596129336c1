using System.Text.Json.Serialization;

namespace Trt.Infrastructure.Telegram.Types;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InputMediaPhoto), "photo")]
[JsonDerivedType(typeof(InputMediaVideo), "video")]
[JsonDerivedType(typeof(InputMediaAnimation), "animation")]
[JsonDerivedType(typeof(InputMediaAudio), "audio")]
[JsonDerivedType(typeof(InputMediaDocument), "document")]
public abstract record InputMedia
{
    public required InputFile Media { get; init; }

    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }

    internal virtual IEnumerable<InputFile?> Files => [Media];
}

public sealed record InputMediaPhoto : InputMedia
{
    public bool? ShowCaptionAboveMedia { get; init; }

    public bool? HasSpoiler { get; init; }
}

public sealed record InputMediaVideo : InputMedia
{
    public int? Duration { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public InputFile? Thumbnail { get; init; }

    public bool? SupportsStreaming { get; init; }

    public bool? ShowCaptionAboveMedia { get; init; }

    public bool? HasSpoiler { get; init; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}

/// <summary>Not for albums.</summary>
public sealed record InputMediaAnimation : InputMedia
{
    public int? Duration { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public InputFile? Thumbnail { get; init; }

    public bool? ShowCaptionAboveMedia { get; init; }

    public bool? HasSpoiler { get; init; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}

public sealed record InputMediaAudio : InputMedia
{
    public int? Duration { get; init; }

    public string? Performer { get; init; }

    public string? Title { get; init; }

    public InputFile? Thumbnail { get; init; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}

public sealed record InputMediaDocument : InputMedia
{
    public InputFile? Thumbnail { get; init; }

    public bool? DisableContentTypeDetection { get; init; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}
