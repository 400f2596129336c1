using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>Brings a customer their own data, and takes out of the chat what they want gone.</summary>
internal sealed class PrivacyMail(ChatGateway gateway, OwedScreens owed, ScreenSender screens) : IPrivacyNotifier
{
    private const int BufferBytes = 64 * 1024;

    public async Task<SendOutcome> Wipe(UserId user, Language language, IReadOnlyList<long> messages, CancellationToken token)
    {
        var kept = 0;
        foreach (var message in messages.Where(id => id <= int.MaxValue))
        {
            switch (await gateway.Delete(user.Value, (int)message, token))
            {
                case Refused:
                    kept++;
                    break;
                case SendOutcome.Sent:
                    break;
                case var other:
                    return other;
            }
        }

        return kept == 0
            ? new SendOutcome.Sent(0, null)
            : await owed.Tell(user, new Screen(PrivacyTexts.StillInChat(language, kept), Keyboard.None), token);
    }

    public async Task<SendOutcome> Archive(ArchiveNotice notice, Func<Stream, Task<bool>> write, CancellationToken token)
    {
        var chat = notice.User.Value;
        // On disk and not in memory; the file is gone as soon as it is closed, whatever happens.
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
            BufferBytes, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        var more = await write(file);
        await screens.Quiet(chat, token);
        file.Position = 0;
        var name = notice.Piece == 1 && !more ? "my-data.zip" : FormattableString.Invariant($"my-data-{notice.Piece}.zip");
        return await gateway.Send(
            chat,
            new SendDocumentRequest
            {
                ChatId = chat,
                Document = BotFile.Upload(file, name),
                Caption = PrivacyTexts.ArchiveCaption(notice.Language, notice.Piece, isLast: !more).Value,
                ParseMode = ParseMode.Html,
                DisableContentTypeDetection = true,
            },
            message => (message.Id, message.Document?.FileId),
            token);
    }
}
