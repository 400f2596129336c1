using FluentValidation;
using MediatR;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.Costs;

public abstract record CostChange
{
    public sealed record Done(string What) : CostChange;

    /// <param name="Explanation">For the console: what is wrong and what there is instead.</param>
    public sealed record Refused(CostRefusal Why, string Explanation) : CostChange;
}

public enum CostRefusal
{
    /// <summary>No model, or no price line of it, is called so.</summary>
    Unknown,
    NeverListed,

    /// <summary>The provider shows no price that can be understood, or lists the model no more.</summary>
    NoPriceToTake,

    /// <summary>What the provider shows counts already.</summary>
    CountsAlready,
    NothingWasSet,
}

/// <summary>A person agrees to the price that the provider shows, however far it has moved.</summary>
/// <param name="Actor">"operator:&lt;id or name&gt;".</param>
public sealed record AcceptCosts(ModelId Model, string Actor, string Reason) : IRequest<CostChange>;

/// <summary>A person says what the provider takes for one unit of one line; it wins over its text.</summary>
/// <param name="Actor">"operator:&lt;id or name&gt;".</param>
public sealed record SetCost(SkuId Line, decimal Credits, string Actor, string Reason) : IRequest<CostChange>
{
    public const decimal CreditsMax = 100_000;
}

/// <summary>Everything that was taken or set for the model goes.</summary>
/// <param name="Actor">"operator:&lt;id or name&gt;".</param>
public sealed record ForgetCosts(ModelId Model, string Actor, string Reason) : IRequest<CostChange>;

internal sealed class AcceptCostsHandler(CostBook book) : IRequestHandler<AcceptCosts, CostChange>
{
    public Task<CostChange> Handle(AcceptCosts request, CancellationToken token) =>
        book.Accept(request.Model, request.Actor, request.Reason, token);
}

internal sealed class SetCostHandler(CostBook book) : IRequestHandler<SetCost, CostChange>
{
    public Task<CostChange> Handle(SetCost request, CancellationToken token) =>
        book.Set(request.Line, request.Credits, request.Actor, request.Reason, token);
}

internal sealed class ForgetCostsHandler(CostBook book) : IRequestHandler<ForgetCosts, CostChange>
{
    public Task<CostChange> Handle(ForgetCosts request, CancellationToken token) =>
        book.Forget(request.Model, request.Actor, request.Reason, token);
}

internal sealed class AcceptCostsValidator : AbstractValidator<AcceptCosts>
{
    public AcceptCostsValidator()
    {
        RuleFor(request => request.Actor).NotEmpty().MaximumLength(AuditEntry.ActorLengthMax);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax);
    }
}

internal sealed class SetCostValidator : AbstractValidator<SetCost>
{
    public SetCostValidator()
    {
        RuleFor(request => request.Credits).Must(credits => credits is > 0 and <= SetCost.CreditsMax)
            .WithMessage($"A price is above 0 and at most {SetCost.CreditsMax} credits.");
        RuleFor(request => request.Actor).NotEmpty().MaximumLength(LineCost.WhoLengthMax);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax);
    }
}

internal sealed class ForgetCostsValidator : AbstractValidator<ForgetCosts>
{
    public ForgetCostsValidator()
    {
        RuleFor(request => request.Actor).NotEmpty().MaximumLength(AuditEntry.ActorLengthMax);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax);
    }
}
