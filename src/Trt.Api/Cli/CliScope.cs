using MediatR;
using Trt.Api.Bot.Sending;
using Trt.Api.Options;
using Trt.Api.Startup;
using Trt.Application;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Infrastructure;
using Trt.Infrastructure.Kie;
using Trt.Infrastructure.Media;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.Recipes;

namespace Trt.Api.Cli;

/// <summary>The use cases without the bot around them: what an operator's command needs.</summary>
internal sealed class CliScope : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private CliScope(ServiceProvider services) => (_services, _scope) = (services, services.CreateAsyncScope());

    public IMediator Mediator => Service<IMediator>();

    /// <summary>Whether the bot's token is known: what only Telegram can tell needs it.</summary>
    public bool CanAskTelegram => _services.GetService<IStars>() is not null;

    /// <summary>Whether the provider's key is known: its list of models needs it.</summary>
    public bool CanAskProvider => _services.GetService<IProviderCatalog>() is not null;

    public T Service<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Opens the same database as the shop does; a private server that is running already is shared.</summary>
    public static async Task<CliScope> Open(CancellationToken token)
    {
        var source = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var (address, folder) = OptionsReader.ReadDatabase(source);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(services.AddShopClock());
        var (backups, backupTerms) = OptionsReader.ReadBackups(source);
        services.AddSingleton(backups);
        services.AddApplication(new ShopOptions
        {
            Terms = OptionsReader.ReadTerms(source),
            Owners = OptionsReader.ReadOwners(source),
            Backups = backupTerms,
        });
        services.AddPersistence();
        services.AddSingleton<HouseRecipes>();
        services.AddSingleton<IHouseRecipes>(provider => provider.GetRequiredService<HouseRecipes>());
        services.AddSingleton<CatalogInUse>();
        services.AddSingleton<ICards>(provider => provider.GetRequiredService<CatalogInUse>());
        if (OptionsReader.ReadProviderIfAny(source) is { } provider)
        {
            services.AddKie(provider);
        }

        if (OptionsReader.ReadBotApi(source) is { } bot)
        {
            services.AddStars(bot);
            services.AddCustomerFiles();
            services.AddResultFiles(new DownloadOptions { BytesMax = MessengerLimits.UploadBytesMax });
        }

        var built = services.BuildServiceProvider();
        await built.GetRequiredService<Database>().Open(address, folder, isDurable: true, token);
        await built.GetRequiredService<ClockKeeper>().Read(token);
        return new CliScope(built);
    }

    /// <summary>For commands about models. The terms of the database are read as well.</summary>
    /// <exception cref="CatalogBrokenException">With every error of every card.</exception>
    public async Task OpenCatalog(CancellationToken token)
    {
        Service<CatalogInUse>().Open(
            new ConfigurationBuilder().AddEnvironmentVariables().Build()["CATALOG_DIR"] is { Length: > 0 } folder ? folder : null);
        var terms = Service<TermsInUse>();
        await terms.Refresh(Service<ITrtDb>(), token);
        await Service<CostsInUse>().Refresh(Service<ITrtDb>(), terms.Current.Costs.AgeMax, token);
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    /// <summary>Runs a command on the shop's database. What goes wrong is put into words where all commands end.</summary>
    public static async Task<int> Run(Func<CliScope, CancellationToken, Task<int>> command, CancellationToken token)
    {
        await using var scope = await Open(token);
        return await command(scope, token);
    }
}
