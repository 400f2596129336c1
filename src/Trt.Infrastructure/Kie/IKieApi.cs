using Refit;

namespace Trt.Infrastructure.Kie;

/// <summary>The provider's API. Its doors differ in their paths only, so a path is an argument; <see cref="Doors"/> lists them.</summary>
internal interface IKieApi
{
    /// <summary>Not idempotent: once per order.</summary>
    [Post("/api/v1/{**door}")]
    Task<HttpResponseMessage> Order(string door, [Body] HttpContent order, CancellationToken token);

    [Get("/api/v1/{**door}")]
    Task<HttpResponseMessage> Record(string door, string taskId, CancellationToken token);

    /// <summary>What is left on the operator's account.</summary>
    [Get("/api/v1/chat/credit")]
    Task<HttpResponseMessage> Credit(CancellationToken token);

    /// <summary>A link to a file the provider has made, which lives for twenty minutes.</summary>
    [Post("/api/v1/common/download-url")]
    Task<HttpResponseMessage> DownloadUrl([Body] HttpContent file, CancellationToken token);
}

/// <summary>What the provider tells of its models. All of it shares one call a second, so nothing here is asked twice.</summary>
internal interface IKieCatalogApi
{
    [Get("/api/v1/models")]
    Task<HttpResponseMessage> Models(CancellationToken token);

    /// <summary>The page of prices that everybody may see; nobody has promised that it stays.</summary>
    [Post("/client/v1/model-pricing/page")]
    Task<HttpResponseMessage> Prices([Body] HttpContent page, CancellationToken token);

    [Get("/api/v1/models/{**model}/success-rate")]
    Task<HttpResponseMessage> SuccessRates(string model, CancellationToken token);

    /// <summary>The slash in a name stays one.</summary>
    [Get("/api/v1/models/{**model}/schema")]
    Task<HttpResponseMessage> Schema(string model, CancellationToken token);
}

/// <summary>Takes customers' files; on a host of its own, free of charge.</summary>
internal interface IKieUploads
{
    // A body and not [Multipart]: that one has the same boundary for everybody, and a customer's file could end its part with it.
    [Post("/api/file-stream-upload")]
    Task<HttpResponseMessage> Upload([Body] HttpContent form, CancellationToken token);
}
