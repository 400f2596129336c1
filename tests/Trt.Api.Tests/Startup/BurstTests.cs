using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trt.Api.Endpoints;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Startup;

/// <summary>Everybody comes at once.</summary>
public sealed class BurstTests
{
    private const int ConnectionsOfPostgres = 97;

    [Test]
    public async Task Two_shops_in_a_burst_leave_a_PostgreSQL_as_it_comes_room()
    {
        await using var first = await RunningShop.OpenByWire();
        await using var second = await RunningShop.Open(("DATABASE_URL", first.Wire.ConnectionString));

        var answers = await Task.WhenAll(new[] { first, second }.SelectMany(shop => Newcomers(shop, 300)));

        answers.ShouldAllBe(status => status == HttpStatusCode.OK);
        first.Wire.ConnectionsPeak.ShouldBeLessThan(ConnectionsOfPostgres);
    }

    /// <summary>F35: the queue has an end; whoever does not fit in is sent away at once and comes again.</summary>
    [Test]
    [Property("Case", 87)]
    public async Task With_two_connections_everybody_is_served_or_sent_away_and_the_queue_is_bounded()
    {
        await using var shop = await RunningShop.OpenByWire("Maximum Pool Size=2");
        shop.Wire.FallSilent();
        var asked = Newcomers(shop, Doorkeeper.ServedMax + Doorkeeper.WaitingMax + 200).ToList();
        var refused = await Task.WhenAny(asked);
        (await refused).ShouldBe(HttpStatusCode.ServiceUnavailable);
        shop.Wire.Mend();

        (await Task.WhenAll(asked)).ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.ServiceUnavailable);
        shop.Wire.ConnectionsPeak.ShouldBeLessThanOrEqualTo(4);
        (await Task.WhenAll(Newcomers(shop, 1))).ShouldBe([HttpStatusCode.OK]);
    }

    /// <summary>S25: however many connect and say nothing, there is an end to them.</summary>
    [Test]
    public async Task Silent_connections_are_let_go_soon_and_are_limited_in_number()
    {
        await using var shop = await RunningShop.Open();
        var limits = shop.Sandbox.Shop.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        limits.KeepAliveTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
        var silent = new List<TcpClient>();
        try
        {
            for (var number = 0; number < limits.MaxConcurrentConnections; number++)
            {
                silent.Add(new TcpClient());
                await silent[^1].ConnectAsync(IPAddress.Loopback, shop.Sandbox.ShopAddress.Port);
            }

            using var last = new TcpClient();
            await last.ConnectAsync(IPAddress.Loopback, shop.Sandbox.ShopAddress.Port);
            (await Ends(last)).ShouldBeTrue();
        }
        finally
        {
            silent.ForEach(connection => connection.Dispose());
        }

        (await shop.Http.GetAsync("/health")).IsSuccessStatusCode.ShouldBeTrue();
    }

    private static async Task<bool> Ends(TcpClient connection)
    {
        try
        {
            return await connection.GetStream().ReadAsync(new byte[1]) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static IEnumerable<Task<HttpStatusCode>> Newcomers(RunningShop shop, int count)
    {
        var updates = new Updates(shop);
        return Enumerable.Range(0, count).Select(_ => updates.Say(shop.NewCustomer().Id, "/start"));
    }
}
