namespace Trt.Infrastructure.Telegram;

/// <summary>The package keeps scheme and host of an address; here its path comes back.</summary>
internal sealed class BasePath(Uri api, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly string _api = api.AbsoluteUri.TrimEnd('/');

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(_api + request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
