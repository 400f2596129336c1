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
    public static Screen Accepted(Language l, IReadOnlyList<Generation> together, ModelCard card) => new(
        GenerationTexts.UnderWay(
            l, GenerationTexts.Times(card.Title.In(l), together.Count), together[0], ahead: 0, TimeSpan.Zero, card.Output),
        UnderWay(l, together[0].Id, isQueued: true));

    public static Screen Progress(GenerationNotice notice, TimeSpan elapsed)
    {
        var (l, generation) = (notice.Language, notice.Generation);
        var title = GenerationTexts.Times(Title(l, notice.Card), notice.Batch?.Count ?? 1);
        return generation.Status switch
        {
            _ when notice.Batch is { Open: > 0 } batch => Together(l, title, batch, generation, notice.AheadInQueue, elapsed, notice.Card),
            GenerationStatus.Uncertain => Unsure(l, title, generation),
            GenerationStatus.Succeeded => new Screen(GenerationTexts.Fetching(l, title), UnderWay(l, generation.Id, isQueued: false)),
            _ => new Screen(
                GenerationTexts.UnderWay(l, title, generation, notice.AheadInQueue, elapsed, Output(notice.Card)),
                UnderWay(l, generation.Id, isQueued: generation.Status == GenerationStatus.Queued)),
        };
    }

    public static Screen Status(Language l, GenerationView view)
    {
        var generation = view.Generation;
        var title = Title(l, view.Card);
        if (view.Batch is { Open: > 0 } batch)
        {
            return Together(
                l, GenerationTexts.Times(title, batch.Count), batch, generation, view.AheadInQueue, view.Elapsed, view.Card);
        }

        return generation.Status switch
        {
            GenerationStatus.Uncertain => Unsure(l, title, generation),
            GenerationStatus.Queued or GenerationStatus.Submitting or GenerationStatus.Running => new Screen(
                GenerationTexts.UnderWay(l, title, generation, view.AheadInQueue, view.Elapsed, Output(view.Card)),
                UnderWay(l, generation.Id, isQueued: generation.Status == GenerationStatus.Queued)),
            GenerationStatus.Succeeded or GenerationStatus.Delivered => new Screen(
                WizardTexts.Label($"{title} · {GenerationTexts.Status(l, generation.Status)}"),
                Afterwards(l, generation, view.Card, view.Next)),
            GenerationStatus.Failed or GenerationStatus.Expired => new Screen(
                GenerationTexts.Failed(l, title, generation.Failure ?? FailureReason.ProviderError),
                Afterwards(l, generation, view.Card, view.Next)),
            GenerationStatus.Cancelled => new Screen(
                GenerationTexts.Cancelled(l, title), Afterwards(l, generation, view.Card, view.Next)),
        };
    }

    /// <summary>Variations share one message: as long as one of them is open, it tells of all of them how far they are.</summary>
    private static Screen Together(
        Language l, string title, BatchState batch, Generation generation, int ahead, TimeSpan elapsed, ModelCard? card) => new(
        Html.Paragraphs(
            GenerationTexts.UnderWay(l, title, generation, ahead, elapsed, Output(card)),
            batch.Open < batch.Count ? GenerationTexts.DoneSoFar(l, batch) : Html.Empty),
        UnderWay(l, generation.Id, isQueued: generation.Status == GenerationStatus.Queued));

    public static Screen Receipt(GenerationNotice notice)
    {
        var l = notice.Language;
        var title = Title(l, notice.Card);
        if (notice.Batch is { } batch)
        {
            return new Screen(
                GenerationTexts.BatchReceipt(l, GenerationTexts.Times(title, batch.Count), batch, notice.Balance), Keyboard.None);
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
        var fault = notice.Card?.FaultOf(generation);
        return new Screen(
            Html.Paragraphs(
                fault is null
                    ? GenerationTexts.Failed(l, title, generation.Failure ?? FailureReason.ProviderError)
                    : GenerationTexts.NotAccepted(l, title, fault.Label.In(l)),
                Back(notice),
                fault is null && NextScreens.Alike(generation, notice.Next).Any() ? NextTexts.Alike(l) : Html.Empty,
                GenerationTexts.Number(l, generation.Cid)),
            fault is null
                ? Afterwards(l, generation, notice.Card, notice.Next)
                : new Keyboard()
                    .Row(new RepeatRoute(generation.Id).Button(GenerationTexts.Mend(l, fault.Label.In(l))))
                    .Row(new ReceiptRoute(generation.Id).Button(ReceiptTexts.Button(l)))
                    .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen FailedShort(GenerationNotice notice) =>
        new(GenerationTexts.FailedShort(notice.Language, Title(notice.Language, notice.Card)), Keyboard.None);

    /// <summary>The line and the buttons that travel with the result itself.</summary>
    public static Screen Caption(GenerationNotice notice, bool withButtons) => new(
        Named(notice),
        withButtons ? Afterwards(notice.Language, notice.Generation, notice.Card, notice.Next) : Keyboard.None);

    /// <summary>Below an album, which carries no buttons, and wherever something did not arrive for certain.</summary>
    public static Screen Closing(GenerationNotice notice, DeliveryGaps gaps)
    {
        var (l, generation) = (notice.Language, notice.Generation);
        var afterwards = Afterwards(l, generation, notice.Card, notice.Next);
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

    private static Html Back(GenerationNotice notice) => notice.Generation switch
    {
        { IsPaid: true, Failure: FailureReason.ResultLost } lost => GenerationTexts.PriceBack(notice.Language, lost.Price, notice.Balance),
        { IsPaid: true } failed => GenerationTexts.MoneyBack(notice.Language, failed.Price, notice.Balance),
        _ => GenerationTexts.FreeBack(notice.Language, notice.Free),
    };

    private static Screen Unsure(Language l, string title, Generation generation) => new(
        GenerationTexts.Unsure(l, title, generation.Deadline, generation.IsPaid),
        new Keyboard()
            .Row(new RepeatRoute(generation.Id).Button(GenerationTexts.Again(l)))
            .Append(UnderWay(l, generation.Id, isQueued: false)));

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

    private static Keyboard UnderWay(Language l, GenerationId id, bool isQueued) => new Keyboard()
        .Row(
            new StatusRoute(id).Button(GenerationTexts.Refresh(l)),
            isQueued ? new CancelGenerationRoute(id).Button(GenerationTexts.Cancel(l)) : null)
        .Row(new MainMenuRoute().Button(MenuTexts.Menu(l)));

    private static Keyboard Afterwards(Language l, Generation generation, ModelCard? card, WhatNext next) =>
        generation.Result.Count > 0
            ? NextScreens.Under(l, generation, card, next)
            : NextScreens.InsteadOf(l, generation, card, next);

    /// <summary>What it was made with, and of which words.</summary>
    private static Html Named(GenerationNotice notice) => GenerationTexts.Caption(
        Title(notice.Language, notice.Card), Described.Title(notice.Card, notice.Generation.Inputs));

    private static string Title(Language l, ModelCard? card, ModelId fallback = default) =>
        card?.Title.In(l) ?? fallback.Value ?? l.Pick("Заказ", "Order");

    private static OutputKind Output(ModelCard? card) => card?.Output ?? OutputKind.Video;
}
