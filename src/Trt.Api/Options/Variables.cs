namespace Trt.Api.Options;

/// <summary>
/// What the environment may say, each declared once; the tables in docs/operations.md and .env.example are written from here.
/// </summary>
internal static class Variables
{
    private static readonly Variable[] Keys =
    [
        new("TELEGRAM_BOT_TOKEN", "the bot's token from @BotFather", null, "required"),
        new("KIE_API_KEY", "the key of the provider account", null, "required"),
        new("ALLOW_REAL_GENERATION", "`0` is a dry run: orders go to a simulated provider on this machine (`./trt run` brings it), owners and customers are told so, no key is needed", "on"),
    ];

    private static readonly Variable[] Place =
    [
        new("DATABASE_URL", "PostgreSQL, as `postgres://user:password@host/db?sslmode=require` or `Host=…;Username=…`. Unless it says otherwise: `Maximum Pool Size` 8 per processor, from 20 to 40 (two shops fit the 100 connections of a PostgreSQL as it comes), `Timeout` 5 s for a connection, `Command Timeout` 10 s for an answer; behind a pooler add `pgbouncer=true`", null, "a private PostgreSQL in `DATA_DIR`"),
        new("DATA_DIR", "folder of the private PostgreSQL", null, "`.data/shop` below the working folder; `.data/sandbox` without a token, `.data/dry` in a dry run"),
        new("TRT_POSTGRES_BIN", "where `postgres`, `initdb` and `pg_ctl` are", null, "looked for in the usual places"),
        new("PORT", "the port of all endpoints; `./trt run` sets it (8080)", "8081"),
        new("LISTEN_LOCAL_ONLY", "the port is open to this machine only", "off"),
        new("BOT_MODE", "`auto`, `webhook` or `polling`; auto = webhook when `WEBHOOK_BASE_URL` is set", "auto"),
        new("WEBHOOK_BASE_URL", "public https address of this service; Telegram and the provider reach us there", null, "none: updates are polled"),
        new("PUBLIC_BASE_URL", "where the provider reaches us when updates are polled", null, "none: results are polled, no callbacks"),
        new("WEBHOOK_SECRET_TOKEN", "comes back with every update; 8 to 256 of `A-Z a-z 0-9 _ -`; several while one is being changed: the first is told to Telegram, each is taken (`old,new`, then `new,old`, then `new`)", null, "derived from the bot's token"),
        new("KIE_WEBHOOK_HMAC_KEY", "keys of the provider's callback signature, several while one is being changed; set = unsigned callbacks have no effect", null, "none: not checked"),
    ];

    private static readonly Variable[] People =
    [
        new("ADMIN_IDS", "Telegram ids of the owners, separated by commas: they get alerts and `/admin`. Without one nobody does", null, "none"),
        new("ADMIN_ID", "one more of them", null, "none"),
        new("ADMIN_DAILY_LIMIT_RUB", "what a newly appointed admin may credit a day", "100"),
        new("ADMIN_ASK_TWICE_ABOVE_RUB", "larger adjustments are asked twice", "1000"),
        new("SUPPORT_TELEGRAM", "contact shown under *help*; live setting `text.support` wins", null, "none"),
    ];

    private static readonly Variable[] Prices =
    [
        new("USD_TO_RUB", "rate of the price list, 1 to 10000; live setting `rate` wins", "78.57"),
        new("PRICE_MULTIPLIER", "markup on the provider's price, 1 to 100; live setting `markup` wins", "2"),
        new("WELCOME_BALANCE_RUB", "what a new customer finds on the balance, whole roubles (sandbox: 300); live setting `welcome.balance` wins", "0"),
        new("FREE_PER_DAY", "free generations per customer and day; the day begins at midnight, UTC+3; live setting `free.per_day` wins", "5"),
        new("FREE_PER_HOUR", "at most so many of them within sixty minutes, 0 = no such limit; live setting `free.per_hour` wins", "0"),
        new("FREE_PER_DAY_IN_ALL", "free generations of the whole shop on one day, a cap on the cost of invented accounts; then the paid way is offered", "1000"),
    ];

    private static readonly Variable[] Payments =
    [
        new("STARS_PER_RUBLE", "price of a rouble in Telegram Stars; `0` takes no Stars", "1.6"),
        new("PAYMENT_PROVIDER_TOKEN", "from @BotFather: invoices in roubles inside Telegram (from 100 ₽, Telegram's own limit)", null, "none: not offered (sandbox: a test provider)"),
        new("YOOKASSA_SHOP_ID", "cards on YooKassa's page: id of the shop. Enter `<public address>/payments/yookassa` for `payment.succeeded`, `payment.canceled` and `refund.succeeded` in its cabinet; without it payments are found on a schedule", null, "none: not offered (sandbox: its own provider)"),
        new("YOOKASSA_SECRET_KEY", "its key; all three or none", null, "none"),
        new("YOOKASSA_RETURN_URL", "the bot's address (`https://t.me/…`)", null, "none"),
        new("YOOKASSA_API_BASE", "another address of it; https, or this machine", null, "the public one"),
        new("PAYMENT_PHONE", "where customers transfer money by hand, shown exactly so; needs an operator in `ADMIN_IDS`: a phone", null, "none: not offered"),
        new("PAYMENT_BANK", "its bank", null, "none: not offered"),
        new("PAYMENT_CARD", "a card", null, "none: not offered"),
        new("PAYMENT_CARD_HOLDER", "its holder", null, "none: not offered"),
        new("TOPUP_AMOUNTS_RUB", "amounts with a button, whole roubles, separated by commas", "50,100,150"),
        new("TOPUP_MIN_RUB", "least of one top-up", "50"),
        new("TOPUP_MAX_RUB", "most of one top-up", "50000"),
    ];

    private static readonly Variable[] Growth =
    [
        new("REFERRAL_FREE", "free generations for each side of an invitation, 0 to 1000", "10"),
        new("REFERRAL_REWARD_AT", "when the inviter's are due: `arrival`, `generation` (the friend's first result) or `payment` (the first top-up)", "generation"),
        new("REFERRAL_REWARDS_PER_DAY", "rewarded invitations of one inviter in a day", "10"),
        new("REFERRALS_PER_DAY", "invitations of the whole shop that give something in a day, about so many", "1000"),
        new("REFERRAL_SHARE_PERCENT", "the inviter's part of the friend's first top-up, 0 to 50 %", "0"),
        new("REFERRAL_SHARE_MAX_RUB", "at most so many roubles of it", "500"),
        new("PROMO_MISSES_PER_HOUR", "wrong promo codes of one customer in an hour", "5"),
        new("GIFT_MIN_RUB", "the gift is drawn from this on, whole roubles; both 0 = there is none (sandbox: 10)", "0"),
        new("GIFT_MAX_RUB", "and up to this (sandbox: 30)", "0"),
        new("GIFTS_PER_DAY", "about so many a day", "100"),
        new("LOW_BALANCE_NOTICE", "a word, at most once a day, when the balance does not pay for the same order again", "on"),
    ];

    private static readonly Variable[] Orders =
    [
        new("OPEN_PER_CUSTOMER_MAX", "generations of one customer that run at a time", "3"),
        new("WAITING_PER_CUSTOMER_MAX", "how many more may wait for that", "10"),
        new("ORDER_GRACE_SECONDS", "so long an order stays after the press and can be taken back, 0 to 60; live setting `order.grace_seconds` wins", "5"),
        new("RUNNING_MAX", "tasks of the whole shop at the provider at one time; live setting `pace.running_max` wins", "100"),
        new("IMAGE_DEADLINE_SECONDS", "after this the money goes back, 10 to 86400; text counts as image; a card or a price line may have its own (`timeLimit`)", "180"),
        new("AUDIO_DEADLINE_SECONDS", "the same for sound", "600"),
        new("VIDEO_DEADLINE_SECONDS", "the same for films", "1800"),
        new("CATALOG_DIR", "folder with cards; changes are on sale within seconds", null, "the cards beside the program"),
    ];

    private static readonly Variable[] Backups =
    [
        new("BACKUP_DIR", "folder for copies of the database; set = the shop makes them by itself", null, "none"),
        new("BACKUP_S3_URL", "storage that speaks S3: `https://host/bucket/folder`; together with `BACKUP_DIR` both get each copy", null, "none"),
        new("BACKUP_S3_KEY_ID", "its key", null, "none"),
        new("BACKUP_S3_SECRET", "the secret of that key", null, "none"),
        new("BACKUP_S3_REGION", "its region", "us-east-1"),
        new("BACKUP_AGE_RECIPIENT", "public key of `age`: copies are encrypted, and the shop cannot read them", null, "none: not encrypted"),
        new("BACKUP_EVERY_HOURS", "how often, 1 to 168; operators hear when the last one is twice as old", "24"),
        new("BACKUP_KEEP_DAYS", "all copies of so many days stay", "7"),
        new("BACKUP_KEEP_WEEKS", "and the newest of each of so many weeks", "4"),
    ];

    private static readonly Variable[] Watching =
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "spans and metrics leave there by OTLP; more of OpenTelemetry's own settings: [telemetry.md](telemetry.md#exporting)", null, "none"),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "`http/protobuf` or `grpc`", "http/protobuf"),
        new("LOG_LEVEL", "`Trace` … `None`", "Information"),
    ];

    private static readonly Variable[] Development =
    [
        new("TELEGRAM_API_BASE", "another address of Telegram's Bot API; https, or this machine", null, "the public one"),
        new("KIE_API_BASE", "another address of the provider's API; https, or this machine", null, "the public one"),
        new("KIE_UPLOAD_BASE", "another address for files that are handed to the provider; https, or this machine", null, "the public one"),
        new("LOCAL_RESULT_HOSTS", "`host:port` on this machine that results may be fetched from; for the sandbox", null, "none"),
        new("DATABASE_NOT_DURABLE", "the private PostgreSQL gives up safety against power cuts; for tests", "off"),
    ];

    public static readonly IReadOnlyList<VariableGroup> Groups =
    [
        new("Keys", Keys),
        new("Database, port, addresses", Place),
        new("People", People),
        new("Prices and free generations", Prices),
        new("Payments", Payments),
        new("Invitations and gifts", Growth),
        new("Orders", Orders),
        new("Backups", Backups),
        new("Watching", Watching),
        new("For development", Development),
    ];

    private static readonly HashSet<string> Names = [.. Groups.SelectMany(group => group.Variables).Select(variable => variable.Name)];

    public static bool Knows(string name) => Names.Contains(name);
}

internal sealed record VariableGroup(string Name, IReadOnlyList<Variable> Variables);

/// <param name="Default">What holds when nothing is said, as it could be said.</param>
/// <param name="Otherwise">What happens then, where no value says it.</param>
internal sealed record Variable(string Name, string Meaning, string? Default, string Otherwise = "");
