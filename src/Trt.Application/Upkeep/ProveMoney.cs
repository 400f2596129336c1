using FluentValidation;
using MediatR;
using Trt.Application.Ports;

namespace Trt.Application.Upkeep;

/// <summary>The proof that no kopeck is missing, appeared from nowhere, or was taken for nothing.</summary>
/// <param name="ListedMax">How many findings of each kind are listed; all are counted.</param>
public sealed record ProveMoney(int ListedMax = ProveMoney.ListedUsually) : IRequest<MoneyProof>
{
    public const int ListedUsually = 20;

    /// <summary>Longer than any usual deadline: by then the worker should have decided.</summary>
    public static readonly TimeSpan LimboAfter = TimeSpan.FromHours(1);
}

public sealed record MoneyProof(DateTimeOffset At, TimeSpan Took, MoneyFindings Findings)
{
    public bool Agrees => Findings.Agrees;

    public IReadOnlyList<MoneyDifference> Differences => Findings.Differences;
}

internal sealed class ProveMoneyHandler(IMoneyAudit audit, TimeProvider time) : IRequestHandler<ProveMoney, MoneyProof>
{
    public async Task<MoneyProof> Handle(ProveMoney request, CancellationToken token)
    {
        var (now, started) = (time.GetUtcNow(), time.GetTimestamp());
        var findings = await audit.Examine(now - ProveMoney.LimboAfter, request.ListedMax, token);
        return new MoneyProof(now, time.GetElapsedTime(started), findings);
    }
}

internal sealed class ProveMoneyValidator : AbstractValidator<ProveMoney>
{
    public ProveMoneyValidator() =>
        RuleFor(request => request.ListedMax).InclusiveBetween(1, 10_000).WithMessage("Between 1 and 10000 findings can be listed.");
}
