using Trt.Application.Costs;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Costs;

/// <summary>A person takes the price that the provider shows, or drops what was set for a model; it is then sold accordingly.</summary>
public sealed record AnswerForCosts(Actor By, ModelId Model, CostWord Word) : IAdminRequest<CostChange>;

public enum CostWord
{
    /// <summary>What the provider shows counts.</summary>
    Accept,

    /// <summary>What was taken or set goes; the card counts until the next list.</summary>
    Forget,
}

internal sealed class AnswerForCostsHandler(AdminGate gate, CostBook book)
    : AdminHandler<AnswerForCosts, CostChange>(gate, AdminAct.StopModels)
{
    private const string Reason = "in the chat";

    protected override Task<CostChange> Serve(AnswerForCosts request, AdminRights rights, CancellationToken token) => request.Word switch
    {
        CostWord.Accept => book.Accept(request.Model, request.By.Mark, Reason, token),
        CostWord.Forget => book.Forget(request.Model, request.By.Mark, Reason, token),
    };
}
