using System.Net;
using System.Text.Json;
using Trt.Api.Instance;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Endpoints;

/// <summary>What the shop says of itself.</summary>
public sealed class HealthTests
{
    [Test]
    public async Task Version_and_health_tell_the_build()
    {
        var shop = await Shop.Running;
        foreach (var address in new[] { "/version", "/health", "/health/ready" })
        {
            var answer = JsonDocument.Parse(await shop.Http.GetStringAsync(address)).RootElement;
            answer.GetProperty("version").GetString().ShouldBe(ShopBuild.Current.Version);
            answer.GetProperty("commit").GetString().ShouldBe(ShopBuild.Current.Commit);
        }
    }

    [Test]
    public void The_build_is_a_version_and_a_commit_of_this_repository()
    {
        ShopBuild.Current.Version.ShouldMatch(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$");
        ShopBuild.Current.Commit.ShouldNotBeNull().ShouldMatch("^[0-9a-f]{40}$");
        $"{ShopBuild.Current}".ShouldBe($"{ShopBuild.Current.Version}+{ShopBuild.Current.Commit}");
    }

    [Test]
    public async Task While_the_database_is_away_readiness_says_so_and_health_lives()
    {
        await using var shop = await RunningShop.OpenByWire();
        shop.Wire.Cut();
        await Eventually.Holds("readiness says so", async () =>
            await shop.Http.GetAsync("/health/ready") is { StatusCode: HttpStatusCode.ServiceUnavailable } answer
            && JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("reason").GetString() == "the database does not answer");
        (await shop.Http.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await new Machines.Machine(shop, "any", token: null).Get("/orders")).ShouldRefuse(503, "waiting for the database");
        shop.Wire.Mend();
        await shop.IsReady();
    }
}
