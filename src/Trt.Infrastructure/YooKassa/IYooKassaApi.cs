using Refit;

namespace Trt.Infrastructure.YooKassa;

/// <summary>The payment provider's API, version 3.</summary>
internal interface IYooKassaApi
{
    /// <param name="key">The provider remembers its answer under this for a day: the same key again gives the same object.</param>
    [Post("/payments")]
    Task<HttpResponseMessage> Open([Header(YooKassaHandler.KeyHeader)] Guid key, [Body] HttpContent payment, CancellationToken token);

    [Get("/payments/{chargeId}")]
    Task<HttpResponseMessage> Payment(string chargeId, CancellationToken token);

    /// <param name="key">As for <see cref="Open"/>.</param>
    [Post("/refunds")]
    Task<HttpResponseMessage> Refund([Header(YooKassaHandler.KeyHeader)] Guid key, [Body] HttpContent refund, CancellationToken token);
}
