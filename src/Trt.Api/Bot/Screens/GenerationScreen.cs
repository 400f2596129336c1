using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>An order on its way: accepted, in progress, done, failed.</summary>
internal static class GenerationScreen
{
    public static Screen Accepted(Language l, ConfirmResult.Started started) => new(
        ProgressTexts.UnderWay(
            l,
            started.IsDuel
                ? DuelTexts.Name(l, started.Generations.Count)
                : GenerationTexts.Times(started.Card.Title.In(l), started.Generations.Count),
            started.Generation, started.Queue, TimeSpan.Zero, started.Takes),
        UnderWay(l, started.Generation.Id, canCancel: started.Queue.Reason != WaitReason.Turn));

    public static Screen Progress(GenerationNotice notice) => Status(notice.Language, notice);

    /// <summary>The same for whoever is told and for whoever asks, so that no look takes away what was there.</summary>
    public static Screen Status(Language l, GenerationNotice notice)
    {
        var generation = notice.Generation;
        var title = Title(l, notice.Card);
        if (notice.Batch is { } batch)
        {
            return Together(l, Name(l, title, batch), batch, notice);
        }

        return generation.Status switch
        {
            GenerationStatus.Uncertain => Unsure(l, title, generation),
            GenerationStatus.Queued or GenerationStatus.Submitting or GenerationStatus.Running => new Screen(
                ProgressTexts.UnderWay(l, title, generation, notice.Queue, notice.Elapsed, notice.Takes),
                UnderWay(l, generation.Id, canCancel: generation.Status == GenerationStatus.Queued)),
            GenerationStatus.Succeeded => new Screen(ProgressTexts.Delivering(l, title), UnderWay(l, generation.Id, canCancel: false)),
            GenerationStatus.Delivered => new Screen(
                WizardTexts.Label($"{title} · {GenerationTexts.Status(l, generation.Status)}"), Afterwards(l, notice)),
            GenerationStatus.Failed or GenerationStatus.Expired => new Screen(
                GenerationTexts.Failed(l, title, generation), Afterwards(l, notice)),
            GenerationStatus.Cancelled => new Screen(
                Html.Paragraphs(GenerationTexts.Cancelled(l, title), Back(l, notice)), Afterwards(l, notice)),
        };
    }

    /// <summary>Variations share one message: as long as one is open it tells how far all of them are, and then how they ended.</summary>
    private static Screen Together(Language l, string title, BatchState batch, GenerationNotice notice)
    {
        var generation = notice.Generation;
        return batch.Open == 0
            ? new Screen(
                Html.Paragraphs(GenerationTexts.BatchReceipt(l, title, batch, notice.Balance), DuelScreens.State(l, batch)),
                Keyboard.None)
            : new Screen(
                Html.Paragraphs(
                    ProgressTexts.UnderWay(l, title, OpenOne(batch) ?? generation, notice.Queue, notice.Elapsed, notice.Takes),
                    batch.IsDuel ? DuelScreens.State(l, batch)
                    : batch.Open < batch.Count ? GenerationTexts.DoneSoFar(l, batch)
                    : Html.Empty),
                UnderWay(l, generation.Id, canCancel: generation.Status == GenerationStatus.Queued));
    }

    private static string Name(Language l, string title, BatchState batch) =>
        batch.IsDuel ? DuelTexts.Name(l, batch.Count) : GenerationTexts.Times(title, batch.Count);

    /// <summary>As long as a model of a duel works, the duel does.</summary>
    private static Generation? OpenOne(BatchState batch) =>
        batch.Entrants.FirstOrDefault(entrant => entrant.Order.Status.IsOpen())?.Order;

    private static EntrantState? EntrantOf(GenerationNotice notice) =>
        notice.Generation.IsLate ? null : notice.Batch?.Entrants.FirstOrDefault(entrant => entrant.Order.Id == notice.Generation.Id);

    public static Screen Receipt(GenerationNotice notice)
    {
        var l = notice.Language;
        var title = Title(l, notice.Card);
        if (notice.Batch is { } batch)
        {
            return Together(l, Name(l, title, batch), batch, notice);
        }

        var told = notice.Generation switch
        {
            { IsLate: true } => GenerationTexts.LateReceipt(l, title),
            { IsPaid: true } => GenerationTexts.Receipt(l, title, notice.Receipt?.Taken ?? notice.Generation.Price, notice.Balance),
            _ => GenerationTexts.FreeReceipt(l, title, notice.Free),
        };
        var back = notice.Generation.IsLate ? [] : notice.Receipt?.Back ?? [];
        return new Screen(
            Html.Paragraphs(told, Html.Lines([.. back.Select(back => ReceiptTexts.Back(l, back, notice.Generation))])),
            new Keyboard().Row(new ReceiptRoute(notice.Generation.Id).Button(ReceiptTexts.Button(l))));
    }

    public static Screen Failure(GenerationNotice notice)
    {
        var (l, generation, title) = (notice.Language, notice.Generation, Title(notice.Language, notice.Card));
        if (EntrantOf(notice) is not null)
        {
            return DuelScreens.Failure(notice, GenerationTexts.Failed(l, $"⚔️ {title}", generation), Back(l, notice));
        }

        var fault = notice.Card?.FaultOf(generation);
        return new Screen(
            Html.Paragraphs(
                fault is null
                    ? GenerationTexts.Failed(l, title, generation)
                    : GenerationTexts.NotAccepted(l, title, fault.Label.In(l)),
                Back(l, notice),
                fault is null && NextScreens.Alike(generation, notice.Next).Any() ? NextTexts.Alike(l) : Html.Empty,
                GenerationTexts.Number(l, generation.Cid)),
            fault is null
                ? Afterwards(l, notice)
                : new Keyboard()
                    .Row(new RepeatRoute(generation.Id).Button(GenerationTexts.Mend(l, fault.Label.In(l))))
                    .Row(new ReceiptRoute(generation.Id).Button(ReceiptTexts.Button(l)))
                    .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen FailedShort(GenerationNotice notice) =>
        new(GenerationTexts.FailedShort(notice.Language, Title(notice.Language, notice.Card)), Keyboard.None);

    /// <summary>The line and the buttons that travel with the result itself.</summary>
    public static Screen Caption(GenerationNotice notice, bool withButtons) => EntrantOf(notice) is { } entrant
        ? new Screen(DuelScreens.Caption(notice.Language, entrant), Keyboard.None)
        : new Screen(
        Html.Lines(Named(notice), notice.IsBroughtHome ? GroupTexts.BroughtHome(notice.Language) : Html.Empty),
        withButtons ? Heard(notice).Append(Afterwards(notice.Language, notice)) : Keyboard.None)
        {
            Effect = notice.IsFirst ? MessageEffect.Party : null,
        };

    /// <summary>Spoken words may be a wish: from here they go on as if they had been typed.</summary>
    private static Keyboard Heard(GenerationNotice notice) => new Keyboard().Row(
        notice.Card?.Type == GenerationType.SpeechToText ? new HeardRoute(notice.Generation.Id)
            .Button(FindTexts.ByTheseWords(notice.Language)) : null);

    /// <summary>Below an album, which carries no buttons, and wherever something did not arrive for certain.</summary>
    public static Screen Closing(GenerationNotice notice, DeliveryGaps gaps)
    {
        var (l, generation) = (notice.Language, notice.Generation);
        var afterwards = Afterwards(l, notice);
        return new Screen(
            Html.Paragraphs(
                Named(notice),
                gaps.Doubted > 0 ? GenerationTexts.Doubted(l, gaps.Doubted) : Html.Empty,
                gaps.Lost > 0 ? GenerationTexts.Lost(l, gaps.Lost, gaps.Outputs) : Html.Empty,
                gaps.Lost > 0 ? BackForLost(l, notice) : Html.Empty),
            gaps.Doubted > 0
                ? new Keyboard().Row(new ResendRoute(generation.Id).Button(GenerationTexts.SendAgain(l))).Append(afterwards)
                : afterwards);
    }

    public static Screen OriginalGone(GenerationNotice notice)
    {
        var (l, generation) = (notice.Language, notice.Generation);
        return new Screen(
            GenerationTexts.OriginalGone(l, Title(l, notice.Card)),
            new Keyboard()
                .Row(new RepeatRoute(generation.Id).Button(GenerationTexts.Again(l)))
                .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    private static Html Back(Language l, GenerationNotice notice) => notice.Generation switch
    {
        { IsPaid: true, Failure: FailureReason.ResultLost } lost => GenerationTexts.PriceBack(l, lost.Price, notice.Balance),
        { IsPaid: true } unpaid => GenerationTexts.MoneyBack(l, unpaid.Price, notice.Balance),
        _ => GenerationTexts.FreeBack(l, notice.Free),
    };

    private static Screen Unsure(Language l, string title, Generation generation) => new(
        ProgressTexts.Unsure(l, title, generation.Deadline, generation.IsPaid),
        new Keyboard()
            .Row(new RepeatRoute(generation.Id).Button(GenerationTexts.Again(l)))
            .Append(UnderWay(l, generation.Id, canCancel: false)));

    private static Html BackForLost(Language l, GenerationNotice notice)
    {
        var back = notice.Receipt?.Back.FirstOrDefault(back => back.Reason == BackReason.LostOnTheWay);
        return notice.Generation switch
        {
            { IsPaid: false } or { IsLate: true } => Html.Empty,
            var generation => back is null
                ? GenerationTexts.WriteToUs(l, generation.Cid)
                : GenerationTexts.BackForLost(l, back.Amount, notice.Balance),
        };
    }

    /// <summary>Under the file as it was made.</summary>
    public static Screen Original(GenerationNotice notice) => new(
        GenerationTexts.OriginalCaption(notice.Language, Title(notice.Language, notice.Card)), Keyboard.None);

    private static Keyboard UnderWay(Language l, GenerationId id, bool canCancel) => new Keyboard()
        .Row(
            new StatusRoute(id).Button(GenerationTexts.Refresh(l)),
            canCancel ? new CancelGenerationRoute(id).Button(GenerationTexts.Cancel(l)) : null)
        .Row(new MainMenuRoute().Button(MenuTexts.Menu(l)));

    private static Keyboard Afterwards(Language l, GenerationNotice notice) => notice.Generation.Result.Count > 0
        ? NextScreens.Under(l, notice.Generation, notice.Card, notice.Next)
        : NextScreens.InsteadOf(l, notice.Generation, notice.Card, notice.Next);

    /// <summary>What it was made with, and of which words.</summary>
    private static Html Named(GenerationNotice notice) => GenerationTexts.Caption(
        Title(notice.Language, notice.Card), Described.Title(notice.Card, notice.Generation.Inputs));

    private static string Title(Language l, ModelCard? card, ModelId fallback = default) =>
        card?.Title.In(l) ?? fallback.Value ?? l.Pick("Заказ", "Order");
}
