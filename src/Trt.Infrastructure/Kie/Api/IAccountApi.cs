using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

/// <summary>The operator's account.</summary>
internal interface IAccountApi
{
    /// <summary>GET /api/v1/chat/credit</summary>
    Task<KieAnswer> Credit(CancellationToken token);
}

internal sealed class AccountApi(KieHttp http) : IAccountApi
{
    public Task<KieAnswer> Credit(CancellationToken token) => http.Get("/api/v1/chat/credit", token);
}
