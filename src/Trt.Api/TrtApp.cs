using System.Net;
using Trt.Api.Bot;
using Trt.Api.Bot.Desks;
using Trt.Api.Bot.Sending;
using Trt.Api.Bot.Updates;
using Trt.Api.Endpoints;
using Trt.Api.Observability;
using Trt.Api.Settings;
using Trt.Api.Startup;
using Trt.Application;
using Trt.Application.Ports;
using Trt.Infrastructure;
using Trt.Infrastructure.Kie.Callbacks;
using Trt.Infrastructure.Media;
using Trt.Infrastructure.Telegram;

namespace Trt.Api;

/// <summary>The shop, put together. The port opens first; <see cref="Opening"/> does the rest behind it.</summary>
public static class TrtApp
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);

    public static WebApplication Build(TrtSettings settings, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // What lives as long as the program must not hold on to the terms of one press.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Listen(settings.IsLocal ? IPAddress.Loopback : IPAddress.Any, settings.Port);
        });
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = DrainTime;
            // All lanes stop claiming at once; one after the other they would outlast the limit.
            host.ServicesStopConcurrently = true;
        });
        builder.Services.AddRoutingCore();
        builder.Logging.AddShopLog(settings.LogLevel);
        builder.Services.AddShop(settings, time ?? TimeProvider.System);

        var app = builder.Build();
        app.MapShop();
        return app;
    }

    private static void AddShop(this IServiceCollection services, TrtSettings settings, TimeProvider time)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Bot);
        services.AddSingleton(time);

        services.AddApplication(settings.Shop);
        services.AddInfrastructure(
            new BotApiOptions { Token = settings.Bot.Token, ApiBase = settings.Bot.ApiBase },
            settings.Provider,
            settings.Cards);
        services.AddSingleton(provider => new ResultDownloader(
            new DownloadOptions { BytesMax = MessengerLimits.UploadBytesMax, TrustedHosts = settings.LocalResultHosts.ToHashSet() },
            time,
            provider.GetRequiredService<ILogger<ResultDownloader>>()));

        services.AddSingleton<IResultProbe>(provider => provider.GetRequiredService<ResultDownloader>());

        services.AddSingleton<Readiness>();
        services.AddSingleton<CatalogInUse>();
        services.AddSingleton<ICards>(provider => provider.GetRequiredService<CatalogInUse>());
        services.AddSingleton<Reception>();
        services.AddSingleton<WarmUp>();

        services.AddSingleton<CustomerBook>();
        services.AddSingleton<CustomerBookkeeper>();
        services.AddSingleton<ChatPace>();
        services.AddSingleton<ChatGateway>();
        services.AddSingleton<ScreenSender>();
        services.AddSingleton<ResultMessages>();
        services.AddSingleton<ResultSender>();
        services.AddSingleton<INotifier, BotNotifier>();
        services.AddSingleton<IPaymentNotifier, PaymentNotifier>();
        services.AddSingleton<IOperatorNotifier, OperatorMail>();
        services.AddSingleton<UpdateTrail>();
        services.AddSingleton<CheckoutGuard>();
        services.AddSingleton<UpdateIntake>();
        services.AddSingleton<BotIdentity>();
        services.AddSingleton<IGrowthNotifier, GrowthNotifier>();
        services.AddScoped<MoneyDesk>();
        services.AddScoped<TransferDesk>();
        services.AddScoped<GrowthDesk>();
        services.AddScoped<Counter>();
        services.AddScoped<AdminDesk>();
        services.AddScoped<RefundDesk>();
        services.AddScoped<UpdateRouter>();

        services.AddSingleton<TelegramWebhook>();
        services.AddSingleton<ProviderCallback>();
        services.AddSingleton<CardNotification>();
        services.AddSingleton(new KieSignature(settings.CallbackKeys, time));
        services.AddSingleton<Observatory>();
        services.AddSingleton<MetricsPage>();

        services.AddHostedService<TelemetryStarter>();
        services.AddHostedService<Opening>();
        services.AddHostedService(provider => provider.GetRequiredService<ScreenSender>());
        services.AddHostedService<UpdatePoller>();
        services.AddHostedService<CatalogRefresh>();
        services.AddHostedService<TermsRefresher>();
        services.AddHostedService<BlockWatch>();
        services.AddWorkers(provider => provider.GetRequiredService<Readiness>().Opened);
    }
}
