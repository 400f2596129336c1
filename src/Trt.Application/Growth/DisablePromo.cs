using FluentValidation;
using MediatR;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Growth;

namespace Trt.Application.Growth;

/// <summary>An operator withdraws a promo code: nobody can use it any more. What it has given stays given.</summary>
public sealed record DisablePromo(string Code, string Operator, string Reason) : IRequest<DisablePromoResult>;

public enum DisablePromoResult
{
    Disabled,
    DisabledBefore,
    NotFound,
}

internal sealed class DisablePromoHandler(ITrtDb db, TimeProvider time) : IRequestHandler<DisablePromo, DisablePromoResult>
{
    public async Task<DisablePromoResult> Handle(DisablePromo request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (PromoCode.Normalize(request.Code) is not { } code || await db.LockPromoCode(code, token) is not { } promo)
        {
            return DisablePromoResult.NotFound;
        }

        if (!promo.IsActive)
        {
            return DisablePromoResult.DisabledBefore;
        }

        promo.Disable();
        db.Audit.Add(AuditEntry.Of(
            $"operator:{request.Operator}", "promo.disabled", $"promo:{code}", "active", "disabled", request.Reason, time.GetUtcNow()));
        await work.Commit(token);
        return DisablePromoResult.Disabled;
    }
}

internal sealed class DisablePromoValidator : AbstractValidator<DisablePromo>
{
    public DisablePromoValidator()
    {
        RuleFor(request => request.Code).NotEmpty();
        RuleFor(request => request.Operator).NotEmpty().MaximumLength(80);
        RuleFor(request => request.Reason).NotNull().MaximumLength(AuditEntry.ReasonLengthMax);
    }
}
