namespace Trt.Sandbox.Telegram.Objects;

internal sealed record PhotoSize
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public long? FileSize { get; init; }
}

internal sealed record Video
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required int Duration { get; init; }
    public PhotoSize? Thumbnail { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
    public long? FileSize { get; init; }
}

internal sealed record Animation
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required int Duration { get; init; }
    public PhotoSize? Thumbnail { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
    public long? FileSize { get; init; }
}

internal sealed record Audio
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public required int Duration { get; init; }
    public string? Performer { get; init; }
    public string? Title { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
    public long? FileSize { get; init; }
    public PhotoSize? Thumbnail { get; init; }
}

internal sealed record Voice
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public required int Duration { get; init; }
    public string? MimeType { get; init; }
    public long? FileSize { get; init; }
}

internal sealed record VideoNote
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public required int Length { get; init; }
    public required int Duration { get; init; }
    public long? FileSize { get; init; }
}

internal sealed record Document
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public PhotoSize? Thumbnail { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
    public long? FileSize { get; init; }
}

internal sealed record Sticker
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public string Type { get; init; } = "regular";
    public required int Width { get; init; }
    public required int Height { get; init; }
    public bool IsAnimated { get; init; }
    public bool IsVideo { get; init; }
    public long? FileSize { get; init; }
}

internal sealed record Contact(string PhoneNumber, string FirstName, string? LastName = null, long? UserId = null);

internal sealed record Location(double Latitude, double Longitude);

internal sealed record TelegramFile
{
    public required string FileId { get; init; }
    public required string FileUniqueId { get; init; }
    public required long FileSize { get; init; }
    public required string FilePath { get; init; }
}
