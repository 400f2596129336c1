using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Telegram.Methods;

public abstract record SendMedia : SendWithButtons<Message>
{
    /// <summary>Up to 1024 characters after the markup is read.</summary>
    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }
}

/// <summary>Pictures and films, whose caption may stand above them and which may hide behind a spoiler.</summary>
public abstract record SendVisual : SendMedia
{
    public bool? ShowCaptionAboveMedia { get; init; }

    public bool? HasSpoiler { get; init; }
}

public sealed record SendPhoto : SendVisual
{
    /// <summary>Upload ≤ 10 MB, address ≤ 5 MB, width + height ≤ 10000.</summary>
    public required InputFile Photo { get; init; }

    internal override IEnumerable<InputFile?> Files => [Photo];
}

public sealed record SendVideo : SendVisual
{
    public required InputFile Video { get; init; }

    public int? Duration { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public InputFile? Thumbnail { get; init; }

    public InputFile? Cover { get; init; }

    public int? StartTimestamp { get; init; }

    public bool? SupportsStreaming { get; init; }

    internal override IEnumerable<InputFile?> Files => [Video, Thumbnail, Cover];
}

public sealed record SendAnimation : SendVisual
{
    public required InputFile Animation { get; init; }

    public int? Duration { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public InputFile? Thumbnail { get; init; }

    internal override IEnumerable<InputFile?> Files => [Animation, Thumbnail];
}

public sealed record SendAudio : SendMedia
{
    /// <summary>mp3 or m4a.</summary>
    public required InputFile Audio { get; init; }

    public int? Duration { get; init; }

    public string? Performer { get; init; }

    public string? Title { get; init; }

    public InputFile? Thumbnail { get; init; }

    internal override IEnumerable<InputFile?> Files => [Audio, Thumbnail];
}

public sealed record SendVoice : SendMedia
{
    /// <summary>ogg with opus, mp3 or m4a.</summary>
    public required InputFile Voice { get; init; }

    public int? Duration { get; init; }

    internal override IEnumerable<InputFile?> Files => [Voice];
}

public sealed record SendDocument : SendMedia
{
    public required InputFile Document { get; init; }

    public InputFile? Thumbnail { get; init; }

    public bool? DisableContentTypeDetection { get; init; }

    internal override IEnumerable<InputFile?> Files => [Document, Thumbnail];
}

public sealed record SendMediaGroup : SendMethod<IReadOnlyList<Message>>
{
    /// <summary>2–10 items; documents and audios stay among themselves.</summary>
    public required IReadOnlyList<InputMedia> Media { get; init; }

    internal override IEnumerable<InputFile?> Files => Media.SelectMany(media => media.Files);
}
