using System.Collections.Frozen;
using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>The way of every call: ordered faults, media by URL, the method itself under the account's lock, the log.</summary>
internal sealed partial class Dispatcher(MediaFetcher fetcher, TimeProvider clock, CallLog log, ILogger<Dispatcher> logger)
{
    private static readonly FrozenDictionary<string, BotMethod> Methods = new BotMethod[][]
    {
        AccountMethods.All, UpdateMethods.All, TextMethods.All, MediaMethods.All, EditMethods.All, DeleteMethods.All,
        CopyMethods.All, ChatMethods.All, GroupMethods.All, CallbackMethods.All, FileMethods.All, PaymentMethods.All,
    }.SelectMany(family => family).ToFrozenDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly IReadOnlyDictionary<MediaReference, FetchedMedia> NothingFetched =
        new Dictionary<MediaReference, FetchedMedia>();

    /// <summary>What the proxy before the real service answers when there is nobody behind it.</summary>
    private static readonly byte[] BadGateway = """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body>
        <center><h1>502 Bad Gateway</h1></center>
        </body>
        </html>
        """u8.ToArray();

    /// <returns>Null when the connection is to be cut instead of answered.</returns>
    public async Task<Reply?> Call(BotAccount bot, string methodName, Parameters parameters, CancellationToken ct)
    {
        var chatId = parameters.Long("chat_id");
        Fault? fault;
        lock (bot.Gate)
        {
            fault = bot.Faults.Take(methodName, chatId);
        }

        if (fault is { LatencyMs: > 0 })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.LatencyMs), clock, ct);
        }

        Reply? reply = null;
        if (fault?.When is not (FaultMoment.DropBefore or FaultMoment.Html)
            && fault is not { When: FaultMoment.Before, ErrorCode: not null })
        {
            reply = await Run(bot, methodName, parameters, ct);
        }

        if (fault is not null)
        {
            reply = Spoil(fault, reply);
        }

        log.Add(bot, methodName, parameters, reply?.Status ?? 0, reply is null ? "connection cut" : Remark(methodName, reply));
        return reply;
    }

    private static string? Remark(string methodName, Reply reply) =>
        reply.Status == 404 && UnplayedMethods.Has(methodName) ? $"the sandbox does not play {methodName}" : reply.Description;

    private async Task<Reply> Run(BotAccount bot, string methodName, Parameters parameters, CancellationToken ct)
    {
        try
        {
            if (!Methods.TryGetValue(methodName, out var method))
            {
                throw Refuse.NotFound("method not found");
            }

            var call = new Call(bot, method.Name, parameters, await Fetch(method, parameters, ct));
            if (method.Wait is not null)
            {
                return Reply.Ok(await method.Wait(call, ct));
            }

            object result;
            lock (bot.Gate)
            {
                if (method.IsPaced)
                {
                    CheckPace(bot, parameters);
                }

                result = method.Run(call);
            }

            return Reply.Ok(result);
        }
        catch (BotApiException refusal)
        {
            return Reply.Refused(refusal);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A fault of the simulator itself must look like one of the service and still be seen by whoever runs the sandbox.
            LogFailure(logger, methodName, failure);
            return Reply.Refused(new BotApiException(500, $"Internal Server Error: {failure.Message}"));
        }
    }

    private static void CheckPace(BotAccount bot, Parameters parameters)
    {
        if (bot.World.Settings.Current.RateLimits && bot.Pace.Refusal(parameters.Long("chat_id"), bot.Now) is { } seconds)
        {
            throw Refuse.TooMany(seconds);
        }
    }

    private async Task<IReadOnlyDictionary<MediaReference, FetchedMedia>> Fetch(
        BotMethod method, Parameters parameters, CancellationToken ct)
    {
        var wanted = method.Media?.Invoke(parameters).Where(reference => reference.IsUrl).Distinct().ToList();
        if (wanted is null or [])
        {
            return NothingFetched;
        }

        var fetched = await Task.WhenAll(wanted.Select(reference => fetcher.Fetch(reference.Value, reference.Kind, ct)));
        return wanted.Zip(fetched).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static Reply? Spoil(Fault fault, Reply? reply) => fault.When switch
    {
        FaultMoment.DropBefore or FaultMoment.DropAfter => null,
        FaultMoment.Html => new Reply(502, BadGateway, "502 Bad Gateway", ContentType: "text/html"),
        _ when fault.ErrorCode is null => reply,
        _ => Reply.Refused(fault.AsRefusal()),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed inside the simulator")]
    private static partial void LogFailure(ILogger logger, string method, Exception failure);
}
