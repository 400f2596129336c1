using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Files;

/// <summary>What the real server says about texts that are no file_id at all.</summary>
internal static class FileIdentifier
{
    private const string Prefix = "Ag";
    public const int Length = 50;

    public static bool LooksGenuine(string fileId) =>
        fileId.Length == Length && fileId.StartsWith(Prefix, StringComparison.Ordinal) && fileId.All(IsLetter);

    public static BotApiException Malformed(string fileId)
    {
        var detail = !fileId.All(IsLetter) ? "Wrong character in the string"
            : fileId.Length % 4 == 1 ? "Wrong string length"
            : "can't unserialize it. Wrong last symbol";
        return Refuse.Bad($"wrong remote file identifier specified: {detail}");
    }

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
