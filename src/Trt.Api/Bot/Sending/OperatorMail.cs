using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>Brings into the chat what owners must know and what follows from an operator's act.</summary>
internal sealed class OperatorMail(ChatGateway gateway, OwedScreens owed, ScreenSender screens, ModelTitles titles, TimeProvider time)
    : IOperatorNotifier
{
    private const int BufferBytes = 64 * 1024;

    public Task<SendOutcome> Alert(AlertNotice notice, CancellationToken token) =>
        owed.Tell(notice.Operator, AlertScreens.Alert(notice, titles, time.GetUtcNow()), token);

    public Task<SendOutcome> Digest(DigestNotice notice, CancellationToken token) =>
        owed.Tell(notice.Operator, AlertScreens.Digest(notice), token);

    public Task<SendOutcome> Adjusted(AdjustmentNotice notice, CancellationToken token) =>
        owed.Tell(notice.Customer, AdminNotices.Adjusted(notice), token);

    public async Task<SendOutcome> Export(ExportNotice notice, Func<Stream, Task<ExportEnd>> write, CancellationToken token)
    {
        var chat = notice.Admin.Value;
        // On disk and not in memory; the file is gone as soon as it is closed, whatever happens.
        await using var file = new FileStream(
            Path.Combine(
                Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        var end = await write(file);
        await screens.Quiet(chat, token);
        if (end.IsTooLarge || end.Rows == 0)
        {
            return await gateway.Show(chat, messageId: null, AdminNotices.NoFile(notice, end), token);
        }

        file.Position = 0;
        var caption = AdminNotices.Caption(notice, end);
        var sent = await gateway.Send(
            chat,
            new SendDocumentRequest
            {
                ChatId = chat,
                Document = BotFile.Upload(file, AdminNotices.FileName(notice)),
                Caption = caption.Value,
                ParseMode = ParseMode.Html,
                DisableContentTypeDetection = true,
            },
            message => (message.Id, message.Document?.FileId),
            token);
        return sent is Refused ? await gateway.Show(chat, messageId: null, AdminNotices.NoFile(notice, end), token) : sent;
    }
}
