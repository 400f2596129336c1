using Microsoft.Extensions.Configuration;
using Trt.Api.Options;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Options;

public sealed class OptionsReaderTests
{
    private const string Token = "123456:AAcanary-token-AA";

    private static (TrtOptions? Settings, IReadOnlyList<string> Problems) Read(params (string Name, string Value)[] environment) =>
        OptionsReader.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(environment.ToDictionary(entry => entry.Name, string? (entry) => entry.Value))
            .Build());

    [Test]
    public void A_token_and_a_key_are_enough()
    {
        var (settings, problems) = Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"));
        problems.ShouldBeEmpty();
        settings!.Bot.UsesWebhook.ShouldBeFalse();
        settings.Database.ShouldBeNull();
    }

    [Test]
    public void Everything_that_is_wrong_is_said_at_once_and_no_secret_is_shown()
    {
        var (settings, problems) = Read(
            ("TELEGRAM_BOT_TOKEN", "canary-malformed-token"),
            ("BOT_MODE", "webhook"),
            ("WEBHOOK_SECRET_TOKEN", "canary secret"),
            ("DATABASE_URL", "postgres://user:canarypassword@/?x"),
            ("ADMIN_IDS", "12, ivan"),
            ("USD_TO_RUB", "many"),
            ("CATALOG_DIR", "/no/such/folder"),
            ("LOG_LEVEL", "loud"));

        settings.ShouldBeNull();
        foreach (var name in new[] { "TELEGRAM_BOT_TOKEN", "KIE_API_KEY", "WEBHOOK_BASE_URL", "WEBHOOK_SECRET_TOKEN", "DATABASE_URL", "ADMIN_IDS", "USD_TO_RUB", "CATALOG_DIR", "LOG_LEVEL" })
        {
            problems.ShouldContain(problem => problem.Contains(name, StringComparison.Ordinal), name);
        }

        problems.ShouldAllBe(problem => !problem.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Test]
    public void A_dry_run_needs_no_key_and_never_reaches_the_real_provider()
    {
        var dry = ("ALLOW_REAL_GENERATION", "0");
        Read(("TELEGRAM_BOT_TOKEN", Token), dry).Problems.ShouldHaveSingleItem().ShouldContain("./trt run brings one");
        (string, string)[] simulator = [("KIE_API_BASE", "http://127.0.0.1:8080/kie"), ("KIE_UPLOAD_BASE", "http://127.0.0.1:8080/kie")];
        var settings = Read([("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "canary"), dry, .. simulator]).Settings!;
        (settings.Shop.IsDryRun, settings.Provider.ApiKey).ShouldBe((true, "dry-run"));
        Read([("TELEGRAM_BOT_TOKEN", Token), dry, simulator[0]]).Problems.ShouldHaveSingleItem();
    }

    [Test]
    public void Of_OpenTelemetry_s_settings_those_are_followed_that_say_where_to_export()
    {
        (string, string)[] shop = [("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key")];
        (string, string)[] export = [("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a"), ("OTEL_TRACES_SAMPLER", "traceidratio"), ("OTEL_SDK_DISABLED", "true")];
        var address = ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318");

        Read([.. shop, .. export]).Settings!.Telemetry.ShouldBeEmpty();
        Read([.. shop, .. export, address]).Settings!.Telemetry.Keys.ShouldBe(
            ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_TRACES_SAMPLER"], ignoreOrder: true);
        Read([.. shop, address, ("OTEL_EXPORTER_OTLP_PROTOCOL", "carrier pigeon")]).Problems.ShouldHaveSingleItem().ShouldContain("http/protobuf or grpc");
        Read([.. shop, ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")]).Problems.ShouldHaveSingleItem().ShouldContain("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    [Test]
    public void Cards_and_transfers_are_offered_when_they_are_set_up_and_not_before()
    {
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key")).Settings!.Shop.PaymentMethods.ShouldBe([PaymentMethod.Stars]);
        var settings = Read(
            ("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("ADMIN_IDS", "12"), ("PAYMENT_PHONE", "+7 900 123-45-67"), ("PAYMENT_CARD", "4111 1111 1111 1111"),
            ("YOOKASSA_SHOP_ID", "100500"), ("YOOKASSA_SECRET_KEY", "live_key"), ("YOOKASSA_RETURN_URL", "https://t.me/bot")).Settings!;
        settings.Shop.PaymentMethods.ShouldBe([PaymentMethod.Stars, PaymentMethod.Card, PaymentMethod.Transfer]);
        settings.Cards!.ApiBase.AbsoluteUri.ShouldBe("https://api.yookassa.ru/v3");
        settings.Shop.Transfer!.Phone.ShouldBe("+7 900 123-45-67");
    }

    [TestCase("YOOKASSA_SHOP_ID", "1")]
    [TestCase("YOOKASSA_SECRET_KEY", "canary")]
    [TestCase("PAYMENT_PHONE", "123")]
    [TestCase("PAYMENT_CARD", "4111 1111 1111 1112")]
    [TestCase("PAYMENT_BANK", "canary")]
    public void Half_a_way_to_pay_is_told_at_the_start(string name, string value)
    {
        var (settings, problems) = Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("ADMIN_IDS", "12"), (name, value));
        settings.ShouldBeNull();
        problems.ShouldContain(problem => problem.Contains(name, StringComparison.Ordinal));
        problems.ShouldAllBe(problem => !problem.Contains("canary", StringComparison.Ordinal));
    }

    [Test]
    public void Transfers_need_somebody_who_looks_at_them() =>
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("PAYMENT_PHONE", "+7 900 123-45-67")).Problems.ShouldHaveSingleItem().ShouldContain("ADMIN_IDS");

    [Test]
    public void What_is_given_away_is_read_with_its_limits()
    {
        var growth = Read(
            ("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("REFERRAL_FREE", "5"), ("REFERRAL_REWARD_AT", "payment"), ("REFERRAL_SHARE_PERCENT", "7"),
            ("GIFT_MIN_RUB", "10"), ("GIFT_MAX_RUB", "30"), ("LOW_BALANCE_NOTICE", "off")).Settings!.Shop.Terms.Growth;
        (growth.InvitationFree, growth.InviterRewardAt, growth.SharePercent).ShouldBe((5, RewardMoment.FirstPayment, 7));
        (growth.GiftRubles is not null, growth.GiftMax, growth.LowBalanceNotice).ShouldBe((true, Money.Rubles(30), false));
    }

    [Test]
    public void Without_a_word_an_invitation_gives_ten_no_gift_is_made_and_no_payment_is_shared()
    {
        var growth = Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key")).Settings!.Shop.Terms.Growth;
        growth.ShouldBe(new GrowthTerms());
        (growth.InvitationFree, growth.InviterRewardAt, growth.SharePercent, growth.GiftRubles is not null, growth.LowBalanceNotice)
            .ShouldBe((10, RewardMoment.FirstGeneration, 0, false, true));
    }

    [TestCase("REFERRAL_FREE", "-1")]
    [TestCase("REFERRAL_SHARE_PERCENT", "51")]
    [TestCase("REFERRAL_REWARD_AT", "never")]
    [TestCase("GIFT_MIN_RUB", "10")]
    [TestCase("GIFT_MAX_RUB", "100000")]
    public void A_gift_without_sense_is_refused_at_the_start(string name, string value) =>
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), (name, value)).Problems.ShouldContain(problem => problem.Contains(name, StringComparison.Ordinal));

    [Test]
    public void Plain_http_is_for_this_machine_only()
    {
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("WEBHOOK_BASE_URL", "http://shop.example")).Problems
            .ShouldHaveSingleItem().ShouldContain("https");
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("KIE_API_BASE", "http://provider.example")).Problems
            .ShouldHaveSingleItem().ShouldContain("https");
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("WEBHOOK_BASE_URL", "http://127.0.0.1:8081")).Problems.ShouldBeEmpty();
    }

    [Test]
    public void Limits_of_top_ups_are_checked_together()
    {
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("TOPUP_MIN_RUB", "500"), ("TOPUP_MAX_RUB", "100")).Problems
            .ShouldContain(problem => problem.Contains("TOPUP_MIN_RUB"));
        foreach (var amounts in new[] { "100, x", "100, 10" })
        {
            Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("TOPUP_AMOUNTS_RUB", amounts)).Problems
                .ShouldHaveSingleItem().ShouldContain("TOPUP_AMOUNTS_RUB");
        }


        var topUps = Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("TOPUP_AMOUNTS_RUB", "200,400"), ("STARS_PER_RUBLE", "0.9")).Settings!.Shop.Terms.TopUps;
        topUps.Amounts.ShouldBe([Money.Rubles(200), Money.Rubles(400)]);
        topUps.Stars.PerRuble.ShouldBe(0.9m);
    }

    [Test]
    public void Invoices_in_rubles_are_offered_only_with_a_provider()
    {
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key")).Settings!.Shop.PaymentMethods.ShouldNotContain(PaymentMethod.Invoice);
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("PAYMENT_PROVIDER_TOKEN", "1:TEST:x")).Settings!.Shop.PaymentMethods.ShouldContain(PaymentMethod.Invoice);
    }

    [Test]
    public void Polling_wins_over_a_webhook_address_when_it_is_asked_for() =>
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("WEBHOOK_BASE_URL", "https://shop.example"), ("BOT_MODE", "polling"))
            .Settings!.Bot.UsesWebhook.ShouldBeFalse();

    [Test]
    public void While_a_secret_is_changed_both_are_taken_and_the_first_is_told()
    {
        var bot = Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("WEBHOOK_SECRET_TOKEN", "new-secret, old-secret")).Settings!.Bot;
        (bot.WebhookSecret, bot.OtherWebhookSecrets.Single()).ShouldBe(("new-secret", "old-secret"));
        Read(("TELEGRAM_BOT_TOKEN", Token), ("KIE_API_KEY", "key"), ("WEBHOOK_SECRET_TOKEN", "new-secret,short")).Problems
            .ShouldHaveSingleItem().ShouldNotContain("new-secret");
    }

    [Test]
    public void The_secrets_of_two_bots_differ_and_those_of_one_stay()
    {
        string SecretOf(string token) => Read(("TELEGRAM_BOT_TOKEN", token), ("KIE_API_KEY", "key")).Settings!.Bot.WebhookSecret;
        SecretOf("1:a").ShouldBe(SecretOf("1:a"));
        SecretOf("1:a").ShouldNotBe(SecretOf("2:b"));
    }
}
