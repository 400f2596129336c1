using System.Globalization;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Generations;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>A customer's own works: the gallery, one of them, and what becomes of it.</summary>
internal static class HistoryScreens
{
    private static readonly OutputKind[] Kinds = [OutputKind.Image, OutputKind.Video, OutputKind.Audio, OutputKind.Text];

    /// <param name="isClosed">They may order nothing, so only what is theirs already is offered.</param>
    public static Screen Gallery(Language l, HistoryPage page, bool isClosed)
    {
        var (works, filter) = (page.Works, page.Filter);
        var keyboard = new Keyboard().Grid(
            works.Items.Select(work => new GenerationRoute(work.Generation.Id, new HistoryPlace(works.Number, filter))
                .Button(HistoryTexts.Button(l, work))),
            perRow: 1);
        if (works.Number == 1 && works.Items.Count == 0 && filter == HistoryFilter.Everything)
        {
            return new Screen(HistoryTexts.Nothing(l, page), keyboard.Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));
        }

        return new Screen(
            Html.Paragraphs(
                HistoryTexts.Title(l, page),
                works.Items.Count == 0
                    ? HistoryTexts.Nothing(l, page)
                    : Html.Lines([.. works.Items.Select((work, index) => HistoryTexts.Line(l, index + 1, work))])),
            keyboard
                .Leaf(works, number => new HistoryRoute(new HistoryPlace(number, filter)))
                .Row([.. Filters(l, filter)])
                .Row(
                    isClosed ? null : new SearchHistoryRoute().Button(HistoryTexts.Search(l)),
                    new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen Work(Language l, WorkView view, HistoryPlace from, bool isClosed)
    {
        var (work, generation) = (view.Work, view.Work.Generation);
        var keyboard = new Keyboard();
        if (!isClosed && generation.ForgottenAt is null)
        {
            keyboard.Append(
                generation.Result.Count > 0
                    ? NextScreens.Steps(l, generation, work.Card, view.Next)
                    : NextScreens.Retries(l, generation, work.Card, view.Next));
        }

        return new Screen(
            HistoryTexts.Card(l, work),
            keyboard
                .Row(
                    generation.Result.Count > 0 && !isClosed ? Favourite(l, generation, from) : null,
                    generation.Result.Count > 0 && !isClosed ? new MoreRoute(generation.Id).Button(NextTexts.More(l)) : null)
                .Row(generation.Result.Count > 0 && !isClosed ? new SaveRecipeRoute(generation.Id).Button(RecipeTexts.Save(l)) : null)
                .Row(
                    generation.HasFiles ? new OriginalsRoute(generation.Id).Button(GenerationTexts.Originals(l)) : null,
                    new ReceiptRoute(generation.Id).Button(ReceiptTexts.Button(l)))
                .Row(
                    new HistoryRoute(from).Button(MenuTexts.Back(l)),
                    generation.CanBeDeleted && !isClosed
                        ? new DeleteRoute(generation.Id, IsSure: false, from).Button(HistoryTexts.Delete(l))
                        : null,
                    new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen AskDelete(Language l, Work work, HistoryPlace from) => new(
        Html.Paragraphs(HistoryTexts.AskDelete(l, work), PrivacyTexts.WhatForgetMeans(l)),
        new Keyboard()
            .Row(
                new DeleteRoute(work.Generation.Id, IsSure: true, from).Button(HistoryTexts.DeleteHere(l)),
                new ForgetRoute(work.Generation.Id, from).Button(PrivacyTexts.ForgetButton(l)))
            .Row(new WorkRoute(work.Generation.Id, from).Button(MenuTexts.Back(l))));

    public static Screen AskSearch(Language l) => new(
        HistoryTexts.AskSearch(l),
        new Keyboard().Row(new HistoryRoute().Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    /// <summary>A search stays on while its kinds are looked through; everything ends it.</summary>
    private static IEnumerable<Button> Filters(Language l, HistoryFilter filter)
    {
        var all = HistoryFilter.Everything;
        yield return To(all, HistoryTexts.Everything(l), filter == all);
        foreach (var kind in Kinds)
        {
            yield return To(
                new HistoryFilter(kind, IsSearch: filter.IsSearch), HistoryTexts.Sign(kind), filter.Kind == kind);
        }

        yield return To(
            new HistoryFilter(IsFavourites: true, IsSearch: filter.IsSearch), HistoryTexts.Favourites, filter.IsFavourites);
    }

    private static Button To(HistoryFilter filter, string label, bool isOn) =>
        new HistoryRoute(new HistoryPlace(1, filter)).Button(HistoryTexts.Chosen(label, isOn));

    private static Button Favourite(Language l, Generation generation, HistoryPlace from) => generation.IsFavourite
        ? new FavouriteRoute(generation.Id, IsFavourite: false, from).Button(NextTexts.Unfavour(l))
        : new FavouriteRoute(generation.Id, IsFavourite: true, from).Button(NextTexts.Favour(l));

    public static Screen Zones(Language l, DateTimeOffset now) => new(
        HistoryTexts.AskZone(l),
        new Keyboard()
            .Grid(
                Enumerable.Range(ZoneRoute.HoursMin, ZoneRoute.HoursMax - ZoneRoute.HoursMin + 1).Select(hours => new ZoneRoute(hours)
                    .Button(now.ToOffset(TimeSpan.FromHours(hours)).ToString("HH:mm", CultureInfo.InvariantCulture))),
                perRow: 6)
            .Row(new MineRoute().Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
}
