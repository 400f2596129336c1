using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>A screen that is a picture with its text below.</summary>
internal static class PictureMessages
{
    private const string FileName = "charts.png";

    public static SendPhotoRequest New(long chatId, Screen screen) => new()
    {
        ChatId = chatId,
        Photo = BotFile.Upload(Content(screen), FileName),
        Caption = screen.Text.Value,
        ParseMode = ParseMode.Html,
        ReplyMarkup = screen.Keyboard.ToMarkup(),
    };

    public static EditMessageMediaRequest Edit(long chatId, int messageId, Screen screen) => new()
    {
        ChatId = chatId,
        MessageId = messageId,
        Media = new InputMediaPhoto
        {
            Media = BotFile.Upload(Content(screen), FileName),
            Caption = screen.Text.Value,
            ParseMode = ParseMode.Html,
        },
        ReplyMarkup = screen.Keyboard.ToMarkup(),
    };

    private static MemoryStream Content(Screen screen) => new(screen.Picture!.Value, writable: false);
}
