using MediatR;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice;

/// <summary>A request from behind the counter: it names who asks, and is answered only to those who may.</summary>
public interface IAdminRequest<T> : IRequest<Guarded<T>>
{
    Actor By { get; }
}

/// <summary>An answer, or nothing at all for those who may not ask.</summary>
public abstract record Guarded<T>
{
    public static readonly Guarded<T> No = new Denied();

    public sealed record Given(T Value) : Guarded<T>;

    public sealed record Denied : Guarded<T>;
}

/// <summary>Asks the gate before anything else, so that no handler behind the counter can forget it.</summary>
internal abstract class AdminHandler<TRequest, T>(AdminGate gate, AdminAct act) : IRequestHandler<TRequest, Guarded<T>>
    where TRequest : IAdminRequest<T>
{
    protected AdminGate Gate { get; } = gate;

    public async Task<Guarded<T>> Handle(TRequest request, CancellationToken token) =>
        await Gate.Admit(request.By, act, typeof(TRequest).Name, token) is { } rights
            ? new Guarded<T>.Given(await Serve(request, rights, token))
            : Guarded<T>.No;

    protected abstract Task<T> Serve(TRequest request, AdminRights rights, CancellationToken token);
}
