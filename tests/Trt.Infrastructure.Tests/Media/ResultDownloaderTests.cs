using Microsoft.Extensions.Logging.Abstractions;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Media;
using Trt.Infrastructure.Tests.Kie;

namespace Trt.Infrastructure.Tests.Media;

internal sealed class ResultDownloaderTests : ProviderTests
{
    private readonly List<ResultDownloader> _made = [];
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("trt-downloads").FullName;

    [TearDown]
    public void DropFolder()
    {
        foreach (var downloader in _made)
        {
            downloader.Dispose();
        }

        _made.Clear();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_result_is_fetched_whole_with_its_true_type_and_its_file_is_gone_when_let_go()
    {
        var address = await Result();

        var fetched = (await Downloader().Fetch(address, CancellationToken.None)).ShouldBeOfType<FetchOutcome.Fetched>().File;

        using var copy = new MemoryStream();
        await fetched.Content.CopyToAsync(copy);
        copy.ToArray().ShouldBe(await Host.Fetch(address));
        fetched.Bytes.ShouldBe(copy.Length);
        fetched.Type.Mime.ShouldBe("image/png");
        Directory.GetFiles(_folder).ShouldHaveSingleItem();
        await fetched.DisposeAsync();
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [TestCase("""{"result": {"empty": true}}""", FetchRefusal.Empty)]
    [TestCase("""{"result": {"html": true}}""", FetchRefusal.NotMedia)]
    [TestCase("""{"result": {"huge": true}}""", FetchRefusal.TooLarge)]
    [TestCase("""{"result": {"redirect": "http://169.254.169.254/latest/meta-data"}}""", FetchRefusal.ForbiddenAddress)]
    [TestCase("""{"result": {"redirect": "http://[::ffff:10.0.0.1]/"}}""", FetchRefusal.ForbiddenAddress)]
    [TestCase("""{"result": {"redirect": "http://127.0.0.1:1/"}}""", FetchRefusal.ForbiddenAddress)]
    [TestCase("""{"result": {"redirect": "file:///etc/passwd"}}""", FetchRefusal.ForbiddenAddress)]
    public async Task A_spoiled_result_is_refused_and_leaves_nothing_behind(string dial, FetchRefusal reason)
    {
        var address = await Result();
        await Host.Dial(dial);

        (await Downloader(bytesMax: 8_000_000).Fetch(address, CancellationToken.None)).ShouldBeOfType<FetchOutcome.Refused>().Reason.ShouldBe(reason);
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Test]
    public async Task An_expired_link_is_gone()
    {
        var address = await Result();
        await Host.Dial("""{"result": {"expired": true}}""");

        (await Downloader().Fetch(address, CancellationToken.None)).ShouldBeOfType<FetchOutcome.Gone>();
    }

    [Test]
    public async Task A_redirect_is_followed_and_an_endless_one_is_not()
    {
        var address = await Result();
        await Host.Dial($$"""{"result": {"redirect": "{{address}}", "times": 3} }""");
        await using (var file = (await Downloader().Fetch(address, CancellationToken.None)).ShouldBeOfType<FetchOutcome.Fetched>().File)
        {
            file.Type.Mime.ShouldBe("image/png");
        }

        await Host.Dial($$"""{"result": {"redirect": "{{address.AbsolutePath}}"} }""");
        (await Downloader().Fetch(address, CancellationToken.None)).ShouldBeOfType<FetchOutcome.Refused>().Reason.ShouldBe(FetchRefusal.TooManyRedirects);
    }

    [Test]
    public async Task One_byte_a_second_ends_at_the_time_limit_and_leaves_nothing_behind()
    {
        var address = await Result();
        await Host.Dial("""{"result": {"slow": true}}""");

        (await Downloader(timeMax: TimeSpan.FromMilliseconds(400)).Fetch(address, CancellationToken.None))
            .ShouldBeOfType<FetchOutcome.TryLater>().Detail.ShouldContain("in time");
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Test]
    public async Task A_file_is_lent_as_often_as_it_is_needed()
    {
        var address = await Result();
        await using var file = (await Downloader().Fetch(address, CancellationToken.None)).ShouldBeOfType<FetchOutcome.Fetched>().File;
        for (var reader = 0; reader < 2; reader++)
        {
            await using var lent = file.Lend();
            using var copy = new MemoryStream();
            await lent.CopyToAsync(copy);
            copy.ToArray().ShouldBe(await Host.Fetch(address));
        }
    }

    [TestCase(3)]
    [TestCase(7)]
    public async Task The_length_of_a_film_is_read_from_the_film_itself(int seconds)
    {
        await Host.Dial($$"""{"duration_ms": 0, "rate_limit": false, "seconds": {{seconds}} }""");
        var film = await Result(Cards.Kling, ("prompt", new TextValue("waves")), ("sound", new FlagValue(false)), ("duration", new TextValue("10")));
        (await Downloader().Seconds(film, CancellationToken.None)).ShouldBe(seconds);
    }

    [Test]
    public async Task What_plays_no_time_or_does_not_come_in_time_has_no_length()
    {
        var address = await Result();
        (await Downloader().Seconds(address, CancellationToken.None)).ShouldBeNull();
        await Host.Dial("""{"result": {"slow": true}}""");
        (await Downloader(timeMax: TimeSpan.FromMilliseconds(400)).Seconds(address, CancellationToken.None)).ShouldBeNull();
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Test]
    public async Task Without_trust_this_very_machine_is_not_fetched_from()
    {
        using var strict = new ResultDownloader(new DownloadOptions { Folder = _folder }, TimeProvider.System, NullLogger<ResultDownloader>.Instance);

        (await strict.Fetch(await Result(), CancellationToken.None)).ShouldBeOfType<FetchOutcome.Refused>().Reason.ShouldBe(FetchRefusal.ForbiddenAddress);
    }

    [TestCase("http://localhost/")]
    [TestCase("http://2130706433/")]
    [TestCase("http://0x7f000001/")]
    [TestCase("http://0177.0.0.1/")]
    [TestCase("http://[::1]/")]
    [TestCase("http://[::ffff:127.0.0.1]/")]
    [TestCase("http://0.0.0.0/")]
    [TestCase("http://10.0.0.1/")]
    [TestCase("http://169.254.169.254/latest/meta-data/")]
    [TestCase("http://user:password@8.8.8.8/")]
    [TestCase("http://8.8.8.8:22/")]
    [TestCase("ftp://8.8.8.8/x")]
    [TestCase("gopher://8.8.8.8/x")]
    [TestCase("file:///etc/passwd")]
    [Property("Case", 58)]
    public async Task An_address_that_leads_inside_is_refused_however_it_is_written(string address) =>
        (await Downloader().Fetch(new Uri(address), CancellationToken.None)).ShouldBeOfType<FetchOutcome.Refused>().Reason.ShouldBe(FetchRefusal.ForbiddenAddress);

    [Test]
    public async Task A_server_that_is_away_and_a_caller_that_gives_up_mean_later()
    {
        var address = await Result();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        (await Downloader().Fetch(address, gone.Token)).ShouldBeOfType<FetchOutcome.TryLater>();

        var closed = new UriBuilder(address) { Port = 1 }.Uri;
        (await Downloader(trust: "127.0.0.1:1").Fetch(closed, CancellationToken.None)).ShouldBeOfType<FetchOutcome.TryLater>();
    }

    private ResultDownloader Downloader(long bytesMax = 50_000_000, TimeSpan? timeMax = null, string? trust = null)
    {
        var options = new DownloadOptions
        {
            BytesMax = bytesMax,
            TimeMax = timeMax ?? TimeSpan.FromSeconds(20),
            TrustedHosts = new HashSet<string> { trust ?? Host.Root.Authority },
            Folder = _folder,
        };
        var downloader = new ResultDownloader(options, TimeProvider.System, NullLogger<ResultDownloader>.Instance);
        _made.Add(downloader);
        return downloader;
    }

    private Task<Uri> Result() => Result(Cards.ZImage, ("prompt", new TextValue("a lighthouse")));

    private async Task<Uri> Result(ModelCard card, params (string Name, InputValue Value)[] inputs)
    {
        var id = await Host.Accepted(card, inputs);
        return (await Host.Provider.Read(card, id, CancellationToken.None)).ShouldBeOfType<TaskReading.Done>().Outputs[0].Address!;
    }
}
