using MediatR;
using Trt.Application.Ports;

namespace Trt.Application.BackOffice.Figures;

/// <summary>How many credits are left at the provider, asked there; null when it does not say.</summary>
public sealed record AskForCredits : IRequest<decimal?>;

internal sealed class AskForCreditsHandler(ProviderCredits credits) : IRequestHandler<AskForCredits, decimal?>
{
    public Task<decimal?> Handle(AskForCredits request, CancellationToken token) => credits.Ask(token);
}

/// <summary>What is left there, and what was heard of it last: not everybody can wait for a neighbour.</summary>
internal sealed class ProviderCredits(IGenerationProvider provider, TimeProvider time)
{
    /// <summary>It is asked every five minutes: what was not heard again three times over may be true no more.</summary>
    private static readonly TimeSpan TrueFor = TimeSpan.FromMinutes(16);

    private Word? _last;

    public decimal? Last => _last is { } word && time.GetUtcNow() - word.At < TrueFor ? word.Credits : null;

    public async Task<decimal?> Ask(CancellationToken token)
    {
        var credits = await provider.Credits(token);
        if (credits is { } left)
        {
            _last = new Word(left, time.GetUtcNow());
        }

        return credits;
    }

    private sealed record Word(decimal Credits, DateTimeOffset At);
}
