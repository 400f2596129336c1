using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Trt.Sandbox;
using Trt.Sandbox.Control;

namespace Trt.Browser.Tests.Neighbours;

/// <summary>The simulators and the page on a port of their own; can be stopped and started anew on the same port.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private WebApplication _app;

    private RunningSandbox(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public static async Task<RunningSandbox> Start() => new(await Run(port: 0));

    public async Task Stop()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <param name="isOpening">There is a shop beside it that does not answer yet.</param>
    public async Task StartAgain(bool isOpening = false) => _app = await Run(Address.Port, isOpening);

    public void OpenShop() => _app.Services.GetRequiredService<ShopDoor>().Open();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<WebApplication> Run(int port, bool isOpening = false)
    {
        var app = SandboxHost.Build(port, new SandboxClock());
        if (isOpening)
        {
            app.Services.GetRequiredService<ShopDoor>().Close();
        }

        await app.StartAsync();
        return app;
    }
}
