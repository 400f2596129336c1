using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;

namespace Trt.Application.Pipeline;

/// <summary>
/// A request that was outrun is handled once more as a whole. Commands from the outbox are not: they speak to the outside between their
/// decisions, repeat those decisions themselves, and come back by their row.
/// </summary>
internal sealed class OutrunBehaviour<TRequest, TResponse>(ITrtDb db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken token, RequestHandlerDelegate<TResponse> next) =>
        request is ILaterCommand ? next() : Outrun.TryAgain(db, () => next());
}
