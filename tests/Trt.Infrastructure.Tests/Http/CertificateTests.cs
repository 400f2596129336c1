using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot.Requests;
using Trt.Application.Ports;
using Trt.Infrastructure.Kie;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Http;

/// <summary>A neighbour whose certificate nobody vouches for is told nothing: no key, no token, no order.</summary>
internal sealed class CertificateTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private WebApplication _stranger = null!;
    private Uri _address = null!;
    private int _heard;

    [SetUp]
    public async Task Open()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(SelfMade())));
        _heard = 0;
        _stranger = builder.Build();
        _stranger.Run(http =>
        {
            Interlocked.Increment(ref _heard);
            return http.Response.WriteAsync("""{"code":200,"ok":true,"data":5.5,"result":{"id":1,"is_bot":true,"first_name":"x"}}""");
        });
        await _stranger.StartAsync();
        _address = new Uri(_stranger.Urls.First());
    }

    [TearDown]
    public async Task Close() => await _stranger.DisposeAsync();

    [Test]
    public async Task The_provider_behind_it_hears_nothing()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKie(new KieOptions { ApiBase = _address, UploadBase = _address, ApiKey = "key", Timeout = TimeSpan.FromSeconds(10) });
        await using var all = services.BuildServiceProvider();

        (await all.GetRequiredService<IGenerationProvider>().Credits(CancellationToken.None)).ShouldBeNull();
        _heard.ShouldBe(0);
    }

    [Test]
    public async Task The_messenger_behind_it_hears_nothing()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBotApi(new BotApiOptions { Token = "1:token", ApiBase = _address });
        await using var all = services.BuildServiceProvider();

        await Should.ThrowAsync<BotApiException>(() => all.GetRequiredService<BotApi>().Call(new GetMeRequest(), CancellationToken.None));
        _heard.ShouldBe(0);
    }

    private static X509Certificate2 SelfMade()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
