using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie;

namespace Trt.Infrastructure.Tests.Kie;

internal sealed class SubmitFaultTests : ProviderTests
{
    private static readonly (string, InputValue) Prompt = ("prompt", new TextValue("a lighthouse"));

    [TestCase(401, "You do not have access permissions", ProviderRefusal.Unauthorized)]
    [TestCase(402, "Credits insufficient", ProviderRefusal.NoCredits)]
    [TestCase(433, "sub-key limit", ProviderRefusal.NoCredits)]
    [TestCase(400, "Your prompt was flagged as violating content policies", ProviderRefusal.Moderation)]
    [TestCase(422, "nsfw content", ProviderRefusal.Moderation)]
    [TestCase(400, "bad parameter", ProviderRefusal.InvalidInput)]
    [TestCase(422, "prompt is required", ProviderRefusal.InvalidInput)]
    [TestCase(422, "The model is not supported", ProviderRefusal.ModelUnavailable)]
    [TestCase(451, "could not download the image", ProviderRefusal.InvalidInput)]
    [TestCase(404, "no such endpoint", ProviderRefusal.ModelUnavailable)]
    [TestCase(505, "feature disabled", ProviderRefusal.ModelUnavailable)]
    [TestCase(501, "generation failed", ProviderRefusal.Other)]
    [TestCase(409, "exists", ProviderRefusal.Other)]
    public async Task A_refusal_by_code_is_proven_and_sorted(int code, string message, ProviderRefusal reason)
    {
        await Host.Dial($$"""{"create": {"code": {{code}}, "msg": "{{message}}"} }""");

        var refused = (await Host.Submit(Cards.ZImage, Prompt)).ShouldBeOfType<SubmitOutcome.Refused>();

        refused.Reason.ShouldBe(reason);
        refused.Detail.ShouldContain(message);
    }

    [TestCase(429, 10)]
    [TestCase(455, 300)]
    public async Task Too_fast_or_under_maintenance_means_later(int code, int seconds)
    {
        await Host.Dial($$"""{"create": {"code": {{code}}, "msg": "later"} }""");

        (await Host.Submit(Cards.ZImage, Prompt)).ShouldBeOfType<SubmitOutcome.TryLater>().After.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [TestCase(500)]
    [TestCase(408)]
    [TestCase(599)]
    [TestCase(7)]
    public async Task A_server_error_leaves_it_unknown_whether_the_order_runs(int code)
    {
        await Host.Dial($$"""{"create": {"code": {{code}}, "msg": "boom", "runs": true} }""");

        (await Host.Submit(Cards.ZImage, Prompt)).ShouldBeOfType<SubmitOutcome.Unknown>();
        (await Host.Tasks()).Count.ShouldBe(1);
    }

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(504)]
    [TestCase(408)]
    [TestCase(200)]
    [TestCase(302)]
    public async Task A_page_of_a_gateway_that_failed_leaves_it_unknown(int status)
    {
        await Host.Dial($$"""{"create": {"html": {{status}}, "runs": true} }""");

        (await Host.Submit(Cards.ZImage, Prompt)).ShouldBeOfType<SubmitOutcome.Unknown>();
        (await Host.Tasks()).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_page_of_the_edge_that_turns_us_away_proves_that_nothing_was_started()
    {
        await Host.Dial("""{"create": {"html": 403}}""");

        (await Host.Submit(Cards.ZImage, Prompt)).ShouldBeOfType<SubmitOutcome.TryLater>();
    }

    [TestCase("drop_before", 0)]
    [TestCase("drop_after", 1)]
    public async Task A_cut_connection_is_unknown_and_on_a_warm_connection_too_the_order_is_sent_only_once(string fault, int tasks)
    {
        await Host.Provider.Credits(CancellationToken.None);
        await Host.Dial($$"""{"create": {"{{fault}}": true}, "duration_ms": 0}""");

        (await Host.Submit(Cards.ZImage, Prompt)).ShouldBeOfType<SubmitOutcome.Unknown>();

        (await Host.Tasks()).Count.ShouldBe(tasks);
    }

    [Test]
    public async Task A_provider_that_hangs_is_left_after_the_time_limit_as_unknown()
    {
        await using var hasty = await ProviderHost.Start(TimeSpan.FromMilliseconds(300));
        await hasty.Dial("""{"create": {"hang_ms": 600000}}""");

        (await hasty.Submit(Cards.ZImage, Prompt)).ShouldBeOfType<SubmitOutcome.Unknown>().Detail.ShouldContain("no answer in time");
    }

    [Test]
    public async Task A_refused_connection_proves_that_nothing_was_sent()
    {
        await using var nobody = Client(new Uri($"http://127.0.0.1:{FreePort()}"));

        (await nobody.GetRequiredService<IGenerationProvider>().Submit(Host.Order(Cards.ZImage, new Dictionary<string, Uri>(), Prompt), CancellationToken.None))
            .ShouldBeOfType<SubmitOutcome.TryLater>();
    }

    [Test]
    public async Task A_connection_that_never_comes_about_proves_that_nothing_was_sent()
    {
        await using var nowhere = Client(Host.Root, new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = async (_, token) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                throw new InvalidOperationException("unreachable");
            },
        });

        (await nowhere.GetRequiredService<IGenerationProvider>().Submit(Host.Order(Cards.ZImage, new Dictionary<string, Uri>(), Prompt), CancellationToken.None))
            .ShouldBeOfType<SubmitOutcome.TryLater>().Detail.ShouldContain("no connection");
    }

    [Test]
    public async Task Cancelled_before_sending_is_later_and_cancelled_while_waiting_is_unknown()
    {
        using var before = new CancellationTokenSource();
        await before.CancelAsync();
        var order = Host.Order(Cards.ZImage, new Dictionary<string, Uri>(), Prompt);
        (await Host.Provider.Submit(order, before.Token)).ShouldBeOfType<SubmitOutcome.TryLater>();

        await Host.Dial("""{"create": {"hang_ms": 600000}}""");
        using var during = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        (await Host.Provider.Submit(order, during.Token)).ShouldBeOfType<SubmitOutcome.Unknown>();
    }

    [Test]
    public async Task Neither_the_key_nor_the_prompt_is_ever_logged_or_told()
    {
        List<SubmitOutcome> outcomes = [];
        foreach (var dial in (string[])
        [
            "{}",
            $$$"""{"create": {"code": 401, "msg": "key {{{ProviderHost.Key}}} is not valid"}}""",
            $$$"""{"create": {"code": 500, "msg": "{{{ProviderHost.Key}}}"}}""",
            """{"create": {"drop_after": true}}""",
        ])
        {
            await Host.Dial(dial);
            outcomes.Add(await Host.Submit(Cards.ZImage, ("prompt", new TextValue("private words"))));
        }

        string.Join('\n', outcomes).ShouldNotContain(ProviderHost.Key);
        Host.Log.Everything.ShouldContain("z-image");
        Host.Log.Everything.ShouldNotContain(ProviderHost.Key);
        Host.Log.Everything.ShouldNotContain("private words");
    }

    private static ServiceProvider Client(Uri root, SocketsHttpHandler? handler = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKie(new KieOptions { ApiBase = root, UploadBase = root, ApiKey = "key" });
        if (handler is not null)
        {
            services.AddHttpClient(KieServices.ApiClient).ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        return services.BuildServiceProvider();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
