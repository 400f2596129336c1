using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Files;

/// <summary>What the real server says about texts that are no file_id at all.</summary>
internal static class FileIdentifier
{
    private const int Length = 52;

    public static bool LooksGenuine(string fileId) => fileId.Length == Length && fileId.All(IsLetter)
        && Enum.GetValues<FileKind>().Any(kind => fileId.StartsWith(Beginning(kind), StringComparison.Ordinal));

    /// <summary>The real server begins a name with the kind of the file, and bots have come to read it there.</summary>
    public static string Beginning(FileKind kind) => kind switch
    {
        FileKind.Photo => "AgAC",
        FileKind.Video => "BAAC",
        FileKind.Animation => "CgAC",
        FileKind.Audio => "CQAC",
        FileKind.VoiceNote => "AwAC",
        FileKind.VideoNote => "DQAC",
        FileKind.Document => "BQAC",
        FileKind.Sticker => "CAAC",
        FileKind.Thumbnail => "AAMC",
    };

    public static BotApiException Malformed(string fileId)
    {
        var detail = !fileId.All(IsLetter) ? "Wrong character in the string"
            : fileId.Length % 4 == 1 ? "Wrong string length"
            : "can't unserialize it. Wrong last symbol";
        return Refuse.Bad($"wrong remote file identifier specified: {detail}");
    }

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
