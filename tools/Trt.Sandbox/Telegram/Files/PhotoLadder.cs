using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Files;

/// <summary>A photo comes in ascending sizes. The bytes are not scaled: every size serves the original.</summary>
internal static class PhotoLadder
{
    private const long BytesMax = 10 * 1024 * 1024;
    private const int SidesMax = 10_000;
    private const int RatioMax = 20;
    private const int LongestMax = 2560;
    private static readonly int[] Boxes = [90, 320, 800, 1280];
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".gif", ".png", ".tif", ".tiff", ".bmp"];

    public static IReadOnlyList<PhotoSize> Store(BotAccount bot, Upload upload)
    {
        var (width, height) = Check(upload);
        var longest = Math.Max(width, height);
        var steps = Boxes.Where(box => box < longest).Append(Math.Min(longest, LongestMax)).ToList();
        var typed = upload with { MimeType = ImageHeader.MimeType(upload.Content.Span) };

        var files = steps.ConvertAll(step => bot.World.Files.Add(bot.Id, FileKind.Photo, typed, variant: step));
        List<PhotoSize> sizes =
        [
            .. steps.Zip(files, (step, file) => new PhotoSize
            {
                FileId = file.FileId,
                FileUniqueId = file.UniqueId,
                Width = Scale(width, step, longest),
                Height = Scale(height, step, longest),
                FileSize = file.Size,
            }),
        ];
        foreach (var file in files)
        {
            file.Shown = sizes;
        }

        return sizes;
    }

    private static (int Width, int Height) Check(Upload upload)
    {
        var extension = Path.GetExtension(upload.FileName);
        if (extension.Length > 0 && !Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            throw Refuse.Bad("photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp");
        }

        if (upload.Content.Length > BytesMax)
        {
            throw Refuse.Bad("PHOTO_SAVE_FILE_INVALID");
        }

        var (width, height) = ImageHeader.Read(upload.Content.Span) ?? throw Refuse.Bad("IMAGE_PROCESS_FAILED");
        if (width + height > SidesMax || Math.Max(width, height) > RatioMax * Math.Min(width, height))
        {
            throw Refuse.Bad("PHOTO_INVALID_DIMENSIONS");
        }

        return (width, height);
    }

    private static int Scale(int side, int step, int longest) => Math.Max(1, (int)Math.Round((double)side * step / longest));
}
