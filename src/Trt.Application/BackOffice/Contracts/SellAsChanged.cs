using MediatR;
using Trt.Application.Contracts;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Contracts;

/// <summary>Whoever has read what the provider changed sells the model as it is now.</summary>
/// <param name="Mark">Of the schema that was read: what has changed since then is not agreed to.</param>
public sealed record SellAsChanged(Actor By, ModelId Model, string Mark) : IAdminRequest<AcceptContractOutcome>;

internal sealed class SellAsChangedHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<SellAsChanged, AcceptContractOutcome>(gate, AdminAct.StopModels)
{
    private const string Reason = "read and accepted in the chat";

    protected override Task<AcceptContractOutcome> Serve(SellAsChanged request, AdminRights rights, CancellationToken token) =>
        mediator.Send(new AcceptContract(request.Model, request.By.Mark, Reason, request.Mark), token);
}
