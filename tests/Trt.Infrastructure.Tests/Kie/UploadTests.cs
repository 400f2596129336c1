using Trt.Application.Ports;

namespace Trt.Infrastructure.Tests.Kie;

internal sealed class UploadTests : ProviderTests
{
    [Test]
    public async Task An_uploaded_file_can_be_fetched_under_a_name_of_our_own()
    {
        var outcome = await Host.Provider.Upload(new ProviderFile(new MemoryStream([1, 2, 3]), "../Ivanov passport.png", "image/png"), CancellationToken.None);

        var address = outcome.ShouldBeOfType<UploadOutcome.Stored>().Address;
        address.AbsoluteUri.ShouldEndWith(".png");
        address.AbsoluteUri.ShouldNotContain("Ivanov");
        (await Host.Fetch(address)).ShouldBe([1, 2, 3]);
    }

    [Test]
    public async Task A_stream_is_left_open_so_that_the_upload_may_be_repeated()
    {
        using var content = new MemoryStream([1, 2, 3]);
        var file = new ProviderFile(content, "a.png", "image/png");
        await Host.Dial("""{"upload": {"code": 500, "msg": "boom", "times": 1}}""");

        (await Host.Provider.Upload(file, CancellationToken.None)).ShouldBeOfType<UploadOutcome.TryLater>();
        var stored = (await Host.Provider.Upload(file, CancellationToken.None)).ShouldBeOfType<UploadOutcome.Stored>();

        (await Host.Fetch(stored.Address)).ShouldBe([1, 2, 3]);
    }

    [TestCase("""{"upload": {"code": 401, "msg": "no"}}""", ProviderRefusal.Unauthorized)]
    [TestCase("""{"upload": {"code": 402, "msg": "no"}}""", ProviderRefusal.NoCredits)]
    [TestCase("""{"upload": {"code": 400, "msg": "no"}}""", ProviderRefusal.InvalidInput)]
    [TestCase("""{"upload": {"html": 413}}""", ProviderRefusal.InvalidInput)]
    public async Task A_refused_file_tells_why(string dial, ProviderRefusal reason)
    {
        await Host.Dial(dial);

        (await Upload()).ShouldBeOfType<UploadOutcome.Refused>().Reason.ShouldBe(reason);
    }

    [TestCase("""{"upload": {"code": 429, "msg": "no"}}""")]
    [TestCase("""{"upload": {"html": 502}}""")]
    [TestCase("""{"upload": {"drop_before": true}}""")]
    [TestCase("""{"upload": {"drop_after": true}}""")]
    public async Task Every_doubt_about_an_upload_means_later(string dial)
    {
        await Host.Dial(dial);

        (await Upload()).ShouldBeOfType<UploadOutcome.TryLater>();
    }

    private Task<UploadOutcome> Upload() => Host.Provider.Upload(new ProviderFile(new MemoryStream([1]), "a.png", "image/png"), CancellationToken.None);
}
