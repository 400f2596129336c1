using Microsoft.AspNetCore.Http;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Telegram;

public sealed class BotDownloadTests
{
    private BotApiStub _telegram = null!;
    private BotApi _bot = null!;

    [SetUp]
    public async Task Start()
    {
        _telegram = await BotApiStub.Start();
        _bot = _telegram.Client();
    }

    [TearDown]
    public async Task Stop()
    {
        _bot.Dispose();
        await _telegram.DisposeAsync();
    }

    [Test]
    public async Task A_file_comes_as_it_is()
    {
        _telegram.Answer = context => context.Response.Body.WriteAsync("picture"u8.ToArray()).AsTask();
        await using var file = await _bot.Download("photos/file 1#.jpg", CancellationToken.None);
        using var reader = new StreamReader(file);
        (await reader.ReadToEndAsync()).ShouldBe("picture");
        _telegram.Last.Path.ShouldBe($"/file/bot{BotApiStub.Token}/photos/file 1#.jpg");
    }

    [Test]
    public async Task A_file_that_announces_more_than_20_MB_is_not_begun()
    {
        _telegram.Answer = async context =>
        {
            context.Response.ContentLength = BotApi.DownloadBytesMax + 1;
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        var refusal = await _bot.Download("a/b", CancellationToken.None).ShouldThrowAsync<BotApiException>();
        refusal.Description.ShouldBe("file is too big");
    }

    [Test]
    public async Task A_file_that_goes_on_past_20_MB_is_cut_off()
    {
        _telegram.Answer = async context =>
        {
            var megabyte = new byte[1024 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(megabyte, context.RequestAborted);
            }
        };
        await using var file = await _bot.Download("a/b", CancellationToken.None);
        using var copy = new MemoryStream();
        (await file.CopyToAsync(copy).ShouldThrowAsync<BotApiException>()).Verdict.ShouldBe(BotVerdict.TryOtherWay);
        copy.Length.ShouldBeLessThanOrEqualTo(BotApi.DownloadBytesMax);
    }

    [Test]
    public async Task An_expired_link_asks_for_a_new_one()
    {
        _telegram.AnswerWith(404, """{"ok":false,"error_code":404,"description":"Not Found"}""");
        (await _bot.Download("a/b", CancellationToken.None).ShouldThrowAsync<BotApiException>()).Verdict.ShouldBe(BotVerdict.TryLater);
    }

    [Test]
    public async Task A_file_that_stops_coming_ends_at_the_deadline()
    {
        _telegram.Answer = async context =>
        {
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        using var bot = _telegram.Client(new HurriedTime());
        var read = async () =>
        {
            await using var file = await bot.Download("a/b", CancellationToken.None);
            await file.CopyToAsync(Stream.Null);
        };
        await read.ShouldThrowAsync<BotApiException>();
    }

    [TestCase("../bot1:x/getMe")]
    [TestCase("a/../../b")]
    [TestCase("/etc/passwd")]
    [TestCase("")]
    public async Task A_path_that_leaves_the_folder_of_files_is_refused(string path)
    {
        await _bot.Download(path, CancellationToken.None).ShouldThrowAsync<ArgumentException>();
        _telegram.Requests.ShouldBeEmpty();
    }
}
