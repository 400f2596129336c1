using System.Globalization;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Methods;

namespace Trt.Sandbox.Telegram.Wire;

/// <summary>
/// <c>bot&lt;token&gt;[/test]/&lt;method&gt;</c> and <c>file/bot&lt;token&gt;[/test]/&lt;path&gt;</c> below the root. Whatever happens,
/// a refusal is JSON and
/// its HTTP status is its error code.
/// </summary>
internal sealed class BotApiEndpoint(TelegramWorld world, Dispatcher dispatcher)
{
    public async Task Handle(HttpContext context, string path)
    {
        var ct = context.RequestAborted;
        try
        {
            if (await Answer(context, path, ct) is { } reply)
            {
                await Write(context.Response, reply, ct);
            }
            else
            {
                context.Abort();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The client has hung up; nobody is left to answer.
        }
    }

    public async Task HandleFile(HttpContext context, string path)
    {
        try
        {
            var (bot, filePath) = Find(path);
            var file = world.Files.FindPath(bot.Id, filePath) ?? throw Refuse.NotFound();
            await FileDownload.Send(context, file, MimeTypes.Unknown);
        }
        catch (BotApiException refusal)
        {
            await Write(context.Response, Reply.Refused(refusal), context.RequestAborted);
        }
    }

    private async Task<Reply?> Answer(HttpContext context, string path, CancellationToken ct)
    {
        try
        {
            var request = context.Request;
            if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
            {
                throw Refuse.NotFound();
            }

            var (bot, rest) = Find(path);
            var parameters = await RequestReader.Read(request, ct);
            var method = rest.Length > 0 ? rest : parameters["method"];
            return method.Length > 0 ? await dispatcher.Call(bot, method, parameters, ct) : throw Refuse.NotFound();
        }
        catch (BotApiException refusal)
        {
            return Reply.Refused(refusal);
        }
        catch (BadHttpRequestException broken)
        {
            return Reply.Refused(new BotApiException(broken.StatusCode, $"Bad Request: {broken.Message}"));
        }
    }

    private (BotAccount Bot, string Below) Find(string path)
    {
        if (!path.StartsWith("bot", StringComparison.Ordinal))
        {
            throw Refuse.NotFound();
        }

        var slash = path.IndexOf('/');
        var token = Uri.UnescapeDataString(slash < 0 ? path[3..] : path[3..slash]);
        var rest = slash < 0 ? "" : path[(slash + 1)..];
        if (TelegramWorld.IdOf(token) is null)
        {
            throw new BotApiException(401, "Unauthorized: invalid token specified");
        }

        var isTest = rest.StartsWith("test/", StringComparison.Ordinal);
        var bot = (isTest ? world.TestBot(token) : world.Bot(token)) ?? throw Refuse.Unauthorized();
        return (bot, isTest ? rest["test/".Length..] : rest);
    }

    private static async Task Write(HttpResponse response, Reply reply, CancellationToken ct)
    {
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        if (reply.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await response.Body.WriteAsync(reply.Body, ct);
    }
}
