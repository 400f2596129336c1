using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Storefront;

/// <summary>The model that a link names; of one that nobody knows, what there is instead.</summary>
public sealed record ShowModelOfLink(UserId UserId, string Word) : IRequest<ModelView>;

internal sealed class ShowModelOfLinkHandler(ICatalog catalog, IMediator mediator) : IRequestHandler<ShowModelOfLink, ModelView>
{
    public Task<ModelView> Handle(ShowModelOfLink request, CancellationToken token) =>
        mediator.Send(new ShowModel(request.UserId, catalog.Current.FindByLink(request.Word)?.Id ?? new ModelId(request.Word)), token);
}
