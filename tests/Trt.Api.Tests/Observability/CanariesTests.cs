using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Api.Options;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>What watches all stories for secrets is not blind itself.</summary>
public sealed class CanariesTests
{
    [Test]
    [Property("Case", 100)]
    public async Task A_secret_in_the_log_is_noticed_when_the_shop_closes()
    {
        var shop = await RunningShop.Open();
        var logger = shop.Sandbox.Shop.GetRequiredService<ILoggerFactory>().CreateLogger("Planted");
        var secret = shop.Sandbox.Shop.GetRequiredService<BotOptions>().WebhookSecret;
        logger.Log(LogLevel.Debug, default, secret, null, static (text, _) => text);
        (await Should.ThrowAsync<InvalidOperationException>(async () => await shop.DisposeAsync())).Message.ShouldContain("the log");
    }

    [Test]
    public async Task A_secret_in_a_row_is_noticed_when_the_shop_closes()
    {
        var shop = await RunningShop.Open();
        await shop.ByHand.Sets("support.note", shop.Sandbox.Shop.GetRequiredService<TrtOptions>().Provider.ApiKey);
        (await Should.ThrowAsync<InvalidOperationException>(async () => await shop.DisposeAsync())).Message.ShouldContain("a row of settings");
    }
}
