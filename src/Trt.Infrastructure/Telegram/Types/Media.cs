namespace Trt.Infrastructure.Telegram.Types;

/// <summary>What every stored file has: the id to use it by, and one that stays the same among bots.</summary>
public abstract record StoredFile
{
    public string FileId { get => field ?? ""; init; }

    public string FileUniqueId { get => field ?? ""; init; }

    public long? FileSize { get; init; }
}

/// <summary>The answer of getFile.</summary>
public sealed record TelegramFile : StoredFile
{
    public string? FilePath { get; init; }
}

public sealed record PhotoSize : StoredFile
{
    public int Width { get; init; }

    public int Height { get; init; }
}

public sealed record Document : StoredFile
{
    public PhotoSize? Thumbnail { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }
}

public sealed record Video : StoredFile
{
    public int Width { get; init; }

    public int Height { get; init; }

    public int Duration { get; init; }

    public PhotoSize? Thumbnail { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }
}

public sealed record Animation : StoredFile
{
    public int Width { get; init; }

    public int Height { get; init; }

    public int Duration { get; init; }

    public PhotoSize? Thumbnail { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }
}

public sealed record Audio : StoredFile
{
    public int Duration { get; init; }

    public string? Performer { get; init; }

    public string? Title { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public PhotoSize? Thumbnail { get; init; }
}

public sealed record Voice : StoredFile
{
    public int Duration { get; init; }

    public string? MimeType { get; init; }
}

public sealed record VideoNote : StoredFile
{
    public int Length { get; init; }

    public int Duration { get; init; }

    public PhotoSize? Thumbnail { get; init; }
}

public sealed record Sticker : StoredFile
{
    public string Type { get => field ?? ""; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public bool IsAnimated { get; init; }

    public bool IsVideo { get; init; }

    public string? Emoji { get; init; }
}
