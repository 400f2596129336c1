using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Shouldly;
using Trt.Application;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Upkeep;
using Trt.Application.Users;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Infrastructure;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Outbox;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.Recipes;

namespace Trt.Testing.Shop;

/// <summary>
/// The use cases on a real PostgreSQL, with neighbours that do as they are told. Work for later runs when the test says so,
/// and time passes when the test says so.
/// </summary>
public sealed class TestShop : IAsyncDisposable
{
    private static readonly Lazy<ModelCatalog> Cards = new(() => LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current);

    private static readonly Lazy<HouseRecipes> House = new(() =>
    {
        var recipes = new HouseRecipes();
        recipes.Open(HouseRecipes.DefaultFolder, Cards.Value).ShouldBeEmpty();
        return recipes;
    });

    /// <summary>More than the shop itself would take: what races here races on real connections.</summary>
    private const int ConnectionsMax = 40;

    /// <summary>Hears the alerts, where a test names no owner of its own.</summary>
    public static readonly UserId Owner = new(700);

    private static long _lastCustomer = 5000;

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly bool _isGuest;
    private readonly Dictionary<Lane, OutboxWorker> _workers;

    private TestShop(TestDatabase database, ServiceProvider services, bool isGuest = false)
    {
        (_database, _services, _isGuest) = (database, services, isGuest);
        Source = NpgsqlDataSource.Create(database.ConnectionString);
        _workers = services.GetServices<IHostedService>().OfType<OutboxWorker>().ToDictionary(worker => worker.Lane);
    }

    public FakeProvider Provider => _services.GetRequiredService<FakeProvider>();

    public FakeContracts Contracts => _services.GetRequiredService<FakeContracts>();

    public FakeList List => _services.GetRequiredService<FakeList>();

    public FakeFeed Feed => _services.GetRequiredService<FakeFeed>();

    public FakeHealth Health => _services.GetRequiredService<FakeHealth>();

    public FakeFiles Files => _services.GetRequiredService<FakeFiles>();

    public FakeProbe Probe => _services.GetRequiredService<FakeProbe>();

    public FakeChat Chat => _services.GetRequiredService<FakeChat>();

    public FakeCards CardPayments => _services.GetRequiredService<FakeCards>();

    public FakePaymentChat PaymentChat => _services.GetRequiredService<FakePaymentChat>();

    public FakeStars Stars => _services.GetRequiredService<FakeStars>();

    public FakeOperatorMail Mail => _services.GetRequiredService<FakeOperatorMail>();

    public FakeBroadcastChat News => _services.GetRequiredService<FakeBroadcastChat>();

    public FakeInputFileShow InputFiles => _services.GetRequiredService<FakeInputFileShow>();

    public FakePrivacyMail Privacy => _services.GetRequiredService<FakePrivacyMail>();

    public TestClock Clock => _services.GetRequiredService<TestClock>();

    public ShopOptions Settings => _services.GetRequiredService<ShopOptions>();

    public ShopTerms Terms => _services.GetRequiredService<TermsInUse>().Current;

    public FixedCatalog Catalog => _services.GetRequiredService<FixedCatalog>();

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Past the shop, as somebody who may do anything.</summary>
    private NpgsqlDataSource Source { get; }

    /// <param name="others">Who stands in place of the usual neighbours.</param>
    /// <param name="grace">For how long an order stays after the press; as a rule it leaves when the test says so.</param>
    public static async Task<TestShop> Open(
        ShopOptions? options = null, ModelCatalog? catalog = null, Action<IServiceCollection>? others = null, TimeSpan grace = default)
    {
        var database = await DatabaseTemplate.OfShop.Create();
        var all = options ?? new ShopOptions { CallbackSecret = [1, 2, 3], Owners = [Owner] };
        all = all with { Terms = all.Terms with { Orders = all.Terms.Orders with { Grace = grace } } };
        return new TestShop(database, await Services(database, all, catalog, others));
    }

    /// <summary>Another instance of the same shop: its own program and clock, the same database. Close it first.</summary>
    public async Task<TestShop> OpenBeside(Action<IServiceCollection>? others = null) =>
        new(_database, await Services(_database, Settings, Catalog.Current, others), isGuest: true);

    private static async Task<ServiceProvider> Services(
        TestDatabase database, ShopOptions options, ModelCatalog? catalog, Action<IServiceCollection>? others)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TestClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<TestClock>());
        services.AddApplication(options);
        services.AddPersistence();
        services.AddWorkers(_ => Task.CompletedTask);
        services.AddSingleton(new FixedCatalog(catalog ?? Cards.Value));
        services.AddSingleton<ICards>(provider => provider.GetRequiredService<FixedCatalog>());
        services.AddSingleton<IHouseRecipes>(House.Value);
        services.AddSingleton<FakeProvider>();
        services.AddSingleton<IGenerationProvider>(provider => provider.GetRequiredService<FakeProvider>());
        services.AddSingleton<FakeContracts>();
        services.AddSingleton<IContractLook>(provider => provider.GetRequiredService<FakeContracts>());
        services.AddSingleton<FakeList>();
        services.AddSingleton<IProviderCatalog>(provider => provider.GetRequiredService<FakeList>());
        services.AddSingleton<FakeFeed>();
        services.AddSingleton<IPriceFeed>(provider => provider.GetRequiredService<FakeFeed>());
        services.AddSingleton<FakeHealth>();
        services.AddSingleton<IProviderHealth>(provider => provider.GetRequiredService<FakeHealth>());
        services.AddSingleton<FakeFiles>();
        services.AddSingleton<ICustomerFiles>(provider => provider.GetRequiredService<FakeFiles>());
        services.AddMediaGauge();
        services.AddSingleton<FakeProbe>();
        services.AddSingleton<IResultProbe>(provider => provider.GetRequiredService<FakeProbe>());
        services.AddSingleton<IResultFiles>(provider => provider.GetRequiredService<FakeProbe>());
        services.AddSingleton<FakeCards>();
        services.AddSingleton<IBankCardPayments>(provider => provider.GetRequiredService<FakeCards>());
        services.AddSingleton<FakePaymentChat>();
        services.AddSingleton<IPaymentNotifier>(provider => provider.GetRequiredService<FakePaymentChat>());
        services.AddSingleton<FakeStars>();
        services.AddSingleton<IStars>(provider => provider.GetRequiredService<FakeStars>());
        services.AddSingleton<FakeChat>();
        services.AddSingleton<IGenerationNotifier>(provider => provider.GetRequiredService<FakeChat>());
        services.AddSingleton<IGrowthNotifier>(provider => provider.GetRequiredService<FakeChat>());
        services.AddSingleton<FakeBroadcastChat>();
        services.AddSingleton<IBroadcastNotifier>(provider => provider.GetRequiredService<FakeBroadcastChat>());
        services.AddSingleton<FakeOperatorMail>();
        services.AddSingleton<IOperatorNotifier>(provider => provider.GetRequiredService<FakeOperatorMail>());
        services.AddSingleton<FakeInputFileShow>();
        services.AddSingleton<IInputFileShow>(provider => provider.GetRequiredService<FakeInputFileShow>());
        services.AddSingleton<FakePrivacyMail>();
        services.AddSingleton<IPrivacyNotifier>(provider => provider.GetRequiredService<FakePrivacyMail>());
        others?.Invoke(services);
        var provider = services.BuildServiceProvider(validateScopes: true);
        // Sixty-four wait for one lock here, on a machine that may do much else.
        var address = DatabaseAddress.Parse($"{database.ShopConnectionString};Maximum Pool Size={ConnectionsMax};Timeout=60;Command Timeout=120");
        await provider.GetRequiredService<Database>().Open(address, "", isDurable: false, CancellationToken.None);
        return provider;
    }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>One request in a scope of its own, as an update or an outbox row would send it.</summary>
    /// <param name="updateId">The update it comes from.</param>
    public async Task<T> Send<T>(IRequest<T> request, long? updateId = null)
    {
        await using var scope = Scope();
        scope.ServiceProvider.GetRequiredService<UpdateUnderway>().Id = updateId;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>The same for what is only told.</summary>
    public async Task Tell(IRequest request) => await Send<Unit>(request);

    /// <summary>What every instance does each second.</summary>
    public async Task RefreshTerms()
    {
        await using var scope = Scope();
        var (db, terms) = (scope.ServiceProvider.GetRequiredService<ITrtDb>(), scope.ServiceProvider.GetRequiredService<TermsInUse>());
        await terms.Refresh(db, CancellationToken.None);
        await HearOfPauses();
        await scope.ServiceProvider.GetRequiredService<CostsInUse>().Refresh(db, terms.Current.Costs.AgeMax, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<HealthInUse>().Refresh(db, CancellationToken.None);
    }

    /// <summary>Of that, only whether starts are paused.</summary>
    public async Task HearOfPauses()
    {
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<Standstill>().Refresh(
            scope.ServiceProvider.GetRequiredService<IPace>(), scope.ServiceProvider.GetRequiredService<ITrtDb>(),
            scope.ServiceProvider.GetRequiredService<TermsInUse>().Current, CancellationToken.None);
    }

    public async Task<T> Ask<T>(Func<ITrtDb, Task<T>> question)
    {
        await using var scope = Scope();
        return await question(scope.ServiceProvider.GetRequiredService<ITrtDb>());
    }

    public async Task<UserId> NewCustomer(decimal rubles = 0)
    {
        var user = new UserId(Interlocked.Increment(ref _lastCustomer));
        await Send(new EnterChat(user, "Test", null, Language.Russian, new Cid("test")));
        if (rubles > 0)
        {
            await Send(new AddMoney(user, Money.Rubles(rubles).Kopecks, $"test:{user}", "test", "test"));
        }

        return user;
    }

    /// <summary>Someone with money, to the kopeck.</summary>
    public async Task<UserId> Payer(Money money)
    {
        var user = await NewCustomer();
        await Send(new AddMoney(user, money.Kopecks, $"test:{user}", "test", "test"));
        return user;
    }

    /// <summary>Fills in an order up to the confirm screen.</summary>
    public Task<WizardView.Confirm> Draft(UserId user, string model, params (string Field, string Value)[] answers) =>
        Draft(user, new BeginDraft(user, new ModelId(model)), answers);

    public async Task<WizardView.Confirm> Draft(UserId user, BeginDraft begin, params (string Field, string Value)[] answers)
    {
        var view = await Send(begin);
        while (view is WizardView.Ask ask)
        {
            var answer = answers.FirstOrDefault(answer => answer.Field == ask.Field.Name);
            view = answer.Value is null
                ? await Send(new SkipField(user))
                : await Send(new AnswerField(user, ask.Field is TextField ? null : ask.Field.Name, answer.Value));
        }

        return (WizardView.Confirm)view;
    }

    /// <summary>The free model, ready to confirm.</summary>
    public Task<WizardView.Confirm> FreeDraft(UserId user) => Draft(user, "z-image", ("prompt", "a lighthouse"), ("aspect_ratio", "1:1"));

    /// <summary>A picture for 14.14 ₽, ready to confirm.</summary>
    public Task<WizardView.Confirm> PaidDraft(UserId user, string resolution = "1K") =>
        Draft(user, "nano-banana-pro", ("prompt", "a lighthouse"), ("resolution", resolution));

    public Task<ConfirmResult> Confirm(UserId user, GenerationId draft, long? updateId = null) =>
        Send(new ConfirmGeneration(user, draft, 7, new Cid("test")), updateId);

    public async Task<GenerationId> Order(UserId user, string resolution = "1K")
    {
        var view = await PaidDraft(user, resolution);
        (await Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        return view.Draft.Id;
    }

    public Task<Generation> Generation(GenerationId id) => Ask(db => db.ReadGeneration(id, CancellationToken.None));

    public async Task<BalanceView> Balance(UserId user) => await Send(new ShowBalance(user));

    /// <summary>One look of the shop's own worker at its lane; what it finds is done in turn, so that a test knows what comes after what.</summary>
    public async Task<int> RunDue(Lane lane)
    {
        var rows = 0;
        await foreach (var row in _workers[lane].Due(CancellationToken.None))
        {
            await row;
            rows++;
        }

        return rows;
    }

    /// <summary>Every word to the operators, and to each of them.</summary>
    public async Task HearAlerts()
    {
        while (await RunDue(Lane.Operators) > 0)
        {
        }
    }

    /// <summary>Another hand for a lane, which takes one row at a time.</summary>
    public Hand NewHand(Lane lane) => new(_services, lane);

    /// <summary>Lets time pass in whole seconds, doing what falls due, until the time is over. Seconds in which nothing can happen are skipped.</summary>
    public async Task Pass(TimeSpan time)
    {
        for (var end = Clock.GetUtcNow() + time; ; Clock.Advance(await UntilSomethingIsDue(end)))
        {
            while (await RunAllDue() > 0)
            {
            }

            if (Clock.GetUtcNow() >= end)
            {
                return;
            }
        }
    }

    /// <summary>What is due already and still waits, for a pause or behind another row, is looked at again after a second.</summary>
    private async Task<TimeSpan> UntilSomethingIsDue(DateTimeOffset end)
    {
        await using var command = Source.CreateCommand("SELECT min(due_at) FROM outbox WHERE parked_at IS NULL AND due_at <= $1");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = end });
        var next = await command.ExecuteScalarAsync() is DateTime due ? due : end;
        return TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((next - Clock.GetUtcNow()).TotalSeconds)));
    }

    /// <summary>Past the use cases: what a test prepares, or breaks.</summary>
    public async Task Execute(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What every instance does each quarter of a minute.</summary>
    public Task EndOverdue() => _services.GetServices<IHostedService>().OfType<DeadlineKeeper>().Single().Look(CancellationToken.None);

    private async Task<int> RunAllDue()
    {
        var rows = 0;
        foreach (var lane in _workers.Keys)
        {
            rows += await RunDue(lane);
        }

        return rows;
    }

    /// <summary>No kopeck is missing; every test about money ends with this.</summary>
    public async Task MoneyAgrees() => (await Send(new ProveMoney())).Differences.ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Source.DisposeAsync();
        if (!_isGuest)
        {
            await _database.DisposeAsync();
        }
    }
}

/// <summary>A catalog that a test may exchange.</summary>
public sealed class FixedCatalog(ModelCatalog current) : ICards
{
    public ModelCatalog Current { get; set; } = current;
}
