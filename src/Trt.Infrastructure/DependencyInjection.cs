using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Infrastructure.Backups;
using Trt.Infrastructure.Catalog.Live;
using Trt.Infrastructure.Kie;
using Trt.Infrastructure.Media;
using Trt.Infrastructure.Media.Fingerprints;
using Trt.Infrastructure.Outbox;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.Persistence.Audit;
using Trt.Infrastructure.Telegram;
using Trt.Infrastructure.YooKassa;

namespace Trt.Infrastructure;

public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(
        this IServiceCollection services, BotApiOptions bot, KieOptions provider, YooKassaOptions? cards)
    {
        services.AddPersistence();
        services.AddStars(bot);
        services.AddCustomerFiles();
        services.AddCardPayments(cards);
        services.AddSingleton<IContractLook, ContractLook>();
        return services.AddKie(provider);
    }

    /// <summary>The part that every use case needs; tests of use cases need nothing else from here.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddSingleton<Database>();
        services.AddScoped(provider => provider.GetRequiredService<Database>().CreateContext());
        services.AddSingleton<OutboxBell>();
        services.AddScoped<TrtDb>();
        services.AddScoped<ITrtDb>(provider => provider.GetRequiredService<TrtDb>());
        services.AddScoped<IOutbox>(provider => provider.GetRequiredService<TrtDb>());
        services.AddScoped<OutboxQueue>();
        services.AddSingleton<Backlog>();
        services.AddScoped<IPace, Pace>();
        services.AddScoped<IMoneyAudit, MoneyAudit>();
        services.TryAddSingleton(new BackupOptions());
        services.AddSingleton<IBackupVault, BackupVault>();
        services.AddScoped<IReports, Reports>();
        services.AddScoped<IFigures, Figures>();
        services.AddScoped<IOrderHistory, OrderHistory>();
        services.AddScoped<IGallery, Gallery>();
        services.AddScoped<IBroadcasts, BroadcastRows>();
        services.AddScoped<IOwnPieces, OwnPiecesLook>();
        services.AddScoped(provider => new ParkedRows(
            provider.GetRequiredService<TrtDbContext>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IParkedWork>(provider => provider.GetRequiredService<ParkedRows>());
        return services;
    }

    /// <summary>The clock of a shop whose time nobody plays with; it goes by the database once that is open.</summary>
    public static TimeProvider AddShopClock(this IServiceCollection services, TimeProvider? machine = null)
    {
        var clock = new ShopClock(machine ?? TimeProvider.System);
        services.AddSingleton(clock);
        services.AddSingleton<ClockKeeper>();
        return clock;
    }

    public static IServiceCollection AddStars(this IServiceCollection services, BotApiOptions bot) =>
        services.AddBotApi(bot).AddSingleton<IStars, TelegramStars>();

    /// <summary>What customers send, fetched and measured.</summary>
    public static IServiceCollection AddCustomerFiles(this IServiceCollection services) =>
        services.AddScoped<ICustomerFiles, CustomerFiles>().AddMediaGauge();

    public static IServiceCollection AddResultFiles(this IServiceCollection services, DownloadOptions options) => services
        .AddSingleton(provider => new ResultDownloader(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ResultDownloader>>()))
        .AddSingleton<IResultProbe>(provider => provider.GetRequiredService<ResultDownloader>())
        .AddSingleton<IResultFiles>(provider => provider.GetRequiredService<ResultDownloader>());

    public static IServiceCollection AddMediaGauge(this IServiceCollection services) => services
        .AddSingleton<IMediaGauge, MediaGauge>()
        .AddSingleton<IPictureStudy, PictureStudy>();

    /// <summary>What works in the background once <paramref name="opened"/> completes.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, Func<IServiceProvider, Task> opened)
    {
        services.AddWorker(Lane.Submit, hands: 4, opened);
        services.AddWorker(Lane.Check, hands: 4, opened);
        services.AddWorker(Lane.Payment, hands: 4, opened);
        services.AddWorker(Lane.Chat, hands: 16, opened);
        services.AddWorker(Lane.Operators, hands: 2, opened);
        services.AddWorker(Lane.News, hands: 1, opened);
        services.AddSingleton<IHostedService>(provider => new DeadlineKeeper(
            opened(provider),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DeadlineKeeper>>()));
        services.AddSingleton<IHostedService>(provider => new BackupKeeper(
            opened(provider),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<BackupKeeper>>()));
        services.AddSingleton<IHostedService>(provider => new StandingWorkStarter(
            opened(provider),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StandingWorkStarter>>()));
        return services.AddSingleton<IHostedService>(provider => new Housekeeping(
            opened(provider),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Housekeeping>>()));
    }

    private static void AddWorker(this IServiceCollection services, Lane lane, int hands, Func<IServiceProvider, Task> opened) =>
        services.AddSingleton<IHostedService>(provider => new OutboxWorker(
            lane,
            hands,
            opened(provider),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<OutboxBell>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OutboxWorker>>()));
}
