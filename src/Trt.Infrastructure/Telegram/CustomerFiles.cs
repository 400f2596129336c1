using Telegram.Bot.Requests;
using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Telegram;

/// <summary>Fetches what a customer sent, through our own process: the address contains the bot's token.</summary>
internal sealed class CustomerFiles(BotApi api) : ICustomerFiles
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    public async Task<CustomerFile> Open(MediaItem item, CancellationToken token)
    {
        try
        {
            var file = await api.Call(new GetFileRequest { FileId = item.FileId }, token);
            return file.FilePath is { } path
                ? new CustomerFile.Opened(await api.Download(path, token))
                : new CustomerFile.Lost("Telegram gives no path for the file");
        }
        catch (BotApiException exception)
        {
            return exception.Verdict switch
            {
                BotVerdict.RetryAfter => new CustomerFile.TryLater(exception.RetryAfter ?? Soon, exception.Message),
                BotVerdict.TryLater or BotVerdict.Unknown or BotVerdict.Stop => new CustomerFile.TryLater(Soon, exception.Message),
                _ => new CustomerFile.Lost(exception.Message),
            };
        }
    }
}
