using System.Net;
using Trt.Api.Bot;
using Trt.Api.Bot.Desks;
using Trt.Api.Bot.Sending;
using Trt.Api.Bot.Texts;
using Trt.Api.Bot.Updates;
using Trt.Api.Dashboard;
using Trt.Api.Endpoints;
using Trt.Api.Instance;
using Trt.Api.Machines;
using Trt.Api.Observability;
using Trt.Api.Options;
using Trt.Api.Startup;
using Trt.Application;
using Trt.Application.Ports;
using Trt.Infrastructure;
using Trt.Infrastructure.Kie.Callbacks;
using Trt.Infrastructure.Media;
using Trt.Infrastructure.Recipes;
using Trt.Infrastructure.Telegram;

namespace Trt.Api;

/// <summary>The shop, put together. The port opens first; <see cref="Opening"/> does the rest behind it.</summary>
public static class TrtApp
{
    /// <summary>Above what the doorkeeper serves and lets wait: those get their 503, and health and metrics are still answered.</summary>
    private const int ConnectionsMax = 2_000;

    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);

    /// <param name="time">Stands in for the database's clock.</param>
    /// <param name="machine">Stands in for this machine's, which the database's corrects.</param>
    public static WebApplication Build(TrtOptions options, TimeProvider? time = null, TimeProvider? machine = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // What lives as long as the program must not hold on to the terms of one press.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            // Who connects and says nothing is let go soon, and however many they are, there is an end to them.
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(20);
            kestrel.Limits.MaxConcurrentConnections = ConnectionsMax;
            kestrel.Listen(options.IsLocal ? IPAddress.Loopback : IPAddress.Any, options.Port);
        });
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = DrainTime;
            // All lanes stop claiming at once; one after the other they would outlast the limit.
            host.ServicesStopConcurrently = true;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddDoorkeeper();
        builder.Services.AddAddressBook();
        builder.Services.AddMachineDoor();
        builder.Logging.AddShopLog(options.LogLevel);
        builder.Services.AddShop(options, time ?? builder.Services.AddShopClock(machine));

        var app = builder.Build();
        app.UseCallbackWatch();
        app.UseRateLimiter();
        app.MapShop();
        return app;
    }

    private static void AddShop(this IServiceCollection services, TrtOptions options, TimeProvider time)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Bot);
        services.AddSingleton(time);

        services.AddSingleton(options.Backups);
        services.AddApplication(options.Shop);
        services.AddInfrastructure(
            new BotApiOptions { Token = options.Bot.Token, ApiBase = options.Bot.ApiBase },
            options.Provider,
            options.Cards);
        services.AddResultFiles(
            new DownloadOptions { BytesMax = MessengerLimits.UploadBytesMax, TrustedHosts = options.LocalResultHosts.ToHashSet() });

        services.AddSingleton<DatabasePresence>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<HouseRecipes>();
        services.AddSingleton<IHouseRecipes>(provider => provider.GetRequiredService<HouseRecipes>());
        services.AddSingleton<CatalogInUse>();
        services.AddSingleton<ICards>(provider => provider.GetRequiredService<CatalogInUse>());
        services.AddSingleton<Reception>();
        services.AddSingleton<WarmUp>();

        services.AddSingleton<KnownCustomers>();
        services.AddSingleton<CustomerWatch>();
        services.AddSingleton<ChatPace>();
        services.AddSingleton<ChatGateway>();
        services.AddSingleton<ScreenSender>();
        services.AddSingleton<ResultMessages>();
        services.AddSingleton<ResultSender>();
        services.AddSingleton<OwedScreens>();
        services.AddSingleton<ModelTitles>();
        services.AddSingleton<IGenerationNotifier, GenerationNotifier>();
        services.AddSingleton<IPaymentNotifier, PaymentNotifier>();
        services.AddSingleton<IOperatorNotifier, OperatorMail>();
        services.AddSingleton<IBroadcastNotifier, BroadcastNotifier>();
        services.AddSingleton<IPrivacyNotifier, PrivacyMail>();
        services.AddSingleton<IInputFileShow, InputFileShow>();
        services.AddSingleton<EventBook>();
        services.AddSingleton<DebugWatch>();
        services.AddSingleton<UpdateTrail>();
        services.AddSingleton<CheckoutGuard>();
        services.AddSingleton<InlineAnswers>();
        services.AddSingleton<PassiveAnswers>();
        services.AddSingleton<UpdateIntake>();
        services.AddSingleton<BotIdentity>();
        services.AddSingleton<IGrowthNotifier, GrowthNotifier>();
        services.AddScoped<FrontDesk>();
        services.AddScoped<FindDesk>();
        services.AddScoped<WizardDesk>();
        services.AddScoped<OrderDesk>();
        services.AddScoped<MoneyDesk>();
        services.AddScoped<TransferDesk>();
        services.AddScoped<GrowthDesk>();
        services.AddScoped<Counter>();
        services.AddScoped<AdminDesk>();
        services.AddScoped<RangeDesk>();
        services.AddScoped<OwnPriceDesk>();
        services.AddScoped<TeamDesk>();
        services.AddScoped<InspectDesk>();
        services.AddScoped<DashboardDesk>();
        services.AddScoped<BroadcastDesk>();
        services.AddScoped<SettingsDesk>();
        services.AddScoped<PromoDesk>();
        services.AddScoped<RefundDesk>();
        services.AddScoped<RecipeDesk>();
        services.AddScoped<AdminOrderDesk>();
        services.AddScoped<PrivacyDesk>();
        services.AddScoped<LinkDesk>();
        services.AddScoped<GroupDesk>();
        services.AddScoped<UpdateRouter>();

        services.AddSingleton<TelegramWebhook>();
        services.AddSingleton<KieCallback>();
        services.AddSingleton<BankCardNotification>();
        services.AddSingleton<DashboardDoor>();
        services.AddSingleton(new KieSignature(options.CallbackKeys, time));
        services.AddSingleton<Observatory>();
        services.AddSingleton<MetricsPage>();

        services.AddHostedService<TelemetryStarter>();
        services.AddHostedService<Opening>();
        services.AddHostedService<DatabaseWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ScreenSender>());
        services.AddHostedService<UpdatePoller>();
        services.AddHostedService<CatalogRefresh>();
        services.AddHostedService<TermsRefresher>();
        services.AddHostedService<RunTimesRefresher>();
        services.AddHostedService<ShopGauges>();
        services.AddHostedService<BlockWatch>();
        services.AddHostedService<IdeaKeeper>();
        services.AddWorkers(provider => provider.GetRequiredService<Readiness>().Opened);
    }
}
