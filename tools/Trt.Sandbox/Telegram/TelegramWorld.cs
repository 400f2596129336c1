using System.Collections.Concurrent;
using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Methods;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Updates;

namespace Trt.Sandbox.Telegram;

/// <summary>All bots and all people of this sandbox.</summary>
internal sealed class TelegramWorld : ISandboxState, IDisposable
{
    private readonly ConcurrentDictionary<string, BotAccount> _bots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, User> _people = [];
    private readonly HttpClient _webhooks = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    public TelegramWorld(TimeProvider clock, SimulatorSettings settings, FileStore files, Dispatcher dispatcher)
    {
        Clock = clock;
        Settings = settings;
        Files = files;
        Dispatcher = dispatcher;
        var shop = Register(SandboxDefaults.BotToken, SandboxDefaults.BotUsername, SandboxDefaults.BotName);
        // As its owner would set it up at @BotFather.
        shop.Me = shop.Me with { SupportsInlineQueries = true };
        shop.Inline.FeedbackOneOf = 1;
    }

    public TimeProvider Clock { get; }

    public SimulatorSettings Settings { get; }

    public FileStore Files { get; }

    public Dispatcher Dispatcher { get; }

    public IEnumerable<BotAccount> Bots => _bots.Values;

    public BotAccount? Bot(string token) => _bots.GetValueOrDefault(token);

    /// <summary>The same token in Telegram's test environment is another bot.</summary>
    public BotAccount? TestBot(string token) => _bots.TryGetValue(token, out var bot)
        ? _bots.GetOrAdd(token + "/test", _ => new BotAccount(this, token, bot.Me))
        : null;

    /// <summary>Registering twice is harmless: the account stays.</summary>
    public BotAccount Register(string token, string username, string name) =>
        _bots.GetOrAdd(token, _ => new BotAccount(this, token, new Me { Id = IdOf(token)!.Value, FirstName = name, Username = username }));

    /// <returns>Null when the token is not of the form <c>number:secret</c>.</returns>
    public static long? IdOf(string token)
    {
        var colon = token.IndexOf(':');
        return colon > 0 && colon < token.Length - 1 && long.TryParse(token.AsSpan(0, colon), out var id) && id > 0 ? id : null;
    }

    public User? Person(long id) => _people.GetValueOrDefault(id);

    public User Meet(User user) => _people[user.Id] = user;

    public WebhookCourier NewCourier(BotAccount bot) => new(bot, _webhooks);

    public void Reset()
    {
        foreach (var bot in _bots.Values)
        {
            lock (bot.Gate)
            {
                bot.Reset();
                // Deliveries on their way belong to the time before.
                if (bot.Courier is not null)
                {
                    bot.Courier.Dispose();
                    bot.Courier = NewCourier(bot);
                }
            }
        }

        _people.Clear();
    }

    public void Dispose()
    {
        foreach (var bot in _bots.Values)
        {
            bot.Courier?.Dispose();
        }

        _webhooks.Dispose();
    }
}
