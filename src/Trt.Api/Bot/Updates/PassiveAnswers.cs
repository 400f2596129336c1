using System.Collections.Concurrent;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Sending;
using Trt.Api.Bot.Texts;
using Trt.Api.Instance;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// What people get while orders are not taken: a word, and a button to try again. It needs the messenger and nothing else. Money that came,
/// and who left, must not be lost: these updates come again.
/// </summary>
internal sealed partial class PassiveAnswers(
    Readiness readiness, ScreenSender screens, BotIdentity bot, TimeProvider time, ILogger<PassiveAnswers> logger)
{
    private const int RememberedMax = 10_000;

    /// <summary>Whoever presses again and again has the message before their eyes.</summary>
    private static readonly TimeSpan MessageHolds = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _told = new();

    /// <param name="reason">Null as readiness says.</param>
    public IntakeResult To(Incoming incoming, long updateId, NotReady? reason = null)
    {
        var cid = Cid.New(time.GetUtcNow());
        var code = CodeOf(reason ?? readiness.NotReady);
        Rejected(updateId, code, cid.Value);
        var language = incoming.Who.Guess;
        switch (incoming)
        {
            case Incoming.Left or Incoming.Returned or Incoming.Paid or Incoming.PaidBack:
                return IntakeResult.ComeAgain;
            case InGroup.Pressed press:
                return new IntakeResult(
                    new AnswerCallbackQueryRequest { CallbackQueryId = press.QueryId, Text = GeneralTexts.Updating(language) });
            case InGroup:
                // A group waits without being told of our doors.
                return IntakeResult.ComeAgain;
            case Incoming.PressElsewhere press:
                return new IntakeResult(new AnswerCallbackQueryRequest { CallbackQueryId = press.QueryId });
            case Incoming.Press press:
                if (IsFirst($"press:{press.Who.Id}"))
                {
                    screens.Show(press.Who.Id.Value, messageId: null, Message(incoming, code, cid));
                }

                return new IntakeResult(
                    new AnswerCallbackQueryRequest { CallbackQueryId = press.QueryId, Text = GeneralTexts.Updating(language) });
            case Incoming.File { AlbumId: { } album } when !IsFirst($"album:{album}"):
                return IntakeResult.Nothing;
            default:
                return new IntakeResult(Call(incoming.Who.Id, Message(incoming, code, cid)));
        }
    }

    private Screen Message(Incoming incoming, string code, Cid cid)
    {
        var language = incoming.Who.Guess;
        return new Screen(
            GeneralTexts.UpdatingMessage(language, code, cid),
            new Keyboard().Row(Again(incoming, GenerationTexts.Refresh(language))));
    }

    /// <summary>Who came by a link comes by it again: what is too long for a button's data is that link itself.</summary>
    private Button Again(Incoming incoming, string text) => incoming switch
    {
        Incoming.Command { Name: "start", Argument: var link } when ComeInRoute.Fits(link) => new ComeInRoute(link).Button(text),
        Incoming.Command { Name: "start", Argument: var link }
            when StartParameter.Read(link) is not null && bot.LinkTo(link) is { } address => new Button.Link(text, address),
        Incoming.Press press when ComeInRoute.LinkIn(press.Data) is { } link => new ComeInRoute(link).Button(text),
        _ => new MainMenuRoute().Button(text),
    };

    private static SendMessageRequest Call(UserId user, Screen screen) => new()
    {
        ChatId = user.Value,
        Text = screen.Text.Value,
        ParseMode = ParseMode.Html,
        ReplyMarkup = screen.Keyboard.ToMarkup(),
    };

    private bool IsFirst(string key)
    {
        var now = time.GetUtcNow();
        if (_told.Count >= RememberedMax)
        {
            _told.Clear();
        }

        return _told.TryAdd(key, now + MessageHolds)
            || (_told.TryGetValue(key, out var until) && now >= until && _told.TryUpdate(key, now + MessageHolds, until));
    }

    private static string CodeOf(NotReady? reason) => reason switch
    {
        NotReady.Opening => "STARTING",
        NotReady.DatabaseAway => "DB_AWAY",
        NotReady.Closing => "CLOSING",
        // It became ready a moment ago.
        null => "STARTING",
    };

    [LoggerMessage(EventId = 15, EventName = "PASSIVE_REJECT", Level = LogLevel.Information,
        Message = "PASSIVE_REJECT {UpdateId} {ReasonCode} cid {Cid}")]
    private partial void Rejected(long updateId, string reasonCode, string cid);
}
