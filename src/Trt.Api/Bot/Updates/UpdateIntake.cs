using System.Diagnostics;
using MediatR;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Trt.Api.Bot.Desks;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Sending;
using Trt.Api.Bot.Texts;
using Trt.Api.Instance;
using Trt.Application.Payments.Messenger;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Upkeep;
using Trt.Application.Users;
using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// One update from its arrival to the answer, whichever way it came. It ends in an answer to the person, whatever happens; only when the
/// database is away the update is handed back, so that Telegram brings it again.
/// </summary>
internal sealed partial class UpdateIntake(
    IServiceScopeFactory scopes,
    Readiness readiness,
    DatabasePresence database,
    KnownCustomers customers,
    ScreenSender screens,
    UpdateTrail trail,
    BotIdentity me,
    CheckoutGuard checkouts,
    InlineAnswers inline,
    PassiveAnswers passive,
    TimeProvider time,
    ILogger<UpdateIntake> logger)
{
    private readonly Outage _outage = new();

    public async Task<IntakeResult> Handle(ReceivedUpdate update, CancellationToken token)
    {
        if (update.Content is not { } content)
        {
            return await HandleUnreadable(update, update.Problem);
        }

        if (content.PreCheckoutQuery is { From: not null } query)
        {
            return new IntakeResult(await checkouts.Answer(query));
        }

        if (content.InlineQuery is { From: not null } asked)
        {
            return new IntakeResult(await inline.Answer(asked));
        }

        if (content.ChosenInlineResult is { From: not null, ResultId: not null } chosen)
        {
            return await Note(chosen, token);
        }

        Incoming? incoming;
        try
        {
            incoming = IncomingReader.Read(content, me);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The messenger's library promises more than it checks: anything inside an update may be missing.
            return await HandleUnreadable(update, exception.Message);
        }

        if (incoming is null)
        {
            return IntakeResult.Nothing;
        }

        if (!readiness.IsReady)
        {
            return passive.To(incoming, update.Id);
        }

        var work = Handle(incoming, update, token);
        return await database.Outlasts(work) ? await work : IntakeResult.ComeAgain;
    }

    private async Task<IntakeResult> Handle(Incoming incoming, ReceivedUpdate update, CancellationToken token)
    {
        var cid = Cid.New(time.GetUtcNow());
        var started = time.GetTimestamp();
        using var activity = Tracing.Begin("update", ActivityKind.Server, cid);
        var route = RouteName(incoming);
        var whileThere = database.WhileThere;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whileThere, token);
        try
        {
            var (reply, hasChanged) = await Answer(incoming, update.Id, cid, either.Token);
            _outage.Ends();
            var took = Took(incoming, started, reply.Rejected is null ? UpdateOutcome.Answered : UpdateOutcome.Refused);
            if (route is "main_menu" or "/start" or "/menu")
            {
                Telemetry.MenuAnswer.Record(took.TotalSeconds);
            }

            return Show(incoming, trail.Answered(update.Id, incoming, route, reply, hasChanged, cid, took.TotalMilliseconds));
        }
        catch (DuplicateUpdateException)
        {
            Took(incoming, started, UpdateOutcome.Repeated);
            UpdateRepeated(update.Id, cid.Value);
            return Show(incoming, Reply.Nothing);
        }
        catch (Exception exception) when (Database.IsAway(exception) || whileThere.IsCancellationRequested)
        {
            Took(incoming, started, UpdateOutcome.HandedBack);
            if (_outage.Begins())
            {
                DatabaseAway(update.Id, cid.Value, exception.Message);
            }

            // A disk stays full until somebody comes, and nobody should wait in silence for that.
            return Database.IsFull(exception) ? passive.To(incoming, update.Id, NotReady.DatabaseAway) : IntakeResult.ComeAgain;
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            Took(incoming, started, UpdateOutcome.Failed);
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            trail.Failed(exception, update.Id, incoming, route, cid);
            return await Park(incoming, update, exception, cid);
        }
    }

    /// <summary>Nobody waits for this; only while the database is away it has to come again.</summary>
    private async Task<IntakeResult> Note(ChosenInlineResult chosen, CancellationToken token)
    {
        try
        {
            await inline.Note(chosen, token);
            return IntakeResult.Nothing;
        }
        catch (Exception exception) when (Database.IsAway(exception))
        {
            return IntakeResult.ComeAgain;
        }
    }

    private async Task<(Reply Reply, bool HasChanged)> Answer(Incoming incoming, long updateId, Cid cid, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        if (incoming is InGroup inGroup)
        {
            // Nobody becomes a customer in a group, so nobody is registered here.
            var effect = scope.ServiceProvider.GetRequiredService<UpdateUnderway>();
            effect.Id = updateId;
            return (await scope.ServiceProvider.GetRequiredService<GroupDesk>().Serve(inGroup, cid, token), effect.IsSaved);
        }

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

        var start = incoming switch
        {
            Incoming.Command { Name: "start" } command => command.Argument,
            Incoming.Press press => ComeInRoute.LinkIn(press.Data),
            _ => null,
        };
        if (incoming is Incoming.Returned || start is not null)
        {
            customers.Forget(incoming.Who.Id);
        }

        var link = start is null ? null : StartParameter.Read(start);
        var customer = await customers.Enter(incoming.Who, cid, mediator, token, link);

        // From here on the update has its effect, and its id is saved with it.
        var underway = scope.ServiceProvider.GetRequiredService<UpdateUnderway>();
        underway.Id = updateId;
        var reply = await scope.ServiceProvider.GetRequiredService<UpdateRouter>().Route(incoming, customer, cid, token);
        return (reply, HasChanged: underway.IsSaved);
    }

    private IntakeResult Show(Incoming incoming, Reply reply)
    {
        var (queryId, messageId) = incoming switch
        {
            Incoming.Press press => (press.QueryId, press.MessageId),
            InGroup.Pressed press => (press.QueryId, press.MessageId),
            Incoming.PressElsewhere press => (press.QueryId, null),
            _ => ((string?)null, (long?)null),
        };
        if (reply.Screen is { } screen)
        {
            screens.Show(incoming.ChatId, reply.AsNewMessage ? null : messageId, screen, reply.MergeKey);
        }

        return queryId is null
            ? IntakeResult.Nothing
            : new IntakeResult(new AnswerCallbackQueryRequest
            {
                CallbackQueryId = queryId,
                Text = reply.Toast,
                Url = reply.Address?.AbsoluteUri,
            });
    }

    /// <summary>
    /// Nobody knows whom to answer. Brought again it would be no clearer, so it is kept for us; what has no id is no update at all.
    /// </summary>
    private async Task<IntakeResult> HandleUnreadable(ReceivedUpdate update, string? problem)
    {
        var cid = Cid.New(time.GetUtcNow());
        Unreadable(update.Id, problem, cid.Value);
        if (update.Id == 0)
        {
            return IntakeResult.Nothing;
        }

        return readiness.IsReady && await IsParked(update, $"It could not be read: {problem}", cid)
            ? IntakeResult.Nothing
            : IntakeResult.ComeAgain;
    }

    /// <summary>
    /// The person is told, the update is kept for us, and Telegram is spared: an error would make it hold back all their updates.
    /// </summary>
    private async Task<IntakeResult> Park(Incoming incoming, ReceivedUpdate update, Exception exception, Cid cid)
    {
        if (!await IsParked(update, exception.ToString(), cid))
        {
            return IntakeResult.ComeAgain;
        }

        // A group need not read of our troubles; only whoever pressed waits for an answer.
        return incoming is InGroup ? Show(incoming, new Reply(null, GroupTexts.Trouble(incoming.Who.Guess))) : Show(incoming, new Reply(
            new Screen(
                GeneralTexts.Trouble(incoming.Who.Guess, cid),
                new Keyboard().Row(new MainMenuRoute().Button(MenuTexts.Menu(incoming.Who.Guess)))),
            AsNewMessage: true));
    }

    /// <returns>False when the database is away.</returns>
    private async Task<bool> IsParked(ReceivedUpdate update, string error, Cid cid)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new ParkUpdate(update.Id, update.Json, error, cid), CancellationToken.None);
            return true;
        }
        catch (Exception exception) when (Database.IsAway(exception))
        {
            return false;
        }
    }

    private TimeSpan Took(Incoming incoming, long started, UpdateOutcome outcome)
    {
        var elapsed = time.GetElapsedTime(started);
        Telemetry.UpdateDuration.Record(
            elapsed.TotalSeconds,
            new KeyValuePair<string, object?>("kind", incoming.GetType().Name),
            new KeyValuePair<string, object?>("outcome", outcome.ToString()));
        return elapsed;
    }

    /// <summary>The name of the way, without what was written on it; anyone can write anything into a press or a command.</summary>
    private static string RouteName(Incoming incoming) => incoming switch
    {
        Incoming.Press press when RouteTable.NameIn(press.Data) is { } name => name,
        Incoming.Command { Name: var name } when name.Length <= 32 && name.All(char.IsAsciiLetterOrDigit) => $"/{name}",
        _ => incoming.GetType().Name,
    };

    [LoggerMessage(EventId = 13, EventName = "UPDATE_REPEATED", Level = LogLevel.Information,
        Message = "UPDATE_REPEATED {UpdateId} has had its effect before, cid {Cid}")]
    private partial void UpdateRepeated(long updateId, string cid);

    [LoggerMessage(
        EventId = 14, EventName = "DB_AWAY", Level = LogLevel.Warning,
        Message = "DB_AWAY {UpdateId} is handed back, cid {Cid}, and so are others until the database answers: {Problem}")]
    private partial void DatabaseAway(long updateId, string cid, string problem);

    [LoggerMessage(
        EventId = 20, EventName = "UPDATE_UNREADABLE", Level = LogLevel.Warning,
        Message = "UPDATE_UNREADABLE {UpdateId}: {Problem}, cid {Cid}")]
    private partial void Unreadable(long updateId, string? problem, string cid);
}
