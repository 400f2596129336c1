using MediatR;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Sending;
using Trt.Api.Bot.Texts;
using Trt.Api.Instance;
using Trt.Application.Inline;
using Trt.Domain.Growth;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// The list above the place to type, in whatever chat. It is asked with every letter, so it waits for nobody: when our own troubles take
/// too long there is a way into the shop and nothing else. Whatever is chosen here, nothing is ordered.
/// </summary>
internal sealed partial class InlineAnswers(
    IServiceScopeFactory scopes, Readiness readiness, BotIdentity bot, TimeProvider time, ILogger<InlineAnswers> logger)
{
    private const string IdeaPrefix = "idea:";
    private const int WordsShown = 60;
    private const int CaptionShown = 200;
    private const int ButtonShown = 40;

    /// <summary>Deleted or new work is seen after so long at the latest.</summary>
    private const int CacheSeconds = 5;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    public async Task<AnswerInlineQueryRequest> Answer(InlineQuery query)
    {
        var who = IncomingReader.PersonOf(query.From);
        if (!readiness.IsReady)
        {
            return Empty(query, InlineTexts.Opening(who.Guess));
        }

        using var limit = new CancellationTokenSource(Deadline, time);
        try
        {
            var skip = int.TryParse(query.Offset, out var offset) ? Math.Clamp(offset, 0, 1000) : 0;
            await using var scope = scopes.CreateAsyncScope();
            var list = await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new AskInline(who.Id, IncomingReader.Clean(query.Query), skip), limit.Token);
            return Render(query, list, list.Language ?? who.Guess, skip);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            CouldNotList(exception, query.From.Id);
            return Empty(query, InlineTexts.OpenShop(who.Guess));
        }
    }

    /// <summary>A line of the list stands in a chat now.</summary>
    public async Task Note(ChosenInlineResult chosen, CancellationToken token)
    {
        if (!readiness.IsReady || CodeIn(chosen.ResultId) is not { } code)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new KeepChosenIdea(new UserId(chosen.From.Id), code, IncomingReader.Clean(chosen.Query)), token);
    }

    private AnswerInlineQueryRequest Render(InlineQuery query, InlineList list, Language l, int skip)
    {
        var words = Words.Shorten(query.Query.Trim(), WordsShown);
        return new AnswerInlineQueryRequest
        {
            InlineQueryId = query.Id,
            Results =
            [
                .. list.Ideas.Select((idea, index) => Idea(l, list.Code!, index, idea, words)),
                .. list.Recipes.Select(recipe => Recipe(l, recipe)),
                .. list.Pieces.Select(piece => Piece(l, piece)).OfType<InlineQueryResult>(),
            ],
            CacheTime = CacheSeconds,
            IsPersonal = true,
            NextOffset = list.HasMore ? $"{skip + AskInline.PiecesMax}" : "",
            Button = list.Code is { } code
                ? new InlineQueryResultsButton
                {
                    Text = InlineTexts.Create(l, Words.Shorten(words, ButtonShown)),
                    StartParameter = Links.ToIdea(code),
                }
                : new InlineQueryResultsButton { Text = InlineTexts.OpenShop(l), StartParameter = Links.ToShop },
        };
    }

    private InlineQueryResultArticle Idea(Language l, string code, int index, Application.Finding.Proposal idea, string words)
    {
        var (job, model) = (FindTexts.Label(l, idea.Job), idea.Offer.Card.Title.In(l));
        return new InlineQueryResultArticle
        {
            Id = $"{IdeaPrefix}{code}:{index}",
            Title = InlineTexts.IdeaTitle(job, model),
            Description = InlineTexts.IdeaLine(l, ProposalScreen.Price(l, idea.Offer), words),
            InputMessageContent = new InputTextMessageContent
            {
                MessageText = InlineTexts.Idea(l, job, words).Value,
                ParseMode = ParseMode.Html,
                LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
            },
            ReplyMarkup = Into(InlineTexts.MakeIt(l), Links.ToIdea(code)),
        };
    }

    private InlineQueryResultArticle Recipe(Language l, HouseRecipe recipe) => new()
    {
        Id = $"recipe:{recipe.Code}",
        Title = recipe.Title.In(l),
        Description = recipe.Benefit.In(l),
        InputMessageContent = new InputTextMessageContent
        {
            MessageText = InlineTexts.Recipe(recipe.Title.In(l), recipe.Benefit.In(l)).Value,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
        },
        ReplyMarkup = Into(InlineTexts.MakeYours(l), StartParameter.OfRecipe(recipe.Code)),
    };

    /// <summary>Null for a file of a kind that cannot be listed.</summary>
    private InlineQueryResult? Piece(Language l, InlinePiece piece)
    {
        var (id, file) = ($"own:{new StatusRoute(piece.Piece.Generation).Arguments[0]}:{piece.Piece.Part}", piece.Piece.FileId);
        var title = Words.Shorten(piece.Words ?? piece.Card?.Title.In(l) ?? InlineTexts.Untitled(l), WordsShown);
        var caption = InlineTexts.Piece(piece.Words is { } words ? Words.Shorten(words, CaptionShown) : null).Value;
        var markup = Into(InlineTexts.MakeYours(l), Links.ToShop);
        return FileNames.KindOf(file) switch
        {
            NamedKind.Photo => new InlineQueryResultCachedPhoto
            {
                Id = id,
                PhotoFileId = file,
                Title = title,
                Caption = caption,
                ParseMode = ParseMode.Html,
                ReplyMarkup = markup,
            },
            NamedKind.Video => new InlineQueryResultCachedVideo
            {
                Id = id,
                VideoFileId = file,
                Title = title,
                Caption = caption,
                ParseMode = ParseMode.Html,
                ReplyMarkup = markup,
            },
            NamedKind.Audio => new InlineQueryResultCachedAudio
            {
                Id = id,
                AudioFileId = file,
                Caption = caption,
                ParseMode = ParseMode.Html,
                ReplyMarkup = markup,
            },
            NamedKind.Document => new InlineQueryResultCachedDocument
            {
                Id = id,
                DocumentFileId = file,
                Title = title,
                Caption = caption,
                ParseMode = ParseMode.Html,
                ReplyMarkup = markup,
            },
            NamedKind.Unknown => null,
        };
    }

    private Telegram.Bot.Types.ReplyMarkups.InlineKeyboardMarkup? Into(string text, string link) =>
        bot.LinkTo(link) is { } address ? new Keyboard().Row(new Button.Link(text, address)).ToMarkup() : null;

    private static AnswerInlineQueryRequest Empty(InlineQuery query, string button) => new()
    {
        InlineQueryId = query.Id,
        Results = [],
        CacheTime = 0,
        IsPersonal = true,
        Button = new InlineQueryResultsButton { Text = button, StartParameter = Links.ToShop },
    };

    private static string? CodeIn(string resultId) =>
        resultId.StartsWith(IdeaPrefix, StringComparison.Ordinal) && resultId.LastIndexOf(':') is var end && end > IdeaPrefix.Length
            ? resultId[IdeaPrefix.Length..end]
            : null;

    [LoggerMessage(EventId = 63, EventName = "INLINE_BLIND", Level = LogLevel.Warning,
        Message = "A list for user {User} could not be made in time")]
    private partial void CouldNotList(Exception exception, long user);
}
