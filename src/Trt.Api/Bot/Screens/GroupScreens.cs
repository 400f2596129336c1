using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Drafts;
using Trt.Application.Finding;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What stands in a group. Everybody there reads it, so no balance, no reason of a failure and no settings of anybody.</summary>
internal static class GroupScreens
{
    private const int WordsShown = 120;

    /// <summary>Each as a tap of its own; the price is what its asker is about to agree to.</summary>
    public static Screen Proposed(Language l, Person who, HeardView.Proposed view)
    {
        var several = view.Proposals.Select(proposal => proposal.Job).Distinct().Count() > 1;
        var keyboard = new Keyboard();
        foreach (var (job, offer) in view.Proposals)
        {
            var name = several ? $"{FindTexts.Label(l, job)} · {offer.Card.Title.In(l)}" : offer.Card.Title.In(l);
            keyboard.Row(new TakeAskRoute(who.Id, view.Kept.Number, offer.Card.Id).Button($"{name} · {ProposalScreen.Price(l, offer)}"));
        }

        return new Screen(
            Html.Paragraphs(
                GroupTexts.Proposed(l, who.Name),
                view.Kept.Text is { Length: > 0 } text ? FindTexts.Quoted(l, Words.Shorten(text, WordsShown)) : Html.Empty),
            keyboard.Row(new DropAskRoute(who.Id).Button(GroupTexts.Drop(l))));
    }

    /// <summary>The last look before the money, without a word about the balance.</summary>
    public static Screen Ready(Language l, Person who, WizardView.Confirm view, Uri? settings)
    {
        var (card, price) = (view.Card, view.Quote.Price);
        return new Screen(
            Html.Lines(
                GroupTexts.Ready(l, card.Title.In(l), Described.Words(card, view.Draft.Values) is { } words
                    ? Words.Shorten(words, WordsShown)
                    : null),
                price.IsZero ? GroupTexts.Free(l) : GroupTexts.Price(l, price.In(l), who.Name),
                ConfirmScreen.Trial(l, view)),
            new Keyboard()
                .Row(new ConfirmAskRoute(who.Id, view.Draft.Id, price)
                    .Button(ConfirmTexts.Go(l, price, card.IsAtMost(view.Quote.Sku))))
                .Row(Link(GroupTexts.Settings(l), settings))
                .Row(new DropAskRoute(who.Id, view.Draft.Id).Button(GroupTexts.Drop(l))));
    }

    public static Screen GoOnInPrivate(Language l, Person who, Uri? link) =>
        new(GroupTexts.GoOnInPrivate(l, who.Name), new Keyboard().Row(Link(GroupTexts.Confirm(l), link)));

    /// <summary>A word with a way into the private chat.</summary>
    public static Screen Aside(Language l, Html word, Uri? link) => new(word, new Keyboard().Row(Link(GroupTexts.OpenPrivate(l), link)));

    public static Screen Accepted(Language l, ConfirmResult.Started started) => new(
        GroupTexts.Accepted(l, started.Card.Title.In(l), ProgressTexts.Usual(l, started.Takes ?? RunTime.Of(started.Card.Output))),
        Keyboard.None);

    /// <summary>How the order ended, in place of its card.</summary>
    public static Screen Ended(GenerationNotice notice)
    {
        var (l, title) = (notice.Language, ResultTitle(notice));
        return new Screen(
            notice.Generation.Status switch
            {
                GenerationStatus.Cancelled => GroupTexts.Cancelled(l, title),
                GenerationStatus.Failed or GenerationStatus.Expired => GroupTexts.Failed(l, title),
                _ => GroupTexts.Done(l, title),
            },
            Keyboard.None);
    }

    /// <summary>Under the result itself: what its asker can do with it is in their own chat.</summary>
    public static Screen Result(GenerationNotice notice, bool withButtons, Uri? more) =>
        GenerationScreen.Caption(notice, withButtons: false) with
        {
            Keyboard = withButtons ? new Keyboard().Row(Link(GroupTexts.More(notice.Language), more)) : Keyboard.None,
            Effect = null,
        };

    private static string ResultTitle(GenerationNotice notice) =>
        notice.Card?.Title.In(notice.Language) ?? notice.Language.Pick("Заказ", "Order");

    private static Button.Link? Link(string text, Uri? address) => address is null ? null : new Button.Link(text, address);
}
