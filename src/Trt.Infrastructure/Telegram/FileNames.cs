namespace Trt.Infrastructure.Telegram;

/// <summary>The messenger's name of a file begins with its kind. What begins otherwise is of a kind that we do not know.</summary>
public enum NamedKind
{
    Unknown,
    Photo,
    Video,
    Audio,
    Document,
}

public static class FileNames
{
    public static NamedKind KindOf(string fileId) => fileId.Length < 4 ? NamedKind.Unknown : fileId[..4] switch
    {
        "AgAC" => NamedKind.Photo,
        "BAAC" => NamedKind.Video,
        "CQAC" => NamedKind.Audio,
        "BQAC" => NamedKind.Document,
        _ => NamedKind.Unknown,
    };
}
