using System.Diagnostics;
using MediatR;
using Trt.Api.Instance;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Sending;
using Trt.Api.Bot.Texts;
using Trt.Application.Payments.Messenger;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Upkeep;
using Trt.Application.Users;
using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.Telegram;
using Trt.Infrastructure.Telegram.Methods;
using Trt.Infrastructure.Telegram.Types;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// One update from its arrival to the answer, whichever way it came. It ends in an answer to the person, whatever happens; only when the
/// database is away the update is handed back, so that Telegram brings it again.
/// </summary>
internal sealed partial class UpdateIntake(
    IServiceScopeFactory scopes,
    Readiness readiness,
    KnownCustomers customers,
    ScreenSender screens,
    UpdateTrail trail,
    CheckoutGuard checkouts,
    TimeProvider time,
    ILogger<UpdateIntake> logger)
{
    public async Task<IntakeResult> Handle(Update update, CancellationToken token)
    {
        if (update.PreCheckoutQuery is { } query)
        {
            return new IntakeResult(await checkouts.Answer(query));
        }

        if (IncomingReader.Read(update) is not { } incoming)
        {
            return IntakeResult.Nothing;
        }

        if (!readiness.IsReady)
        {
            return Passive(incoming, update.UpdateId);
        }

        var cid = Cid.New(time.GetUtcNow());
        var started = time.GetTimestamp();
        using var activity = Telemetry.Source.StartActivity("update", ActivityKind.Server);
        activity?.SetTag("trt.cid", cid.Value);
        var route = RouteName(incoming);
        trail.Received(update.UpdateId, incoming, route, cid);
        try
        {
            var (reply, hasChanged) = await Answer(incoming, update.UpdateId, cid, token);
            trail.Answered(update.UpdateId, incoming, route, reply, hasChanged, cid, time.GetElapsedTime(started).TotalMilliseconds);
            return Show(incoming, reply);
        }
        catch (DuplicateUpdateException)
        {
            UpdateRepeated(update.UpdateId, cid.Value);
            return Show(incoming, Reply.Nothing);
        }
        catch (Exception exception) when (Database.IsAway(exception))
        {
            DatabaseAway(exception, update.UpdateId, cid.Value);
            return IntakeResult.ComeAgain;
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            trail.Failed(exception, update.UpdateId, route, cid);
            return await Park(incoming, update, exception, cid);
        }
    }

    private async Task<(Reply Reply, bool HasChanged)> Answer(Incoming incoming, long updateId, Cid cid, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        if (incoming is Incoming.Left)
        {
            customers.Forget(incoming.Who.Id);
            await mediator.Send(new LeaveChat(incoming.Who.Id), token);
            return (Reply.Nothing, HasChanged: true);
        }

        if (incoming is Incoming.PaidBack back)
        {
            // Our own message, no word of theirs: they may have left long ago.
            scope.ServiceProvider.GetRequiredService<UpdateUnderway>().Id = updateId;
            await mediator.Send(new NoteRefund(back.Who.Id, back.Price, back.ChargeId, cid), token);
            return (Reply.Nothing, HasChanged: true);
        }

        if (incoming is Incoming.Returned or Incoming.Command { Name: "start" })
        {
            customers.Forget(incoming.Who.Id);
        }

        var link = incoming is Incoming.Command { Name: "start" } start ? StartParameter.Read(start.Argument) : null;
        var customer = await customers.Enter(incoming.Who, cid, mediator, token, link);

        // From here on the update has its effect, and its id is saved with it.
        var underway = scope.ServiceProvider.GetRequiredService<UpdateUnderway>();
        underway.Id = updateId;
        var reply = await scope.ServiceProvider.GetRequiredService<UpdateRouter>().Route(incoming, customer, cid, token);
        return (reply, HasChanged: underway.IsSaved);
    }

    private IntakeResult Show(Incoming incoming, Reply reply)
    {
        var press = incoming as Incoming.Press;
        if (reply.Screen is { } screen)
        {
            screens.Show(incoming.Who.Id.Value, reply.AsNewMessage ? null : press?.MessageId, screen, reply.MergeKey);
        }

        var queryId = press?.QueryId ?? (incoming as Incoming.PressElsewhere)?.QueryId;
        return queryId is null
            ? IntakeResult.Nothing
            : new IntakeResult(new AnswerCallbackQuery { CallbackQueryId = queryId, Text = reply.Toast });
    }

    /// <summary>Needs nothing but the answer to the request itself.</summary>
    private IntakeResult Passive(Incoming incoming, long updateId)
    {
        PassiveReject(updateId, readiness.Stage);
        var language = incoming.Who.Guess;
        return incoming switch
        {
            Incoming.Press press => new IntakeResult(new AnswerCallbackQuery { CallbackQueryId = press.QueryId, Text = GeneralTexts.Updating(language) }),
            Incoming.PressElsewhere press => new IntakeResult(new AnswerCallbackQuery { CallbackQueryId = press.QueryId }),
            Incoming.Left or Incoming.Returned or Incoming.Paid or Incoming.PaidBack => IntakeResult.ComeAgain,
            _ => new IntakeResult(PassiveMessage(incoming.Who.Id, language)),
        };
    }

    private static SendMessage PassiveMessage(UserId user, Language language) => new()
    {
        ChatId = user.Value,
        Text = GeneralTexts.UpdatingMessage(language).Value,
        ParseMode = "HTML",
        ReplyMarkup = new Keyboard().Row(new MainMenuRoute().Button(GenerationTexts.Refresh(language))).ToMarkup(),
    };

    /// <summary>The person is told, the update is kept for us, and Telegram is spared: an error would make it hold back all their updates.</summary>
    private async Task<IntakeResult> Park(Incoming incoming, Update update, Exception exception, Cid cid)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new ParkUpdate(update.UpdateId, update.ToJson(), exception.ToString(), cid), CancellationToken.None);
        }
        catch (Exception secondary) when (Database.IsAway(secondary))
        {
            return IntakeResult.ComeAgain;
        }

        return Show(incoming, new Reply(
            new Screen(GeneralTexts.Trouble(incoming.Who.Guess, cid), new Keyboard().Row(new MainMenuRoute().Button(MenuTexts.Menu(incoming.Who.Guess)))),
            AsNewMessage: true));
    }

    /// <summary>The name of the way, without what was written on it; anyone can write anything into a press or a command.</summary>
    private static string RouteName(Incoming incoming) => incoming switch
    {
        Incoming.Press press when RouteTable.NameIn(press.Data) is { } name => name,
        Incoming.Command { Name: var name } when name.Length <= 32 && name.All(char.IsAsciiLetterOrDigit) => $"/{name}",
        _ => incoming.GetType().Name,
    };

    [LoggerMessage(EventId = 13, EventName = "UPDATE_REPEATED", Level = LogLevel.Information, Message = "UPDATE_REPEATED {UpdateId} has had its effect before, cid {Cid}")]
    private partial void UpdateRepeated(long updateId, string cid);

    [LoggerMessage(EventId = 14, EventName = "DB_AWAY", Level = LogLevel.Warning, Message = "DB_AWAY {UpdateId} is handed back, cid {Cid}")]
    private partial void DatabaseAway(Exception exception, long updateId, string cid);

    [LoggerMessage(EventId = 15, EventName = "PASSIVE_REJECT", Level = LogLevel.Information, Message = "PASSIVE_REJECT {UpdateId} while {Stage}")]
    private partial void PassiveReject(long updateId, string stage);
}

/// <param name="Reply">The one call that can travel back as the answer to the webhook.</param>
/// <param name="IsHandedBack">Not handled: Telegram must bring it again.</param>
internal sealed record IntakeResult(BotMethod? Reply, bool IsHandedBack = false)
{
    public static readonly IntakeResult Nothing = new((BotMethod?)null);

    public static readonly IntakeResult ComeAgain = new(null, IsHandedBack: true);
}
