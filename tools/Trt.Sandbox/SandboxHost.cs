using Trt.Sandbox.Control;
using Trt.Sandbox.Kie;
using Trt.Sandbox.Page;
using Trt.Sandbox.Telegram;
using Trt.Sandbox.YooKassa;

namespace Trt.Sandbox;

/// <summary>The simulators, the control API and the chat page on one port.</summary>
public static class SandboxHost
{
    /// <param name="port">0 takes a free one.</param>
    public static WebApplication Build(int port, SandboxClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            // Nobody changes settings under a running sandbox, and every watcher takes one of the 128 that a user may have.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
            // The Bot API takes uploads of 50 MB.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
        });
        // An open page and a polling bot always have a question pending; the sandbox does not wait for them to end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A port that is taken is reported in one line by whoever starts us.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddControl();
        builder.Services.AddTelegramSimulator();
        builder.Services.AddKieSimulator();
        builder.Services.AddYooKassaSimulator();

        var app = builder.Build();
        app.UseControlGuard();
        app.MapChatPage();
        app.MapControl();
        app.MapTelegramSimulator();
        app.MapKieSimulator();
        app.MapYooKassaSimulator();
        return app;
    }
}
