using System.Globalization;
using Trt.Api.Bot;
using Trt.Api.Bot.Updates;
using Trt.Api.Options;
using Trt.Application.Backups;
using Trt.Application.Costs;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Cli;

/// <summary>Looks at everything that a shop stands on, from the environment of this shell. Nothing is changed, whatever is found.</summary>
internal sealed class ShopCheck
{
    private const string BehindTheDatabase = "not looked at: the database comes first";
    private const long FreeBytesMin = 1L << 30;

    private static readonly TimeSpan ClockMax = TimeSpan.FromSeconds(2);

    private readonly IConfiguration _source = new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>The sandbox has no token, and sets by itself what a shop is told.</summary>
    private bool IsSandbox => string.IsNullOrWhiteSpace(_source["TELEGRAM_BOT_TOKEN"]);

    public async Task<IReadOnlyList<CheckLine>> Look(CancellationToken token)
    {
        List<CheckLine> lines = [Configuration(out var settings), Catalog(), Routes()];
        lines.AddRange(await AroundTheDatabase(token));
        lines.Add(await Webhook(settings, token));
        lines.Add(Disk());
        return lines;
    }

    private CheckLine Configuration(out TrtOptions? settings)
    {
        if (IsSandbox)
        {
            settings = null;
            return CheckLine.NotLookedAt("configuration", "no TELEGRAM_BOT_TOKEN: this looks at the sandbox, which sets itself up");
        }

        (settings, var problems) = OptionsReader.Read(_source);
        return settings is null
            ? CheckLine.Wrong("configuration", $"{problems.Count} setting(s) need attention", problems)
            : CheckLine.Well(
                "configuration", settings.Shop.IsDryRun ? "complete; DRY RUN: orders go to a simulated provider" : "complete", $"updates {(settings.Bot.WebhookBase is { } home ? $"are brought to {home.Host}" : "are asked for")}");
    }

    private CheckLine Catalog()
    {
        var (loaded, errors) = LoadedCatalog.Open(_source["CATALOG_DIR"] is { Length: > 0 } folder ? folder : CatalogLoader.DefaultFolder);
        return loaded is null
            ? CheckLine.Wrong("catalog", $"{errors.Count} error(s)", [.. errors.Select(error => $"{error}")])
            : CheckLine.Well(
                "catalog",
                Invariant($"{loaded.Current.Cards.Count} cards are sound, {loaded.Current.Cards.Count(card => card.IsOffered)} on offer"),
                [.. loaded.Current.Cards.Where(card => card.IsOffered).GroupBy(card => card.Type)
                    .Select(shelf => Invariant($"{Answer.Word(shelf.Key)}: {shelf.Count()}"))]);
    }

    private static CheckLine Routes()
    {
        var routes = RouteInventory.Read();
        var dead = routes.Where(route => route.IsDead).ToList();
        return dead.Count == 0
            ? CheckLine.Well("routes", $"{routes.Count} buttons, none is dead")
            : CheckLine.Wrong("routes", $"{dead.Count} of {routes.Count} buttons are dead", [.. dead.Select(route => route.Button)]);
    }

    private async Task<IEnumerable<CheckLine>> AroundTheDatabase(CancellationToken token)
    {
        string[] behind = ["migrations", "clock", "price age", "credits", "backup"];
        try
        {
            var (address, folder) = OptionsReader.ReadDatabase(_source);
            if (await DatabaseLook.At(address, folder, TimeProvider.System, token) is not { } view)
            {
                return behind.Select(name => CheckLine.NotLookedAt(name, BehindTheDatabase)).Prepend(CheckLine.Of(
                    "database", IsSandbox, $"the private PostgreSQL of {Path.GetFileName(folder)} is not running", "Start the shop, or set DATABASE_URL."));
            }

            IEnumerable<CheckLine> lines = [Database(view), Migrations(view), Clock(view)];
            return view.Pending.Count > 0
                ? lines.Concat(behind[2..].Select(name => CheckLine.NotLookedAt(name, BehindTheDatabase)))
                : lines.Concat(await InTheDatabase(token));
        }
        catch (Exception exception) when (exception is PrivatePostgresException or UnfitDatabaseException or FormatException
            or Npgsql.NpgsqlException or TimeoutException || Infrastructure.Persistence.Database.IsAway(exception))
        {
            return behind.Select(name => CheckLine.NotLookedAt(name, BehindTheDatabase))
                .Prepend(CheckLine.Wrong("database", Trouble.InWords(exception)));
        }
    }

    private static CheckLine Database(DatabaseView view) =>
        CheckLine.Well("database", Invariant($"PostgreSQL {view.Server} answers, {view.Bytes / 1048576.0:0.0} MB"));

    private static CheckLine Migrations(DatabaseView view) => view.Pending.Count == 0
        ? CheckLine.Well("migrations", "up to date", $"the newest is {view.Newest}")
        : CheckLine.Wrong("migrations", $"{view.Pending.Count} wait", [.. view.Pending, "./trt migrate, or start the shop"]);

    private static CheckLine Clock(DatabaseView view) => CheckLine.Of(
        "clock",
        view.ClockAhead.Duration() <= ClockMax,
        Invariant($"{view.ClockAhead.Duration().TotalSeconds:0.0} s away from the database's"),
        "The shop goes by the database's clock; set this machine's by NTP all the same, for logs and certificates.");

    private async Task<IEnumerable<CheckLine>> InTheDatabase(CancellationToken token)
    {
        await using var scope = await CliScope.Open(token);
        await scope.OpenCatalog(token);
        return [await PriceAge(scope, token), await Credits(scope, token), await Backup(scope, token)];
    }

    private async Task<CheckLine> PriceAge(CliScope scope, CancellationToken token)
    {
        var costs = await scope.Mediator.Send(new ListCosts(), token);
        var most = scope.Service<TermsInUse>().Current.Costs.AgeMax;
        return costs.Age is { } age
            ? CheckLine.Of(
                "price age", age <= most, Invariant($"the provider's list is {age.TotalMinutes:0} minutes old"),
                Invariant($"After {most.TotalHours:0} hours nothing is sold by it. ./trt catalog sync --live reads it now."))
            : IsSandbox
                ? CheckLine.NotLookedAt("price age", "the provider's list was never read; the cards count")
                : CheckLine.Wrong("price age", "the provider's list was never read; the cards count", "./trt catalog sync --live reads it now.");
    }

    private static async Task<CheckLine> Credits(CliScope scope, CancellationToken token)
    {
        if (!scope.CanAskProvider)
        {
            return CheckLine.NotLookedAt("credits", "no KIE_API_KEY: the provider is not asked");
        }

        return await scope.Service<IGenerationProvider>().Credits(token) is { } left
            ? CheckLine.Of("credits", left > 0, Invariant($"{left:0.##} left at the provider"), "Top up the account at the provider; until then orders wait.")
            : CheckLine.Wrong("credits", "the provider does not tell", "Is KIE_API_KEY right, and is the provider up?");
    }

    private async Task<CheckLine> Webhook(TrtOptions? settings, CancellationToken token)
    {
        if (settings is null)
        {
            return CheckLine.NotLookedAt("webhook", IsSandbox ? "the sandbox has a Telegram of its own" : "not looked at: the configuration comes first");
        }

        using var api = new BotApi(
            new BotApiOptions { Token = settings.Bot.Token, ApiBase = settings.Bot.ApiBase }, TimeProvider.System);
        try
        {
            var view = await new Reception(api, settings.Bot, new BotIdentity()).Look(token);
            return CheckLine.Of(
                "webhook", view.Problem is null, $"@{view.Bot}: {view.Problem ?? "updates come as they should"}; {view.Waiting} wait",
                "./trt webhook diagnose");
        }
        catch (BotApiException problem)
        {
            return CheckLine.Wrong("webhook", $"Telegram does not answer as it should: {problem.Message}", "Is TELEGRAM_BOT_TOKEN right?");
        }
    }

    private CheckLine Disk()
    {
        var (_, folder) = OptionsReader.ReadDatabase(new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create<string, string?>("DATA_DIR", _source["DATA_DIR"])]).Build());
        var place = folder;
        while (!Directory.Exists(place) && Path.GetDirectoryName(place) is { } above)
        {
            place = above;
        }

        var drive = new DriveInfo(place);
        return CheckLine.Of(
            "disk",
            drive.AvailableFreeSpace >= FreeBytesMin,
            Invariant($"{drive.AvailableFreeSpace / (double)(1 << 30):0.0} GB of {drive.TotalSize / (double)(1 << 30):0.0} GB are free"),
            "Make room: a database without any takes no orders.");
    }

    private async Task<CheckLine> Backup(CliScope scope, CancellationToken token)
    {
        var backups = await scope.Mediator.Send(new LookAtBackups(), token);
        if (backups.LastGood is not { } last)
        {
            return IsSandbox
                ? CheckLine.NotLookedAt("backup", "no backup known; a sandbox needs none")
                : CheckLine.Wrong("backup", "no backup known", "./trt backup --to <folder> makes one; with BACKUP_DIR the shop makes them by itself.");
        }

        return CheckLine.Of(
            "backup", !backups.IsOld && backups.Age <= backups.Terms.OldAfter, Invariant($"the newest is {backups.Age!.Value.TotalHours:0.0} hours old: {last.Name}"),
            "./trt backup list shows why none was made since.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
