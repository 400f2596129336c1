using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Telegram.Bot.Requests;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Telegram;

/// <summary>The token is in every address. On each way to fail, neither the exception nor an activity may carry it.</summary>
[NonParallelizable]
public sealed class BotTokenSecrecyTests
{
    private static readonly string Secret = BotApiStub.Token.Split(':')[1];

    private static readonly Dictionary<string, Action<BotApiStub>> Failures = new()
    {
        ["a refusal that quotes the address"] = t => t.AnswerWith(404, $$"""{"ok":false,"error_code":404,"description":"no route /bot{{BotApiStub.Token}}/sendMessage"}"""),
        ["a refusal that quotes it escaped"] = t => t.AnswerWith(400, $$"""{"ok":false,"error_code":400,"description":"/bot{{WebUtility.UrlEncode(BotApiStub.Token)}}/x"}"""),
        ["an expired token"] = t => t.AnswerWith(401, """{"ok":false,"error_code":401,"description":"Unauthorized"}"""),
        ["a page that quotes the address"] = t => t.AnswerWithHtml(404, $"<html>/bot{BotApiStub.Token}/sendMessage was not found</html>"),
        ["a page instead of an answer"] = t => t.AnswerWithHtml(200, $"<html>{BotApiStub.Token}</html>"),
        ["a broken answer"] = t => t.AnswerWith(200, $$"""{"ok":true,"result":"{{BotApiStub.Token}}" """),
        ["an answer of another shape"] = t => t.AnswerWith(200, $$"""{"ok":true,"result":["{{BotApiStub.Token}}"]}"""),
        ["a redirect"] = t => t.Answer = context =>
        {
            context.Response.Redirect($"http://127.0.0.1:1/bot{BotApiStub.Token}/sendMessage");
            return Task.CompletedTask;
        },
        ["a cut connection"] = t => t.CutTheConnection(),
        ["an answer cut in the middle"] = t => t.Answer = async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"ok\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        ["a page that asks to wait"] = t => t.AnswerWithHtml(429, $"<html>{BotApiStub.Token}</html>"),
        ["silence"] = t => t.NeverAnswer(),
        ["nobody there"] = t => t.DisposeAsync().AsTask().GetAwaiter().GetResult(),
    };

    private static IEnumerable<string> Ways => Failures.Keys;

    [TestCaseSource(nameof(Ways))]
    public async Task A_failed_call_does_not_tell_the_token(string way) =>
        await Fail(way, bot => bot.Call(new SendMessageRequest { ChatId = 1, Text = "x" }, CancellationToken.None));

    [TestCaseSource(nameof(Ways))]
    public async Task A_failed_upload_does_not_tell_the_token(string way) =>
        await Fail(way, bot => bot.Call(
            new SendPhotoRequest { ChatId = 1, Photo = BotFile.Upload(new MemoryStream([1, 2, 3]), "a.png") }, CancellationToken.None));

    [TestCaseSource(nameof(Ways))]
    [Property("Case", 77)]
    public async Task A_failed_download_does_not_tell_the_token(string way) =>
        await Fail(way, async bot =>
        {
            await using var file = await bot.Download("photos/file_1.jpg", CancellationToken.None);
            await file.CopyToAsync(Stream.Null);
        });

    [Test]
    public void Options_do_not_print_the_token()
    {
        new BotApiOptions { Token = BotApiStub.Token }.ToString()!.ShouldNotContain(Secret);
        var broken = new BotApiOptions { Token = BotApiStub.Token + " ", ApiBase = new Uri("http://example.org") };
        var problems = broken.Problems().ToList();
        problems.Count.ShouldBe(2);
        problems.ShouldAllBe(problem => !problem.Contains(Secret));
        Should.Throw<ArgumentException>(() => new BotApi(broken, TimeProvider.System)).ToString().ShouldNotContain(Secret);
    }

    [TestCase("http://127.0.0.1:8081", true)]
    [TestCase("http://localhost:8081/telegram", true)]
    [TestCase("https://api.telegram.org", true)]
    [TestCase("http://api.telegram.org", false)]
    [TestCase("ftp://127.0.0.1", false)]
    public void Only_this_machine_is_spoken_to_in_the_clear(string address, bool accepted) =>
        new BotApiOptions { Token = BotApiStub.Token, ApiBase = new Uri(address) }.Problems().Any().ShouldBe(!accepted);

    private static async Task Fail(string way, Func<BotApi, Task> act)
    {
        await using var telegram = await BotApiStub.Start();
        using var bot = telegram.Client(way == "silence" ? new HurriedTime() : TimeProvider.System);
        var activities = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => activities.Enqueue(
                $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        Failures[way](telegram);

        Exception? failure = null;
        try
        {
            await act(bot);
        }
        catch (Exception e)
        {
            failure = e;
        }

        // The stub's answer of 200 with a page is a file like any other to a download.
        if (failure is not null)
        {
            failure.ShouldBeOfType<BotApiException>();
            failure.ToString().ShouldNotContain(Secret);
        }
        activities.ShouldContain(text => text.StartsWith(TelegramTelemetry.SourceName, StringComparison.Ordinal));
        activities.Where(text => !text.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)).ShouldAllBe(text => !text.Contains(Secret));
    }
}
