using System.Globalization;
using MediatR;
using Telegram.Bot.Requests;
using Trt.Api.Cli;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram;
using Trt.Sandbox.Kie.Media;

namespace Trt.Sandbox.Trials;

/// <summary>
/// As the owner, at the shop that is open on this database: nobody can play a person in the real messenger, so the order is filled in by
/// the requests that a person's presses become. The shop starts it at the provider and brings the result into the owner's chat.
/// </summary>
internal sealed class RealWay(CliScope scope, BotApi telegram, UserId owner, Uri shop) : IFreeWay
{
    private const int QuestionsMax = 40;
    private const string Words = "A lighthouse at dawn, a quiet sea.";

    public IReadOnlyList<ModelCard> Models => scope.Service<ICatalog>().Current.OfferedFree;

    public async Task<GenerationId> Place(ModelCard card, CancellationToken token)
    {
        var view = await Send(new BeginDraft(owner, card.Id, Plain: true), token);
        for (var questions = 0; questions < QuestionsMax; questions++)
        {
            switch (view)
            {
                case WizardView.Confirm { Quote.Price.IsZero: true } price:
                    return await Confirm(price, token);
                case WizardView.Confirm price:
                    throw new TrialFailed($"it is not free for the owner now, but costs {price.Quote.Price}");
                case WizardView.Ask ask:
                    view = await Send(await AnswerTo(ask, token), token);
                    break;
                default:
                    throw new TrialFailed("it cannot be ordered now");
            }
        }

        throw new TrialFailed($"no price after {QuestionsMax} questions");
    }

    public async Task<T> Ask<T>(Func<ITrtDb, Task<T>> question)
    {
        var db = scope.Service<ITrtDb>();
        db.Forget();
        return await question(db);
    }

    public async Task<(int? Callback4xx, int? JobNotFound)> Counted(CancellationToken token)
    {
        using var http = new HttpClient { BaseAddress = shop };
        try
        {
            var page = await http.GetStringAsync("metrics", token);
            return (CountedFigures.Sum(page, CountedFigures.Callback4xx), CountedFigures.Sum(page, CountedFigures.JobNotFound));
        }
        catch (HttpRequestException)
        {
            return (null, null);
        }
    }

    private async Task<GenerationId> Confirm(WizardView.Confirm price, CancellationToken token) =>
        await scope.Mediator.Send(
            new ConfirmGeneration(owner, price.Draft.Id, null, Cid.New(TimeProvider.System.GetUtcNow()), Money.Zero), token) switch
        {
            ConfirmResult.Started started => started.Generation.Id,
            ConfirmResult.Refused refused => throw new TrialFailed($"the order was refused: {Answer.Word(refused.Reason)}"),
            _ => throw new TrialFailed("the order was placed before"),
        };

    private async Task<IRequest<WizardView>> AnswerTo(WizardView.Ask ask, CancellationToken token) => ask switch
    {
        { CanSkip: true } or { IsExtra: true } => new SkipField(owner),
        { Field: MediaField media } when ask.Media.Count >= Math.Max(1, media.ItemsMin) => new FinishFiles(owner, StartOver: false),
        { Field: MediaField { Kind: MediaKind.Image } } => new AddFile(owner, await Photo(token), IsPhoto: true),
        { Field: ChoiceField choice } => new AnswerField(owner, choice.Name, choice.Choices[0].Token),
        { Field: FlagField flag } => new AnswerField(owner, flag.Name, "true"),
        { Field: TextField or TextListField } => new AnswerField(owner, null, Words),
        { Field: NumberField number } => new AnswerField(owner, null, number.Min.ToString(CultureInfo.InvariantCulture)),
        _ => throw new TrialFailed($"a trial has no answer to {ask.Field.Name}"),
    };

    /// <summary>What a model is given has to be in the chat first.</summary>
    private async Task<MediaItem> Photo(CancellationToken token)
    {
        using var picture = new MemoryStream(Png.Write(new Canvas(640, 640)));
        var message = await telegram.Call(
            new SendPhotoRequest { ChatId = owner.Value, Photo = BotFile.Upload(picture, "trial.png") }, token);
        var photo = message.Photo![^1];
        return new MediaItem
        {
            FileId = photo.FileId,
            FileUniqueId = photo.FileUniqueId,
            Kind = MediaKind.Image,
            MimeType = "image/jpeg",
            Bytes = photo.FileSize,
            Width = photo.Width,
            Height = photo.Height,
        };
    }

    private Task<WizardView> Send(IRequest<WizardView> request, CancellationToken token) => scope.Mediator.Send(request, token);
}
