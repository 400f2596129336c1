using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

internal static class FileMethods
{
    private const long DownloadMax = 20 * 1024 * 1024;

    public static readonly BotMethod[] All = [new("getFile", GetFile)];

    private static TelegramFile GetFile(Call call)
    {
        var id = call.Parameters["file_id"].Trim();
        if (id.Length == 0)
        {
            throw Refuse.Bad("file_id not specified");
        }

        var file = call.Bot.World.Files.Find(id);
        if (file is null || file.BotId != call.Bot.Id)
        {
            throw Refuse.Bad(FileIdentifier.LooksGenuine(id) ? "wrong file_id or the file is temporarily unavailable" : "invalid file_id");
        }

        if (file.Size > DownloadMax)
        {
            throw Refuse.Bad("file is too big");
        }

        return new TelegramFile { FileId = file.FileId, FileUniqueId = file.UniqueId, FileSize = file.Size, FilePath = file.Path };
    }
}
