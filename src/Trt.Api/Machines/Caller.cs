using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Trt.Application.BackOffice;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Machines;

/// <summary>The program that was let in, and its way to the requests that everybody behind the counter makes.</summary>
internal sealed class Caller(HttpContext http)
{
    public Actor.ByToken By { get; } = http.Features.GetRequiredFeature<Actor.ByToken>();

    public Cid Cid { get; } = Cid.New(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    public async Task<T> Ask<T>(IAdminRequest<T> request) =>
        await Send((IRequest<Guarded<T>>)request) is Guarded<T>.Given given
            ? given.Value
            : throw new InvalidOperationException($"The gate refused {request.GetType().Name} to a token whose scope opens it");

    public Task<T> Send<T>(IRequest<T> request) =>
        http.RequestServices.GetRequiredService<IMediator>().Send(request, http.RequestAborted);
}
