using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Endpoints;
using Trt.Api.Options;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Startup;

/// <summary>Everybody comes at once.</summary>
public sealed class BurstTests
{
    private const int ConnectionsOfPostgres = 97;

    [Test]
    public async Task Two_shops_in_a_burst_leave_a_PostgreSQL_as_it_comes_room()
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var wire = Wire.To(database.ConnectionString);
        await using var first = await RunningShop.Open(("DATABASE_URL", wire.ConnectionString));
        await using var second = await RunningShop.Open(("DATABASE_URL", wire.ConnectionString));

        var answers = await Task.WhenAll(new[] { first, second }.SelectMany(shop => Newcomers(shop, 300)));

        answers.ShouldAllBe(status => status == HttpStatusCode.OK);
        wire.ConnectionsPeak.ShouldBeLessThan(ConnectionsOfPostgres);
    }

    /// <summary>F35: the queue has an end; whoever does not fit in is sent away at once and comes again.</summary>
    [Test]
    public async Task With_two_connections_everybody_is_served_or_sent_away_and_the_queue_is_bounded()
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var wire = Wire.To(database.ConnectionString);
        await using var shop = await RunningShop.Open(("DATABASE_URL", $"{wire.ConnectionString};Maximum Pool Size=2"));
        wire.FallSilent();
        var asked = Newcomers(shop, Doorkeeper.ServedMax + Doorkeeper.WaitingMax + 200).ToList();
        var refused = await Task.WhenAny(asked);
        (await refused).ShouldBe(HttpStatusCode.ServiceUnavailable);
        wire.Mend();

        (await Task.WhenAll(asked)).ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.ServiceUnavailable);
        wire.ConnectionsPeak.ShouldBeLessThanOrEqualTo(4);
        (await Task.WhenAll(Newcomers(shop, 1))).ShouldBe([HttpStatusCode.OK]);
    }

    private static IEnumerable<Task<HttpStatusCode>> Newcomers(RunningShop shop, int count)
    {
        var secret = shop.Sandbox.Shop.GetRequiredService<BotOptions>().WebhookSecret;
        return Enumerable.Range(0, count).Select(async _ =>
        {
            var id = shop.NewCustomer().Id;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook")
            {
                Content = new StringContent(
                    $$$"""{"update_id":{{{2_000_000 + id}}},"message":{"message_id":1,"date":1,"chat":{"id":{{{id}}},"type":"private"},"from":{"id":{{{id}}},"first_name":"A"},"text":"/start"}}""",
                    Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
            using var response = await shop.Http.SendAsync(request);
            return response.StatusCode;
        });
    }
}
