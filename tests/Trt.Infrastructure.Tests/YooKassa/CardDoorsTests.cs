using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.Tests.Http;
using Trt.Infrastructure.YooKassa;

namespace Trt.Infrastructure.Tests.YooKassa;

/// <summary>What goes out to the payment provider, and what becomes of what happens on the way.</summary>
internal sealed class CardDoorsTests
{
    private static readonly Guid Key = Guid.Parse("01234567-89ab-7def-8123-456789abcdef");
    private static readonly BankCardOrder Order = new(Key, Money.Rubles(150), "Balance top-up");
    private static readonly BankCardRefundOrder Refund = new(Key, "22e12f66", Money.Rubles(150));

    private static readonly Exception[] Faults =
    [
        new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        new HttpRequestException(HttpRequestError.ResponseEnded, "cut"),
        new IOException("broken pipe"),
        new TaskCanceledException("too slow to connect"),
    ];

    [Test]
    public async Task Every_door_is_called_at_its_path_with_our_account_and_what_asks_for_something_with_its_key()
    {
        var wire = Wire.Saying("{}");
        await using var services = Services(wire);
        var cards = services.GetRequiredService<IBankCardPayments>();

        await cards.Open(Order, CancellationToken.None);
        await cards.Read("22e12f66/../x", CancellationToken.None);
        await cards.Refund(Refund, CancellationToken.None);

        wire.Requests.Select(request => $"{request.Method} {request.Address}").ShouldBe(
        [
            "POST https://cards.test/v3/payments",
            "GET https://cards.test/v3/payments/22e12f66%2F..%2Fx",
            "POST https://cards.test/v3/refunds",
        ]);
        var account = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("shop:secret-5b21"))}";
        wire.Requests.ShouldAllBe(request => request.Headers["Authorization"] == account);
        wire.Requests.Where(request => request.Method == "POST").ShouldAllBe(request =>
            request.Headers["Idempotence-Key"] == Key.ToString() && request.ContentType == "application/json");
        wire.Requests.First().Body.ShouldContain(""" "value":"150.00" """.Trim());
    }

    [Test]
    public async Task Who_gives_up_waiting_is_let_go_at_every_door([Values("open", "read", "refund")] string door)
    {
        var wire = Wire.Silent();
        await using var services = Services(wire);
        using var patience = new CancellationTokenSource();

        var call = Call(services.GetRequiredService<IBankCardPayments>(), door, patience.Token);
        await wire.Reached.Task;
        await patience.CancelAsync();

        // The time limit of a call is half an hour here: only the caller's own token can end it.
        await Should.ThrowAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Whatever_breaks_on_the_wire_is_a_value_and_never_an_exception_of_the_client(
        [Values("open", "read", "refund")] string door, [Range(0, 3)] int fault)
    {
        await using var services = Services(Wire.Failing(Faults[fault]));

        var end = await Call(services.GetRequiredService<IBankCardPayments>(), door, CancellationToken.None);

        (end is BankCardOpening.Unknown or BankCardReading.Unreadable or BankCardRefunding.Unknown).ShouldBeTrue(end.ToString());
    }

    private static async Task<object> Call(IBankCardPayments cards, string door, CancellationToken token) => door switch
    {
        "open" => await cards.Open(Order, token),
        "read" => await cards.Read("22e12f66", token),
        "refund" => await cards.Refund(Refund, token),
        _ => throw new ArgumentOutOfRangeException(nameof(door)),
    };

    private static ServiceProvider Services(Wire wire)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCardPayments(new YooKassaOptions
        {
            ShopId = "shop",
            SecretKey = "secret-5b21",
            ApiBase = new Uri("https://cards.test/v3/"),
            ReturnTo = new Uri("https://t.me/bot"),
            Timeout = TimeSpan.FromMinutes(30),
        });
        services.AddHttpClient(YooKassaServices.ClientName).ConfigurePrimaryHttpMessageHandler(() => wire);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
