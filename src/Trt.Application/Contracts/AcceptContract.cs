using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.Contracts;

/// <summary>A person has looked at what the provider changed: the model is sold as it is now.</summary>
/// <param name="Actor">"operator:&lt;id or name&gt;".</param>
/// <param name="Seen">The mark of the schema that the person has read; null where they accept whatever it is now.</param>
public sealed record AcceptContract(ModelId Model, string Actor, string Reason, string? Seen = null) : IRequest<AcceptContractOutcome>;

public enum AcceptContractOutcome
{
    Accepted,
    NothingToAccept,

    /// <summary>The provider has changed it again: that has to be read first.</summary>
    ChangedSince,
}

internal sealed class AcceptContractHandler(ITrtDb db, CostsInUse inUse, IShopTerms terms, TimeProvider time)
    : IRequestHandler<AcceptContract, AcceptContractOutcome>
{
    private const string Accepted = "contract.accepted";

    public async Task<AcceptContractOutcome> Handle(AcceptContract request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.LockCosts(token);
        var contract = await db.ModelContracts.FirstOrDefaultAsync(known => known.Model == request.Model, token);
        if (contract is null || contract.Unsafe == contract.Agreed)
        {
            return AcceptContractOutcome.NothingToAccept;
        }

        if (request.Seen is { } seen && seen != contract.Mark)
        {
            return AcceptContractOutcome.ChangedSince;
        }

        var subject = $"contract:{request.Model}";
        db.Audit.Add(AuditEntry.Of(
            request.Actor, Accepted, subject, contract.OffSale, contract.Fingerprint, request.Reason, time.GetUtcNow()));
        contract.Accept();
        await work.Commit(token);
        await inUse.Refresh(db, terms.Current.Costs.AgeMax, token);
        return AcceptContractOutcome.Accepted;
    }
}

internal sealed class AcceptContractValidator : AbstractValidator<AcceptContract>
{
    public AcceptContractValidator()
    {
        RuleFor(request => request.Actor).NotEmpty().MaximumLength(AuditEntry.ActorLengthMax);
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax);
    }
}
