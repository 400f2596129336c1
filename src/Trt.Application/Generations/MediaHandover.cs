using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>
/// Carries the customer's files from the chat to the provider, through our own process: an address at the messenger contains
/// the bot's token and never leaves.
/// </summary>
internal sealed class MediaHandover(InputFiles files, IGenerationProvider provider)
{
    public async Task<HandoverOutcome> HandOver(Generation generation, CancellationToken token)
    {
        var addresses = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var item in generation.Inputs.Values.OfType<MediaValue>().SelectMany(media => media.Items))
        {
            switch (await files.Open(item, token))
            {
                case CustomerFile.Lost lost:
                    return new HandoverOutcome.Failed(FailureReason.InputLost, lost.Detail);
                case CustomerFile.TryLater later:
                    return new HandoverOutcome.TryLater(later.After, later.Detail);
                case CustomerFile.Opened opened:
                    switch (await Upload(opened.Content, item, token))
                    {
                        case UploadOutcome.Stored stored:
                            addresses[item.FileId] = stored.Address;
                            break;
                        case UploadOutcome.TryLater later:
                            return new HandoverOutcome.TryLater(later.After, later.Detail);
                        case UploadOutcome.Refused refused:
                            return new HandoverOutcome.Refused(refused.Reason, refused.Detail);
                    }

                    break;
            }
        }

        return new HandoverOutcome.Ready(addresses);
    }

    private async Task<UploadOutcome> Upload(Stream content, MediaItem item, CancellationToken token)
    {
        await using (content)
        {
            return await provider.Upload(new ProviderFile(content, item.FileName ?? item.Kind.ToString(), item.MimeType), token);
        }
    }
}

internal abstract record HandoverOutcome
{
    public sealed record Ready(IReadOnlyDictionary<string, Uri> Addresses) : HandoverOutcome;

    public sealed record Failed(FailureReason Reason, string Detail) : HandoverOutcome;

    public sealed record Refused(ProviderRefusal Reason, string Detail) : HandoverOutcome;

    public sealed record TryLater(TimeSpan After, string Detail) : HandoverOutcome;
}
