using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Infrastructure.Kie;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.Telegram;
using Trt.Infrastructure.YooKassa;

namespace Trt.Api.Options;

/// <summary>
/// Reads the environment. Everything that is missing or contradictory is reported at once, with what to do; secrets are named, never shown.
/// </summary>
public sealed partial class OptionsReader(IConfiguration source)
{
    private const string RealGeneration = "ALLOW_REAL_GENERATION";

    private readonly List<string> _problems = [];

    public static (TrtOptions? Settings, IReadOnlyList<string> Problems) Read(IConfiguration source)
    {
        var reader = new OptionsReader(source);
        var settings = reader.Read();
        return reader._problems.Count == 0 ? (settings, []) : (null, reader._problems);
    }

    /// <summary>Where the data is, for commands that need nothing else.</summary>
    /// <exception cref="FormatException">The address cannot be used.</exception>
    public static (DatabaseAddress? Address, string Folder) ReadDatabase(IConfiguration source)
    {
        var reader = new OptionsReader(source);
        return (reader.Text("DATABASE_URL") is { } text ? DatabaseAddress.Parse(text) : null, reader.ReadDataFolder());
    }

    /// <summary>The way to Telegram, for commands that ask it; null without a token.</summary>
    /// <exception cref="FormatException">The token or the address cannot be used.</exception>
    public static BotApiOptions? ReadBotApi(IConfiguration source)
    {
        var reader = new OptionsReader(source);
        if (reader.Text("TELEGRAM_BOT_TOKEN") is not { } token)
        {
            return null;
        }

        var options = new BotApiOptions { Token = token, ApiBase = reader.Address("TELEGRAM_API_BASE") ?? BotApiOptions.PublicApi };
        return options.Problems().FirstOrDefault() is { } problem ? throw new FormatException(problem) : options;
    }

    /// <summary>The way to the provider, for commands that ask it; null without a key.</summary>
    /// <exception cref="FormatException">The key or the address cannot be used.</exception>
    public static KieOptions? ReadProviderIfAny(IConfiguration source)
    {
        var reader = new OptionsReader(source);
        if (reader.Text("KIE_API_KEY") is null && reader.IsOn(RealGeneration))
        {
            return null;
        }

        var options = reader.ReadProvider();
        return reader._problems.FirstOrDefault() is { } problem ? throw new FormatException(problem) : options;
    }

    /// <summary>The terms that the shop starts with, for commands that need nothing else.</summary>
    /// <exception cref="FormatException">Something in them cannot be used.</exception>
    public static ShopTerms ReadTerms(IConfiguration source)
    {
        var reader = new OptionsReader(source);
        var terms = reader.ReadTerms();
        return reader._problems.Count == 0 ? terms : throw new FormatException(string.Join(Environment.NewLine, reader._problems));
    }

    /// <summary>
    /// Who the owners are, for commands that need nothing else; what is no id is left to the start of the shop to report.
    /// </summary>
    public static IReadOnlyList<UserId> ReadOwners(IConfiguration source) => new OptionsReader(source).ReadOwnerIds();

    /// <summary>Where the shop of this environment listens.</summary>
    public static int ReadPort(IConfiguration source) => new OptionsReader(source).ReadPort();

    private int ReadPort() => Number("PORT", 8081, 0, 65535);

    private TrtOptions Read()
    {
        var bot = ReadBot();
        var cards = ReadCards();
        var publicBase = bot.WebhookBase ?? Address("PUBLIC_BASE_URL");
        return new TrtOptions
        {
            Bot = bot,
            Provider = ReadProvider(),
            Cards = cards,
            CallbackKeys = List("KIE_WEBHOOK_HMAC_KEY"),
            LocalResultHosts = List("LOCAL_RESULT_HOSTS"),
            Shop = ReadShop(bot, cards, publicBase),
            Database = ReadDatabase(),
            Backups = ReadBackupOptions(),
            DataFolder = ReadDataFolder(),
            CatalogFolder = ReadFolder("CATALOG_DIR"),
            Port = ReadPort(),
            IsLocal = Flag("LISTEN_LOCAL_ONLY"),
            Telemetry = ReadTelemetry(),
            LogLevel = ReadLogLevel(),
            IsDatabaseDurable = !Flag("DATABASE_NOT_DURABLE"),
        };
    }

    private BotOptions ReadBot()
    {
        var token = Required("TELEGRAM_BOT_TOKEN", "the token that @BotFather gave you");
        var apiBase = Address("TELEGRAM_API_BASE") ?? BotApiOptions.PublicApi;
        if (token.Length > 0)
        {
            _problems.AddRange(
                new BotApiOptions { Token = token, ApiBase = apiBase }.Problems().Select(
                    problem => $"TELEGRAM_BOT_TOKEN / TELEGRAM_API_BASE: {problem}."));
        }

        var webhook = Address("WEBHOOK_BASE_URL");
        var mode = Text("BOT_MODE")?.ToLowerInvariant() ?? "auto";
        switch (mode)
        {
            case "webhook" when webhook is null:
                _problems.Add(
                    "BOT_MODE is webhook, but WEBHOOK_BASE_URL is missing: set the https address of this service, or BOT_MODE=polling.");
                break;
            case "polling":
                webhook = null;
                break;
            case "auto" or "webhook":
                break;
            default:
                _problems.Add($"BOT_MODE is \"{mode}\"; it must be auto, webhook or polling.");
                break;
        }

        if (webhook is { IsLoopback: false, Scheme: not "https" })
        {
            _problems.Add("WEBHOOK_BASE_URL must start with https:// (plain http is for this machine only).");
        }

        var secrets = List("WEBHOOK_SECRET_TOKEN");
        if (secrets.Any(secret =>
            secret.Length is < 8 or > 256 || !secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')))
        {
            _problems.Add(
                "WEBHOOK_SECRET_TOKEN must be 8 to 256 characters of A-Z, a-z, 0-9, _ and -; leave it out and one is derived from the bot's token.");
        }

        return new BotOptions
        {
            Token = token,
            ApiBase = apiBase,
            WebhookBase = webhook,
            WebhookSecret = secrets.FirstOrDefault() ?? Convert.ToHexStringLower(Derive(token, "telegram-webhook")),
            OtherWebhookSecrets = secrets.Skip(1).ToArray(),
            PaymentProviderToken = Text("PAYMENT_PROVIDER_TOKEN"),
        };
    }

    /// <summary>Whether orders go to a simulated provider, for commands that need nothing else.</summary>
    public static bool IsDryRun(IConfiguration source) => !new OptionsReader(source).IsOn(RealGeneration);

    private KieOptions ReadProvider()
    {
        var defaults = new KieOptions { ApiKey = "x" };
        var options = new KieOptions
        {
            // The key of a real account has nothing to look for at a simulated provider.
            ApiKey = IsOn(RealGeneration) ? Required("KIE_API_KEY", "the key of your provider account") : "dry-run",
            ApiBase = Address("KIE_API_BASE") ?? defaults.ApiBase,
            UploadBase = Address("KIE_UPLOAD_BASE") ?? defaults.UploadBase,
        };
        if (!IsOn(RealGeneration) && !(options.ApiBase.IsLoopback && options.UploadBase.IsLoopback))
        {
            _problems.Add(
                $"{RealGeneration} is 0, so orders need a simulated provider: ./trt run brings one, or KIE_API_BASE and KIE_UPLOAD_BASE name one on this machine.");
        }

        if (options.ApiKey.Length > 0)
        {
            _problems.AddRange(options.Problems().Select(problem => $"KIE_API_KEY / KIE_API_BASE / KIE_UPLOAD_BASE: {problem}."));
        }

        return options;
    }

    private ShopOptions ReadShop(BotOptions bot, YooKassaOptions? cards, Uri? publicBase)
    {
        var defaults = new ShopOptions();
        var operators = ReadOwnerIds();
        var transfer = ReadTransfer(operators);
        return new ShopOptions
        {
            Terms = ReadTerms(),
            OpenPerCustomerMax = Number("OPEN_PER_CUSTOMER_MAX", defaults.OpenPerCustomerMax, 1, 100),
            WaitingPerCustomerMax = Number("WAITING_PER_CUSTOMER_MAX", defaults.WaitingPerCustomerMax, 0, 100),
            ImageDeadline = TimeSpan.FromSeconds(Number("IMAGE_DEADLINE_SECONDS", (int)defaults.ImageDeadline.TotalSeconds, 10, 86_400)),
            AudioDeadline = TimeSpan.FromSeconds(Number("AUDIO_DEADLINE_SECONDS", (int)defaults.AudioDeadline.TotalSeconds, 10, 86_400)),
            VideoDeadline = TimeSpan.FromSeconds(Number("VIDEO_DEADLINE_SECONDS", (int)defaults.VideoDeadline.TotalSeconds, 10, 86_400)),
            PaymentMethods = PaymentMethods(bot, cards, transfer),
            Owners = operators,
            Transfer = transfer,
            Admins = defaults.Admins with
            {
                DailyLimit = Money.Rubles(Number("ADMIN_DAILY_LIMIT_RUB", (int)(defaults.Admins.DailyLimit.Kopecks / 100), 0, 1_000_000)),
                AskTwiceAbove = Money.Rubles(
                    Number("ADMIN_ASK_TWICE_ABOVE_RUB", (int)(defaults.Admins.AskTwiceAbove.Kopecks / 100), 0, 1_000_000)),
            },
            IsDryRun = !IsOn(RealGeneration),
            Backups = ReadBackupTerms(),
            PublicBase = publicBase,
            CallbackSecret = Derive(bot.Token, "provider-callback"),
            DashboardSecret = Derive(bot.Token, "dashboard"),
        };
    }

    private List<UserId> ReadOwnerIds()
    {
        var result = new List<UserId>();
        foreach (var text in List("ADMIN_IDS").Concat(List("ADMIN_ID")))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
            {
                result.Add(new UserId(id));
            }
            else
            {
                _problems.Add(
                    $"ADMIN_IDS holds \"{text}\"; it must be numeric Telegram ids, separated by commas (a person's id, not their name).");
            }
        }

        return [.. result.Distinct()];
    }

    private DatabaseAddress? ReadDatabase()
    {
        try
        {
            return Text("DATABASE_URL") is { } text ? DatabaseAddress.Parse(text) : null;
        }
        catch (FormatException problem)
        {
            _problems.Add($"DATABASE_URL: {problem.Message}.");
            return null;
        }
    }

    /// <summary>Without a token it is the sandbox that runs; its data, and those of a dry run, stay apart from a real shop's.</summary>
    private string ReadDataFolder() =>
        Text("DATA_DIR") ?? Path.Combine(
            Environment.CurrentDirectory, ".data", Text("TELEGRAM_BOT_TOKEN") is null ? "sandbox" : IsOn(RealGeneration) ? "shop" : "dry");

    private string? ReadFolder(string name)
    {
        var folder = Text(name);
        if (folder is not null && !Directory.Exists(folder))
        {
            _problems.Add($"{name} is \"{folder}\", but there is no such folder.");
        }

        return folder;
    }

    private LogLevel ReadLogLevel()
    {
        var text = Text("LOG_LEVEL") ?? nameof(LogLevel.Information);
        if (Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level))
        {
            return level;
        }

        _problems.Add($"LOG_LEVEL is \"{text}\"; it must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        return LogLevel.Information;
    }

    /// <summary>Secrets of our own need no setting: they follow from the token and change with it.</summary>
    private static byte[] Derive(string token, string purpose) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes($"trt:{purpose}"));
}
