using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Generations;

/// <summary>
/// How much of what the price counts is really in a result. Only what was seen counts: pictures that are there, films and sounds whose
/// own bytes tell their length.
/// </summary>
internal sealed class ReceivedQuantity(IResultProbe probe)
{
    /// <summary>Null when it cannot be told: then the agreed price stands.</summary>
    public async Task<decimal?> Of(Generation generation, IReadOnlyList<ResultItem> outputs, CancellationToken token) => generation switch
    {
        { IsPaid: false } => null,
        { PricedBy: PriceUnit.Image } =>
            outputs.Count(output => output is { Kind: OutputKind.Image, Address: not null }) is var pictures and > 0 ? pictures : null,
        { PricedBy: (PriceUnit.Second or PriceUnit.Minute) and { } unit } =>
            await Length(outputs, token) is { } seconds ? unit.Count(seconds) + (generation.SentQuantity ?? 0) : null,
        _ => null,
    };

    private async Task<decimal?> Length(IReadOnlyList<ResultItem> outputs, CancellationToken token)
    {
        decimal? total = null;
        foreach (var output in outputs.Where(output => output.Kind is OutputKind.Video or OutputKind.Audio))
        {
            if (output.Address is not { } address || await probe.Seconds(address, token) is not { } seconds)
            {
                return null;
            }

            total = (total ?? 0) + seconds;
        }

        return total;
    }
}
