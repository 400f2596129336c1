using MediatR;
using Trt.Application.Generations;
using Trt.Application.Mapping;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.People;

/// <summary>A customer's orders as an admin sees them.</summary>
public sealed record ListUserGenerations(Actor By, UserId UserId, int Page = 1) : IAdminRequest<Page<GenerationSummary>>;

internal sealed class ListUserGenerationsHandler(AdminGate gate, IMediator mediator)
    : AdminHandler<ListUserGenerations, Page<GenerationSummary>>(gate, AdminAct.LookAround)
{
    protected override Task<Page<GenerationSummary>> Serve(ListUserGenerations request, AdminRights rights, CancellationToken token) =>
        mediator.Send(new ListGenerations(request.UserId, request.Page), token);
}
