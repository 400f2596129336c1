using System.Text.Json;
using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Control;

/// <summary>The levers of the sandbox: what people do, what goes wrong, what time it is, and what was seen.</summary>
internal static class ControlApi
{
    public static IServiceCollection AddControl(this IServiceCollection services) => services
        .AddSingleton<People>()
        .AddSingleton<Writing>()
        .AddSingleton<Sending>()
        .AddSingleton<Acting>()
        .AddSingleton<Grouping>()
        .AddSingleton<Asking>()
        .AddSingleton<ChatWatch>()
        .AddSingleton<ShopDoor>()
        .AddSingleton<ISandboxState>(provider => provider.GetRequiredService<SandboxClock>());

    public static IEndpointRouteBuilder MapControl(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var people = services.GetRequiredService<People>();
        var writing = services.GetRequiredService<Writing>();
        var sending = services.GetRequiredService<Sending>();
        var acting = services.GetRequiredService<Acting>();
        var grouping = services.GetRequiredService<Grouping>();
        var asking = services.GetRequiredService<Asking>();
        var world = services.GetRequiredService<TelegramWorld>();
        var clock = services.GetRequiredService<SandboxClock>();
        var settings = services.GetRequiredService<SimulatorSettings>();
        var control = routes.MapGroup("/control");

        Post<BotRequest>(control, "/bots", request => Register(world, request));
        Post<TextRequest>(control, "/text", writing.Write);
        Post<EditRequest>(control, "/edit", writing.Edit);
        Post<RepeatRequest>(control, "/repeat", writing.Repeat);
        Post<ClickRequest>(control, "/click", acting.Press);
        Post<PhotoRequest>(control, "/photo", sending.SendPhoto);
        Post<MediaRequest>(control, "/media", sending.SendMedia);
        Post<PayRequest>(control, "/pay", acting.Pay);
        Post<BlockRequest>(control, "/block", acting.Block);
        Post<GroupRequest>(control, "/groups", grouping.Found);
        Post<MembersRequest>(control, "/groups/members", grouping.Members);
        Post<GroupBotRequest>(control, "/groups/bot", grouping.SetBot);
        Post<GroupTitleRequest>(control, "/groups/title", grouping.Rename);
        Post<MigrateRequest>(control, "/groups/migrate", grouping.Migrate);
        PostAndWait<InlineRequest>(control, "/inline", async (request, ct) => await asking.Ask(request, ct));
        Post<InlineChoiceRequest>(control, "/inline/choose", asking.Choose);
        Post<FatherRequest>(control, "/father", asking.Father);
        Post<FailRequest>(control, "/fail", request => Fail(people, request));
        Post<RawUpdateRequest>(control, "/update", request => Tell(people, request));
        Post<ClockRequest>(control, "/clock", request => Advance(clock, request));
        Post<SettingsRequest>(control, "/settings", request => SettingsOrders.Apply(settings, request));
        PostNothing(control, "/reset", () => Reset(services));

        Get(control, "/bots", _ => Task.FromResult<object>(new BotList([.. world.Bots.Select(BotView.Of)])));
        Get(control, "/clock", _ => Task.FromResult<object>(Reading(clock)));
        Get(control, "/shop", _ => Task.FromResult<object>(new ShopView(services.GetRequiredService<ShopDoor>().IsOpening)));
        Get(control, "/settings", _ => Task.FromResult<object>(settings.Current));
        Get(
            control, "/log",
            context => Task.FromResult<object>(new Calls(services.GetRequiredService<CallLog>().After(Number(context, "after") ?? 0))));
        Get(control, "/chats/{id:long}", async context => await services.GetRequiredService<ChatWatch>().See(
            long.Parse((string)context.Request.RouteValues["id"]!, System.Globalization.CultureInfo.InvariantCulture),
            Text(context, "token"), Number(context, "after"), Number(context, "as"),
            (int)Math.Clamp(Number(context, "last") ?? int.MaxValue, 0, int.MaxValue), context.RequestAborted));
        Get(control, "/groups", context => Task.FromResult<object>(grouping.List(Text(context, "token"), Number(context, "as"))));
        routes.MapControlIndex();
        control.MapMethods("/files/{fileId}", ["GET", "HEAD"], context => SendFile(context, services.GetRequiredService<FileStore>()));
        return routes;
    }

    private static RegisteredBot Register(TelegramWorld world, BotRequest request)
    {
        var token = request.Token ?? "";
        if (TelegramWorld.IdOf(token) is null)
        {
            throw new ControlRefusal("\"token\" must look like 123456:secret");
        }

        if (string.IsNullOrWhiteSpace(request.Username))
        {
            throw new ControlRefusal("\"username\" is missing: give the bot's name without @");
        }

        var bot = world.Register(token, request.Username.TrimStart('@'), request.Name ?? request.Username.TrimStart('@'));
        return new RegisteredBot(bot.Id, bot.Me.Username, token);
    }

    private static Done Fail(People people, FailRequest request)
    {
        var fault = FaultOrders.Read(request);
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            bot.Faults.Add(fault);
        }

        return new Done();
    }

    private static RawUpdate Tell(People people, RawUpdateRequest request)
    {
        var bot = people.BotOf(request.Token);
        var content = request.Update
            ?? throw new ControlRefusal("\"update\" is missing: an object with what the update says, without its id");
        lock (bot.Gate)
        {
            return new RawUpdate(bot.TellRaw(content).Id);
        }
    }

    private static ClockReading Advance(SandboxClock clock, ClockRequest request)
    {
        if (request.AdvanceMs is not (>= 0 and <= 315_360_000_000))
        {
            throw new ControlRefusal("\"advance_ms\" must be a number of milliseconds from 0 to ten years; time does not run backwards");
        }

        clock.Advance(TimeSpan.FromMilliseconds(request.AdvanceMs.Value));
        return Reading(clock);
    }

    private static ClockReading Reading(SandboxClock clock) => new(clock.GetUtcNow(), clock.Ahead.TotalMilliseconds);

    private static Done Reset(IServiceProvider services)
    {
        foreach (var state in services.GetServices<ISandboxState>())
        {
            state.Reset();
        }

        return new Done();
    }

    private static Task SendFile(HttpContext context, FileStore files)
    {
        var file = files.Find((string)context.Request.RouteValues["fileId"]!);
        return file is null
            ? Answer(context, 404, new Problem("no such file: take the file_id from a message of this sandbox"))
            : FileDownload.Send(context, file, file.ContentType);
    }

    private static void Post<TRequest>(RouteGroupBuilder control, string path, Func<TRequest, object> act)
    {
        control.MapPost(path, Handle);

        Task Handle(HttpContext context) => Guarded(context, async () => act(await Body<TRequest>(context)));
    }

    private static void PostAndWait<TRequest>(RouteGroupBuilder control, string path, Func<TRequest, CancellationToken, Task<object>> act)
    {
        control.MapPost(path, Handle);

        Task Handle(HttpContext context) =>
            Guarded(context, async () => await act(await Body<TRequest>(context), context.RequestAborted));
    }

    private static void PostNothing(RouteGroupBuilder control, string path, Func<object> act)
    {
        control.MapPost(path, Handle);

        Task Handle(HttpContext context) => Guarded(context, () => Task.FromResult(act()));
    }

    private static void Get(RouteGroupBuilder control, string path, Func<HttpContext, Task<object>> see)
    {
        control.MapGet(path, Handle);

        Task Handle(HttpContext context) => Guarded(context, () => see(context));
    }

    private static async Task Guarded(HttpContext context, Func<Task<object>> act)
    {
        try
        {
            await Answer(context, 200, await act());
        }
        catch (ControlRefusal refusal)
        {
            await Answer(context, 400, new Problem(refusal.Message));
        }
        catch (BotApiException refusal)
        {
            await Answer(context, 400, new Problem($"Telegram would not take this: {refusal.Description}"));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Answer(context, 400, new Problem("the body is larger than 64 MB, which base64 fills with a file of 48 MB"));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The watcher has gone; nobody is left to answer.
        }
    }

    private static async Task<TRequest> Body<TRequest>(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<TRequest>(context.Request.Body, BotApiJson.Options, context.RequestAborted)
                ?? throw new ControlRefusal("the body is null: send a JSON object");
        }
        catch (JsonException problem)
        {
            throw new ControlRefusal($"the body is not the JSON object expected here: {problem.Message}");
        }
    }

    private static Task Answer(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, body.GetType(), BotApiJson.Options, context.RequestAborted);
    }

    private static string? Text(HttpContext context, string name) =>
        context.Request.Query[name] is { Count: > 0 } values ? values[0] : null;

    private static long? Number(HttpContext context, string name)
    {
        if (Text(context, name) is not { Length: > 0 } text)
        {
            return null;
        }

        return long.TryParse(text, out var number) ? number : throw new ControlRefusal($"\"{name}\" must be a number");
    }
}
